/** Lists every settings request as a forger would send it. Its form is correct, so that only the sender can be wrong. */
import type { Input, SettingsRequest } from '../../../utils/messages/requests.ts';

/** The type requires an entry for every settings request, including new ones. */
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
