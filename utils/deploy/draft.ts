/** The content of the deploy form while an administrator fills it in: every value as it was typed, valid or not. */
import { hintOf, MANAGED_KEYS, type ManagedKey } from '../policy/schema.ts';
import type { Language } from '../words/languages.ts';
import type { KitBrowser, KitPlatform } from './browsers.ts';

/** Where a Chromium copy comes from; empty fields leave the channel's own value. */
export interface SourceDraft {
  channel: string;
  id: string;
  updateUrl: string;
}

export interface Draft {
  language: string;
  /** May contain names from a file that no kit knows, so that they can be seen and taken out. */
  browsers: string[];
  platforms: string[];
  chromium: SourceDraft;
  /** Null: Edge takes the same copy as the others. */
  edge: SourceDraft | null;
  installUrl: string;
  forceInstall: boolean;
  privateWindows: string;
  profiles: boolean;
  tampering: boolean;
  developerTools: boolean;
  /** One host a line. */
  urlBlocklist: string;
  /** Lists have one item a line; switches are `true` or `false`; empty is "not set". */
  policy: Record<ManagedKey, string>;
}

/** The switches among the related policies. */
export const RELATED_POLICY_SWITCHES = ['forceInstall', 'profiles', 'tampering', 'developerTools'] as const;

const NOTHING_SET = Object.fromEntries(MANAGED_KEYS.map((key) => [key, ''])) as Record<ManagedKey, string>;

export const NO_SOURCE: SourceDraft = { channel: 'selfHosted', id: '', updateUrl: '' };

/** @returns what an empty form begins with: the usual browsers, zero tolerance, staff as readers. */
export function newDraft(language: Language): Draft {
  const browsers: KitBrowser[] = ['chrome', 'edge', 'firefox'];
  const platforms: KitPlatform[] = ['windows', 'macos', 'linux'];
  return {
    language,
    browsers,
    platforms,
    chromium: NO_SOURCE,
    edge: null,
    installUrl: '',
    forceInstall: true,
    privateWindows: 'off',
    profiles: true,
    tampering: true,
    developerTools: false,
    urlBlocklist: '',
    policy: { ...NOTHING_SET, mode: 'zero-tolerance', audience: 'workplace' },
  };
}

/** @returns the configuration that `readKitConfig` and `npm run policy -- --config` take; nothing is checked here. */
export function configOfDraft(draft: Draft): Record<string, unknown> {
  const policy: Record<string, unknown> = {};
  for (const key of MANAGED_KEYS) {
    const value = policyValue(key, draft.policy[key]);
    if (value !== undefined) policy[key] = value;
  }
  return {
    language: draft.language,
    browsers: draft.browsers,
    platforms: draft.platforms,
    chromium: source(draft.chromium),
    ...(draft.edge && { edge: source(draft.edge) }),
    ...(draft.installUrl.trim() && { firefox: { installUrl: draft.installUrl.trim() } }),
    companions: {
      forceInstall: draft.forceInstall,
      privateWindows: draft.privateWindows,
      profiles: draft.profiles,
      tampering: draft.tampering,
      developerTools: draft.developerTools,
      urlBlocklist: linesOf(draft.urlBlocklist),
    },
    policy,
  };
}

/** @returns the lines that are not empty, trimmed. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function source({ channel, id, updateUrl }: SourceDraft): Record<string, string> {
  return {
    channel,
    ...(id.trim() && { id: id.trim() }),
    ...(updateUrl.trim() && { updateUrl: updateUrl.trim() }),
  };
}

/** A value of another type than the field's is passed on as text, so that the validator says what is wrong with it. */
function policyValue(key: ManagedKey, text: string): unknown {
  if (text.trim() === '') return undefined;
  switch (hintOf(key).kind) {
    case 'patterns':
    case 'places':
    case 'choices':
      return linesOf(text);
    case 'switch':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'seconds':
      return /^\d+$/.test(text.trim()) ? Number(text) : text;
    default:
      return text;
  }
}
