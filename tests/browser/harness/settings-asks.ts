/** Every request about settings as a forger would send it: its form is right, so that only the sender can be wrong. */
import type { Input, SettingsRequest } from '../../../utils/messages/requests.ts';

/** The type asks for a new request here as soon as there is one. */
const INPUTS: { [Name in SettingsRequest]: Input<Name> } = {
  'settings/get': {},
  'settings/change': { changes: { mode: 'educate', exemptions: ['forged.test'] } },
  'settings/cancel': { id: 'forged' },
  'settings/welcomed': {},
  'settings/acknowledge': {},
  'settings/export': {},
  'settings/preview-import': { text: '{}' },
  'settings/import': { text: '{}' },
  'pin/set': { newPin: '12345678' },
  'pin/remove': {},
  'status/get': {},
  'status/reapply': {},
};

export const SETTINGS_ASKS: readonly { type: string }[] = Object.entries(INPUTS).map(([type, input]) => ({
  type,
  ...input,
}));
