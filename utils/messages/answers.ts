/** What the worker answers to each request of `requests.ts`, and how a page asks. Types, and the one way an error is returned. */
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
  /** No pass: the page leaves for the notice at this path of ours, with its own address in the fragment or without. */
  | { kind: 'leave'; path: string; withAddress: boolean }
  /** The page stays: with a slim banner if it has a pass, without one if it is not covered (any more). */
  | { kind: 'pass'; banner: PassBannerWords | null };

/** What the pass banner on a passed page says, and its style sheet. */
export interface PassBannerWords {
  look: string;
  help: BannerLine;
  leave: string;
  label: string;
  language: string;
}

/** Why a pass was not given; each is a message key on the notice. */
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

/** A loosening that waits, as a page shows it. */
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

/** One glance at the whole installation. */
export interface Status {
  problems: StatusProblem[];
  managed: boolean;
  policy: ManagedPolicyStatus;
  hostAccess: boolean;
  /** `unknown` where the browser does not say. */
  privateWindows: 'covered' | 'not-covered' | 'unknown';
  listVersion: string;
  /** Rules requested and rules the browser has. */
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
  /** It is a policy, too, that put this copy into the browser. */
  installs: boolean;
}

export type TabStatus =
  | { is: 'notice' }
  | { is: 'listed'; match: Match }
  /** On the list, and open for a while: the person chose to continue. */
  | { is: 'passed'; match: Match }
  /** `by`: whose allowlist it is on. */
  | { is: 'allowlisted'; by: 'policy' | 'user'; pattern: CustomPattern }
  | { is: 'not-listed' }
  | { is: 'not-a-web-page' };

/** What became of a request, and the settings as they are now: the page that asked need not ask again. */
export interface Changed<Outcome> {
  outcome: Outcome;
  view: SettingsView;
}

/** @typeParam Answer - what the worker answers; without the settings that come with it. */
export type OutcomeOf<Answer> = Answer extends Changed<infer Outcome> ? Outcome : Answer;

/** Answers, one type a request. */
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

/** The worker's answer in place of an error: browsers pass a thrown error to the sender in different ways, or not at all. */
export interface Refusal {
  refused: string;
}

/** @returns the answer. Throws the worker's reason where it refused. */
export function answerOrThrow<T>(answer: T | Refusal): T {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer) throw new Error(answer.refused);
  return answer as T;
}

/** How a page asks the worker. Rejects where the worker refuses or does not answer. */
export interface WorkerClient {
  ask<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Answers[Name]>;
}
