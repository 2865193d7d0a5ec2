/** What the pages may ask of the worker about settings: inputs checked by schema, answers without PIN material. */
import * as z from 'zod/mini';
import type { CustomPattern, Match } from '../pattern/types.ts';
import type { EffectiveConfig } from '../policy/types.ts';
import type { BackupProblem, ImportPreview } from './backup.ts';
import type { ChangeOutcome } from './change.ts';
import type { LooseningReason } from './loosens.ts';
import type { PinProblem } from './pin-rules.ts';
import { type ChoiceKey, type Choices, chosenSchema } from './schema.ts';
import type { Recovery } from './store.ts';

const pin = z.string().check(z.maxLength(256));
const optionalPin = z.optional(pin);

/** Inputs, one schema a request; unknown fields are refused. `utils/worker/messages/message-router.ts` checks them and who asks. */
export const settingsRequests = {
  'settings/get': z.strictObject({}),
  'settings/change': z.strictObject({ changes: chosenSchema, pin: optionalPin }),
  'settings/cancel': z.strictObject({ id: z.string().check(z.maxLength(64)) }),
  'settings/welcomed': z.strictObject({}),
  'settings/acknowledge': z.strictObject({}),
  'settings/export': z.strictObject({}),
  'settings/preview-import': z.strictObject({ text: z.string().check(z.maxLength(2_000_001)) }),
  'settings/import': z.strictObject({ text: z.string().check(z.maxLength(2_000_001)), pin: optionalPin }),
  'pin/set': z.strictObject({ newPin: pin, pin: optionalPin }),
  'pin/remove': z.strictObject({ pin: optionalPin }),
  'status/get': z.strictObject({ tabId: z.optional(z.int()) }),
  /** Applies rules and scripts anew, sweeps the open tabs, and looks again. */
  'status/mend': z.strictObject({}),
} as const;

export type SettingsRequests = typeof settingsRequests;
export type SettingsRequestName = keyof SettingsRequests;
export type SettingsInput<Name extends SettingsRequestName> = z.infer<SettingsRequests[Name]>;

/** A loosening that waits, as a page shows it. */
export interface WaitView {
  id: string;
  secondsLeft: number;
  reasons: LooseningReason[];
}

/** What a page may know of the settings: no hash, no salt, no clock readings. */
export interface SettingsView {
  choices: Choices;
  /** Choices the person made; the rest are defaults. */
  chosen: ChoiceKey[];
  /** Choices the policy decides: shown, but inert. */
  policyKeys: ChoiceKey[];
  pinSet: boolean;
  /** Seconds until a PIN can be tried again; 0 means now. */
  pinWaitSeconds: number;
  waits: WaitView[];
  welcomed: boolean;
  recovered: Recovery | null;
  effective: EffectiveConfig;
}

export type PinOutcome = ChangeOutcome | { is: 'bad-pin'; problem: PinProblem };
export type ImportOutcome = ChangeOutcome | { is: 'bad-file'; problem: BackupProblem };
export type PreviewOutcome = ({ ok: true } & ImportPreview) | { ok: false; problem: BackupProblem };

/** What is wrong, worst first; each is a message key in `popup.json` with `problem-` before it. */
export type StatusProblem =
  | 'host-access'
  | 'rules'
  | 'worker'
  | 'policy'
  | 'storage'
  | 'recovered'
  | 'own-lines'
  | 'guard'
  | 'private-windows';

/** One glance at the whole installation. */
export interface Status {
  problems: StatusProblem[];
  managed: boolean;
  policy: ManagedPolicyStatus;
  hostAccess: boolean;
  /** `unknown` where the browser does not say. */
  privateWindows: 'covered' | 'not-covered' | 'unknown';
  listVersion: string;
  /** Rules asked for and rules the browser holds. */
  rules: { wanted: number; held: number; notApplied: string[]; ownLines: string[] };
  extensionVersion: string;
  /** The page in front, as far as the extension may know it. */
  tab: TabStatus;
}

/** How the policy in force got here. */
export interface ManagedPolicyStatus {
  /** When the browser last delivered it, in milliseconds since the epoch; null: there is none. */
  receivedAt: number | null;
  /** The browser does not deliver it any more, and nobody knows yet whether it is gone. */
  fromMemory: boolean;
  /** Why it could not be read just now, in the browser's own words. */
  failure: string | null;
}

export type TabStatus =
  | { is: 'notice' }
  | { is: 'listed'; match: Match }
  /** On the list, and open for a while: the person chose to continue. */
  | { is: 'passed'; match: Match }
  /** `by`: whose exception it is. */
  | { is: 'allowlisted'; by: 'policy' | 'user'; pattern: CustomPattern }
  | { is: 'not-listed' }
  | { is: 'not-a-web-page' };

/** Answers, one type a request. */
export interface SettingsAnswers {
  'settings/get': SettingsView;
  'settings/change': ChangeOutcome;
  'settings/cancel': { cancelled: boolean };
  'settings/welcomed': { welcomed: true };
  'settings/acknowledge': { acknowledged: true };
  'settings/export': { text: string; name: string };
  'settings/preview-import': PreviewOutcome;
  'settings/import': ImportOutcome;
  'pin/set': PinOutcome;
  'pin/remove': ChangeOutcome;
  'status/get': Status;
  'status/mend': Status;
}

/** The part of the message map that is about settings. */
export type SettingsMessages = {
  [Name in SettingsRequestName]: { request: SettingsInput<Name>; answer: SettingsAnswers[Name] };
};

/** How a page asks the worker. Rejects if the worker does not answer. */
export interface SettingsClient {
  ask<Name extends SettingsRequestName>(
    name: Name,
    input: SettingsInput<Name>,
  ): Promise<SettingsAnswers[Name]>;
}
