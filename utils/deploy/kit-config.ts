/** Defines and validates what an administrator chooses before the kit's files are made. */
import * as z from 'zod/mini';
import { parseCustomPattern } from '../pattern/custom-pattern.ts';
import type { PolicyText } from '../policy/schema.ts';
import type { PolicyIssue } from '../policy/types.ts';
import { type PolicyValues, validatePolicy } from '../policy/validate.ts';
import { LANGUAGES } from '../words/languages.ts';
import { type CHROMIUM_BROWSERS, KIT_BROWSERS, KIT_PLATFORMS } from './browsers.ts';
import { CHANNELS } from './channels.ts';

/** The most hosts that a browser accepts in `URLBlocklist`. */
export const MOST_BLOCKED_HOSTS = 1_000;

export const PRIVATE_WINDOWS = ['off', 'extension', 'unchanged'] as const;

const chromiumSource = z.object({
  channel: z._default(z.enum(['selfHosted', 'chromeWebStore', 'edgeAddons']), 'selfHosted'),
  id: z.optional(z.string().check(z.regex(/^[a-p]{32}$/))),
  updateUrl: z.optional(z.string().check(z.regex(/^(?:https?|file):\/\/\S+$/))),
});

const relatedPolicies = z.object({
  forceInstall: z._default(z.boolean(), true),
  privateWindows: z._default(z.enum(PRIVATE_WINDOWS), 'off'),
  profiles: z._default(z.boolean(), true),
  tampering: z._default(z.boolean(), true),
  developerTools: z._default(z.boolean(), false),
  urlBlocklist: z._default(z.array(z.string()).check(z.maxLength(MOST_BLOCKED_HOSTS)), []),
});

const kitShape = z.object({
  language: z._default(z.enum(LANGUAGES), 'en'),
  browsers: z._default(z.array(z.enum(KIT_BROWSERS)), [...KIT_BROWSERS]),
  platforms: z._default(z.array(z.enum(KIT_PLATFORMS)), [...KIT_PLATFORMS]),
  /** Source of the copy for Chrome, Brave and Chromium. */
  chromium: z._default(chromiumSource, { channel: 'selfHosted' }),
  /** Edge has its own store and therefore its own id. Without this entry Edge takes the same copy as the others. */
  edge: z.optional(chromiumSource),
  firefox: z._default(
    z.object({
      installUrl: z._default(
        z.string().check(z.regex(/^(?:https:|file:\/)\/\/\S+$/)),
        CHANNELS.firefox.installUrl,
      ),
    }),
    { installUrl: CHANNELS.firefox.installUrl },
  ),
  companions: z._default(relatedPolicies, {
    forceInstall: true,
    privateWindows: 'off',
    profiles: true,
    tampering: true,
    developerTools: false,
    urlBlocklist: [],
  }),
  policy: z._default(z.record(z.string(), z.unknown()), {}),
});

export type RelatedPolicies = z.output<typeof relatedPolicies>;

/** Where a copy of the extension comes from. */
export interface Source {
  id: string;
  updateUrl: string;
}

/** A checked configuration: everything the files need, nothing else. */
export interface KitConfig extends Omit<z.output<typeof kitShape>, 'chromium' | 'edge' | 'policy'> {
  chromium: Source;
  edge: Source;
  /** Only usable values, in their plain form. */
  policy: PolicyText;
}

/** A reason why the kit cannot be made, or (`warning`) something that the administrator should know. */
export interface KitProblem {
  /** Message key of the `deploy` surface, or `policy` where `issue` has the details. */
  problem: string;
  values: Record<string, string | number>;
  severity: 'error' | 'warning';
  issue?: PolicyIssue;
}

export type ReadKit =
  | { ok: true; config: KitConfig; problems: KitProblem[] }
  | { ok: false; problems: KitProblem[] };

/**
 * @param raw - parsed JSON of a configuration file, or the content of a form.
 * @returns the configuration, or every reason why there is none. A policy with an error gives no files: it would put each
 *   device into zero tolerance and show the error there.
 */
export function readKitConfig(raw: unknown): ReadKit {
  const problems: KitProblem[] = [];
  const parsed = kitShape.safeParse(raw);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problems.push(error('kitWrong', { key: issue.path.join('.') || '(config)' }));
    }
    return { ok: false, problems };
  }
  const { chromium, edge, policy: rawPolicy, ...rest } = parsed.data;
  warnOfUnknown(raw, problems);

  const validated = validatePolicy(rawPolicy);
  for (const issue of validated.issues) {
    problems.push({ problem: 'policy', values: {}, severity: issue.severity, issue });
  }
  if (validated.arrived.length === 0) {
    problems.push({ problem: 'kitPolicyEmpty', values: {}, severity: 'warning' });
  }

  // The file for the Google Admin console names neither id nor address: the administrator has already picked the extension there.
  const named = rest.platforms.some((platform) => platform !== 'google-admin');
  const wanted = named ? rest.browsers.filter((browser) => browser !== 'firefox') : [];
  const ours = wanted.some((browser) => browser !== 'edge' || edge === undefined);
  const { forceInstall } = rest.companions;
  const checked = source('chromium', chromium, { id: ours, updateUrl: ours && forceInstall }, problems);
  const edges = wanted.includes('edge');
  const edgeSource = edge
    ? source('edge', edge, { id: edges, updateUrl: edges && forceInstall }, problems)
    : checked;
  const urlBlocklist = rest.companions.urlBlocklist.map((text) => blocklistHost(text, problems));
  if (problems.some((problem) => problem.severity === 'error')) return { ok: false, problems };

  const config: KitConfig = {
    ...rest,
    companions: { ...rest.companions, urlBlocklist: [...new Set(urlBlocklist)] },
    chromium: checked,
    edge: edgeSource,
    policy: policyText(validated.policy),
  };
  return { ok: true, config, problems };
}

/** @returns usable values as the plain JSON of policy files, with each pattern as it was written. */
function policyText(values: PolicyValues): PolicyText {
  const { blockedPatterns, allowedPatterns, ...rest } = values;
  return {
    ...rest,
    ...(blockedPatterns && { blockedPatterns: blockedPatterns.map((pattern) => pattern.text) }),
    ...(allowedPatterns && { allowedPatterns: allowedPatterns.map((pattern) => pattern.text) }),
  };
}

function error(problem: string, values: Record<string, string | number>): KitProblem {
  return { problem, values, severity: 'error' };
}

/** Reports unknown settings: a misspelled name would otherwise be ignored silently. */
function warnOfUnknown(raw: unknown, problems: KitProblem[]): void {
  const known: [unknown, object, string][] = [[raw, kitShape.shape, '']];
  const top = raw as Record<string, unknown>;
  known.push([top.companions, relatedPolicies.shape, 'companions.']);
  known.push([top.chromium, chromiumSource.shape, 'chromium.']);
  known.push([top.edge, chromiumSource.shape, 'edge.']);
  known.push([top.firefox, { installUrl: true }, 'firefox.']);
  for (const [value, shape, prefix] of known) {
    for (const name of Object.keys((value as object | undefined) ?? {})) {
      if (!Object.hasOwn(shape, name)) problems.push(error('kitUnknown', { key: `${prefix}${name}` }));
    }
  }
}

function source(
  key: 'chromium' | 'edge',
  given: z.output<typeof chromiumSource>,
  needed: Record<keyof Source, boolean>,
  problems: KitProblem[],
): Source {
  const channel = CHANNELS[given.channel];
  const id = given.id ?? channel.id;
  const updateUrl = given.updateUrl ?? channel.updateUrl;
  if (id === null && needed.id) problems.push(error('kitIdMissing', { key: `${key}.id` }));
  if (updateUrl === null && needed.updateUrl)
    problems.push(error('kitUpdateUrlMissing', { key: `${key}.updateUrl` }));
  return { id: id ?? '', updateUrl: updateUrl ?? '' };
}

function blocklistHost(text: string, problems: KitProblem[]): string {
  const parsed = parseCustomPattern(text);
  if (parsed.ok && parsed.pattern.kind !== 'path') {
    return parsed.pattern.kind === 'exact' ? `=${parsed.pattern.host}` : parsed.pattern.host;
  }
  problems.push(error('kitHostWrong', { key: 'companions.urlBlocklist', text: text.slice(0, 80) }));
  return '';
}

/** @returns the source for one browser of the Chromium family. */
export function sourceFor(config: KitConfig, browser: (typeof CHROMIUM_BROWSERS)[number]): Source {
  return browser === 'edge' ? config.edge : config.chromium;
}
