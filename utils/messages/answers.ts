/** The types of the worker's answers to the requests of `requests.ts`, and the one way in which an error is returned. */
import type { BannerLine } from '../notice/banner-line.ts';
import type { NoticeContext } from '../notice/context.ts';
import type { CustomPattern, Match } from '../pattern/types.ts';
import type { BackupProblem, ImportPreview } from '../settings/backup.ts';
import type { ChangeOutcome } from '../settings/change.ts';
import type { DecidedChoices } from '../settings/displayed-choices.ts';
import type { LooseningReason } from '../settings/loosens.ts';
import type { PinProblem } from '../settings/pin-rules.ts';
import type { ChoiceKey } from '../settings/schema.ts';
import type { Recovery } from '../settings/store.ts';
import type { Input, RequestName } from './requests.ts';

/** The worker's answer to a guard on a listed page. */
export type GuardAnswer =
  /** No pass: the page goes to the notice at this path of the extension, with or without its own address in the fragment. */
  | { kind: 'leave'; path: string; withAddress: boolean }
  /** The page stays: with a slim banner if it has a pass, without one if it is not covered (or no longer). */
  | { kind: 'pass'; banner: PassBannerWords | null };

/** What the pass banner on a passed page says, and its style sheet. */
export interface PassBannerWords {
  look: string;
  help: BannerLine;
  leave: string;
  label: string;
  language: string;
}

/** Why a pass was refused; each is a message key on the notice. */
export type PassRefusal =
  | 'zero-tolerance'
  | 'policy-not-known'
  | 'no-address'
  | 'not-listed'
  | 'too-early'
  | 'pin-needed'
  | 'pin-wrong'
  | 'pin-locked'
  | 'failed';

export type PassAnswer =
  | { granted: true; url: string }
  | { granted: false; why: PassRefusal; secondsLeft?: number };

/** A loosening that is waiting, as a page shows it. */
export interface WaitView {
  id: string;
  secondsLeft: number;
  reasons: LooseningReason[];
}

/** What a page may know of the settings: no hash, no salt, no clock readings. */
export interface SettingsView extends DecidedChoices {
  /** Choices the person made; the rest are defaults. */
  chosen: ChoiceKey[];
  pinSet: boolean;
  /** Seconds until a PIN can be tried again; 0 means now. */
  pinWaitSeconds: number;
  waits: WaitView[];
  welcomed: boolean;
  recovered: Recovery | null;
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

/** The state of the whole installation. */
export interface Status {
  problems: StatusProblem[];
  managed: boolean;
  policy: ManagedPolicyStatus;
  hostAccess: boolean;
  /** `unknown` if the browser does not say. */
  privateWindows: 'covered' | 'not-covered' | 'unknown';
  listVersion: string;
  /** The number of rules that should apply, the number that the browser has, and what is missing. */
  rules: { wanted: number; held: number; notApplied: string[]; ownLines: string[] };
  extensionVersion: string;
  /** The page in the active tab, as far as the extension may know it. */
  tab: TabStatus;
}

/** How the policy in force got here. */
export interface ManagedPolicyStatus {
  /** When the browser last delivered it, in milliseconds since the epoch; null if there is none. */
  receivedAt: number | null;
  /** The browser no longer delivers it, and it is not yet certain that it was removed. */
  fromMemory: boolean;
  /** Why the last read failed, in the browser's own words; null if it did not. */
  failure: string | null;
  /** Whether a policy also installed this copy of the extension. */
  installs: boolean;
}

export type TabStatus =
  | { is: 'notice' }
  | { is: 'listed'; match: Match }
  /** On the list, but open for a while because the person chose to continue. */
  | { is: 'passed'; match: Match }
  /** `by`: whose allowlist it is on. */
  | { is: 'allowlisted'; by: 'policy' | 'user'; pattern: CustomPattern }
  | { is: 'not-listed' }
  | { is: 'not-a-web-page' };

/** The outcome of a request, and the settings as they are now, so that the page need not ask for them again. */
export interface Changed<Outcome> {
  outcome: Outcome;
  view: SettingsView;
}

/** The outcome without the settings that come with it. @typeParam Answer - what the worker answers. */
export type OutcomeOf<Answer> = Answer extends Changed<infer Outcome> ? Outcome : Answer;

/** The answer's type for each request. */
export interface Answers {
  'guard/ask': GuardAnswer;
  'guard/leave': null;
  'notice/opened': NoticeContext;
  'notice/visible': null;
  'notice/left': null;
  'notice/mistake': NoticeContext;
  'notice/place': { saved: boolean };
  'notice/continue': PassAnswer;
  'settings/get': SettingsView;
  'settings/change': Changed<ChangeOutcome>;
  'settings/cancel': Changed<{ cancelled: boolean }>;
  'settings/welcomed': { welcomed: true };
  'settings/acknowledge': Changed<{ acknowledged: true }>;
  'settings/export': { text: string; name: string };
  'settings/preview-import': PreviewOutcome;
  'settings/import': Changed<ImportOutcome>;
  'pin/set': Changed<PinOutcome>;
  'pin/remove': Changed<ChangeOutcome>;
  'status/get': Status;
  'status/reapply': Status;
}

/** What the worker answers instead of throwing: browsers pass a thrown error to the sender in different ways, or not at all. */
export interface Refusal {
  refused: string;
}

/** @returns the answer. Throws the worker's reason if it refused. */
export function answerOrThrow<T>(answer: T | Refusal): T {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer) throw new Error(answer.refused);
  return answer as T;
}

/** How a page asks the worker. `ask` rejects if the worker refuses or does not answer. */
export interface WorkerClient {
  ask<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Answers[Name]>;
}
