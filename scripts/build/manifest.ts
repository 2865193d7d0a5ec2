/** Makes the manifest of each target. Its permissions are fixed: `docs/permissions.md` says what each is for. */
import { CHANNELS } from '../../utils/deploy/channels.ts';
import { RULESETS } from '../../utils/pattern/registry.ts';
import { DEFAULT_RULESETS } from '../../utils/worker/rules/rulesets.ts';
import { TRUST } from './trust.ts';

/** Loads only the extension's own scripts, styles and pictures, and a policy's logo (a data URL). Sends nothing anywhere. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Firefox opens telephone numbers in a frame (`components/contact/keep-page.ts`). Frames of any other kind are not allowed. */
const CALLS_IN_FRAMES = '; frame-src tel: sms:';

/**
 * No text becomes markup or a script's address, except the three texts that the build fixes (`scripts/build/trust.ts`).
 * Tested in Chromium and Firefox. Safari's build leaves it out, because nobody has tested it there.
 */
const TRUSTED_TYPES = `; require-trusted-types-for 'script'; trusted-types ${Object.values(TRUST).join(' ')}`;

/** @param browser - `chrome`, `edge`, `firefox` or `safari`. @returns what WXT does not write by itself. */
export function manifest(browser: string) {
  const firefox = browser === 'firefox';
  const safari = browser === 'safari';
  return {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      // Safari lets a redirect act only under this permission (docs/safari.md).
      ...(safari
        ? ['declarativeNetRequest', 'declarativeNetRequestWithHostAccess']
        : ['declarativeNetRequest']),
      'storage',
      'scripting',
      'webNavigation',
      'alarms',
    ],
    host_permissions: ['<all_urls>'],
    content_security_policy: {
      extension_pages:
        CONTENT_SECURITY_POLICY + (firefox ? CALLS_IN_FRAMES : '') + (safari ? '' : TRUSTED_TYPES),
    },
    declarative_net_request: {
      rule_resources: RULESETS.map((id) => ({
        id,
        enabled: DEFAULT_RULESETS.includes(id),
        path: `rules/${id}.json`,
      })),
    },
    web_accessible_resources: [
      {
        resources: ['notice.html', 'notice/*.html'],
        matches: ['<all_urls>'],
        // Without it, any page could find out that the extension is installed by fetching the notice.
        ...(!firefox && !safari && { use_dynamic_url: true }),
      },
    ],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    ...(!safari && { storage: { managed_schema: 'managed_schema.json' } }),
    ...(!firefox &&
      !safari && { key: CHANNELS.selfHosted.publicKey, incognito: 'split', minimum_chrome_version: '130' }),
    ...(firefox && {
      browser_specific_settings: {
        gecko: {
          id: CHANNELS.firefox.id,
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  };
}

/** Allows the style sheets with these hashes inside the pages of the notice. */
export function allowStyles(made: { content_security_policy?: unknown }, hashes: readonly string[]): void {
  const named = hashes.map((hash) => `'${hash}'`).join(' ');
  const policy = made.content_security_policy as { extension_pages: string };
  policy.extension_pages = policy.extension_pages.replace("style-src 'self'", `style-src 'self' ${named}`);
}
