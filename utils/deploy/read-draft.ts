/** Fills the deploy form from a configuration file, and lists what the form cannot contain. */
import { hintOf, MANAGED_KEYS, type ManagedKey } from '../policy/schema.ts';
import type { Language } from '../words/languages.ts';
import { KIT_BROWSERS, KIT_PLATFORMS } from './browsers.ts';
import { type Draft, NO_SOURCE, newDraft, RELATED_POLICY_SWITCHES, type SourceDraft } from './draft.ts';

/** What no field can hold: its place in the file, such as `companions.forceInstall`, and its value, cut to 80 characters. */
export interface LeftOut {
  path: string;
  text: string;
}

export type ReadDraft =
  | { ok: true; draft: Draft; leftOut: LeftOut[] }
  | { ok: false; problem: 'importNotJson' | 'importNotConfig'; detail: string };

type Node = Record<string, unknown>;

const LISTS = ['patterns', 'places', 'choices'];

/**
 * @param text - the file's content. @param language - the form's language if the file names none.
 * @returns the form as the file describes it. Wrong values stay in their fields, to be corrected there. What no field can hold
 *   (an unknown name, a value of another type) is listed in `leftOut`; its field gets the default.
 */
export function readDraft(text: string, language: Language): ReadDraft {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: 'importNotJson', detail: (error as Error).message };
  }
  if (!isNode(raw)) return { ok: false, problem: 'importNotConfig', detail: cut(raw) };

  const leftOut: LeftOut[] = [];
  const draft = newDraft(language);
  const take = taker(leftOut);
  const { chromium, edge, firefox, companions, policy, ...rest } = raw;
  // Settings that the file omits get the kit's own defaults, not those of an empty form.
  draft.browsers = [...KIT_BROWSERS];
  draft.platforms = [...KIT_PLATFORMS];
  draft.policy = { ...draft.policy, mode: '', audience: '' };

  take(rest, '', {
    language: (value) => isText(value) && set(() => (draft.language = value)),
    browsers: (value) => isTexts(value) && set(() => (draft.browsers = [...new Set(value)])),
    platforms: (value) => isTexts(value) && set(() => (draft.platforms = [...new Set(value)])),
  });
  draft.chromium = readSource(chromium, 'chromium', take);
  if (edge !== undefined) draft.edge = readSource(edge, 'edge', take);
  take(firefox, 'firefox.', {
    installUrl: (value) => isText(value) && set(() => (draft.installUrl = value)),
  });
  take(companions, 'companions.', {
    ...Object.fromEntries(
      RELATED_POLICY_SWITCHES.map((name) => [
        name,
        (value: unknown) => typeof value === 'boolean' && set(() => (draft[name] = value)),
      ]),
    ),
    privateWindows: (value) => isText(value) && set(() => (draft.privateWindows = value)),
    urlBlocklist: (value) => isTexts(value) && set(() => (draft.urlBlocklist = value.join('\n'))),
  });
  take(
    policy,
    'policy.',
    Object.fromEntries(
      MANAGED_KEYS.map((key) => [
        key,
        (value: unknown) => {
          const typed = asTyped(key, value);
          return typed !== null && set(() => (draft.policy[key] = typed));
        },
      ]),
    ),
  );
  return { ok: true, draft, leftOut };
}

type Take = (value: unknown, prefix: string, fields: Record<string, (value: unknown) => boolean>) => void;

function taker(leftOut: LeftOut[]): Take {
  return (value, prefix, fields) => {
    if (value === undefined) return;
    if (!isNode(value)) {
      leftOut.push({ path: prefix.slice(0, -1), text: cut(value) });
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field?.(inner)) leftOut.push({ path: `${prefix}${name}`, text: cut(inner) });
    }
  };
}

function set(change: () => unknown): true {
  change();
  return true;
}

function readSource(value: unknown, name: string, take: Take): SourceDraft {
  const source = { ...NO_SOURCE };
  take(value, `${name}.`, {
    channel: (inner) => isText(inner) && set(() => (source.channel = inner)),
    id: (inner) => isText(inner) && set(() => (source.id = inner)),
    updateUrl: (inner) => isText(inner) && set(() => (source.updateUrl = inner)),
  });
  return source;
}

/** @returns a value as a person would type it into its field, or null if it cannot be typed. */
function asTyped(key: ManagedKey, value: unknown): string | null {
  const scalar = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one);
  if (LISTS.includes(hintOf(key).kind) && Array.isArray(value)) {
    return value.every((item) => scalar(item) && !String(item).includes('\n')) ? value.join('\n') : null;
  }
  return scalar(value) ? String(value) : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function cut(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80);
}
