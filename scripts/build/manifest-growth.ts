/** Finds what a manifest requests beyond an earlier one. In an update, that would disable installed copies or widen what they may do. */

type Manifest = Record<string, unknown>;
type Policy = Map<string, Set<string>>;

/** Lists that may not grow. An optional permission that becomes required counts as growth. */
const LISTS = [
  'permissions',
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
] as const;
/** Keys that let the extension into places where it was not before. */
const KEYS = [
  'externally_connectable',
  'devtools_page',
  'chrome_url_overrides',
  'sandbox',
  'oauth2',
  'omnibox',
];

/**
 * @param before - the manifest of the last release.
 * @param now - the manifest to be released.
 * @returns one line for each additional request; empty if there is none.
 */
export function manifestGrowth(before: Manifest, now: Manifest): string[] {
  return [
    ...LISTS.flatMap((key) => beyond(key, strings(before[key]), strings(now[key]))),
    ...beyond('content_scripts', contentScripts(before), contentScripts(now)),
    ...beyond('web_accessible_resources', accessible(before), accessible(now)),
    ...KEYS.filter((key) => key in now && JSON.stringify(now[key]) !== JSON.stringify(before[key])),
    ...policyGrowth(policyOf(before), policyOf(now)),
    ...beyond('data_collection_permissions', collected(before), collected(now)),
  ];
}

function beyond(what: string, before: readonly string[], now: readonly string[]): string[] {
  return now.filter((each) => !before.includes(each)).map((each) => `${what}: ${each}`);
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

function contentScripts({ content_scripts }: Manifest): string[] {
  return records(content_scripts).flatMap(({ matches, all_frames, world, match_about_blank }) =>
    strings(matches).map((match) =>
      [match, all_frames && 'all frames', world, match_about_blank && 'about:blank']
        .filter(Boolean)
        .join(', '),
    ),
  );
}

function accessible({ web_accessible_resources }: Manifest): string[] {
  return records(web_accessible_resources).flatMap(({ resources, matches, extension_ids, use_dynamic_url }) =>
    strings(resources).flatMap((resource) =>
      [...strings(matches), ...strings(extension_ids)].map((who) =>
        // Without it, any page can find out that the extension is installed.
        [resource, 'for', who, use_dynamic_url ? '' : 'at a fixed address'].join(' ').trim(),
      ),
    ),
  );
}

function collected(manifest: Manifest): string[] {
  const settings = manifest.browser_specific_settings as
    | { gecko?: { data_collection_permissions?: { required?: unknown; optional?: unknown } } }
    | undefined;
  const { required, optional } = settings?.gecko?.data_collection_permissions ?? {};
  return [...strings(required), ...strings(optional)];
}

/** Directives that do not fall back to `default-src` (CSP Level 3, 6.1): without one, everything is allowed. */
const WITHOUT_FALLBACK = [
  ...['default-src', 'base-uri', 'form-action', 'frame-ancestors'],
  ...['require-trusted-types-for', 'trusted-types'],
];

function policyOf({ content_security_policy }: Manifest): Policy {
  const text = (content_security_policy as { extension_pages?: string } | undefined)?.extension_pages ?? '';
  const parts = text.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(parts.filter(([name]) => name).map(([name = '', ...sources]) => [name, new Set(sources)]));
}

function policyGrowth(before: Policy, now: Policy): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((directive) => {
    const [then, today] = [allowed(before, directive), allowed(now, directive)];
    if (then === null) return [];
    if (today === null) return [`content_security_policy: ${directive} is gone`];
    const more = [...today].filter((source) => source !== "'none'" && !then.has(source));
    return more.map((source) => `content_security_policy: ${directive} ${source}`);
  });
}

/** @returns the allowed sources of a directive; null if nothing limits them. */
function allowed(policy: Policy, directive: string): ReadonlySet<string> | null {
  const own = policy.get(directive);
  if (own || WITHOUT_FALLBACK.includes(directive)) return own ?? null;
  return policy.get('default-src') ?? null;
}
