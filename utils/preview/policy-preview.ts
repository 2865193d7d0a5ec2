/** Passes a policy that is still being written to the preview page, in the address's fragment: nothing is stored or sent. */
import type { DeviceHints } from '../place/guess-country.ts';
import { resolvePlace } from '../place/resolve-place.ts';
import {
  CAMPAIGN_KEYS,
  type CampaignKey,
  ORGANIZATION_KEYS,
  type OrganizationKey,
} from '../policy/branding-keys.ts';
import type { ConfigSnapshot } from '../policy/config-snapshot.ts';
import { effective } from '../policy/layers.ts';
import type { ManagedKey } from '../policy/schema.ts';
import { validatePolicy } from '../policy/validate.ts';

/** It is in the same folder as the page that links to it: in the extension, on a web server and in a local folder. */
export const PREVIEW_PAGE = 'preview.html';

/** The keys that change a notice. Lists of sites do not, and they can be long. */
const SHOWN: readonly ManagedKey[] = [
  'mode',
  'audience',
  'language',
  'jurisdictions',
  'continueDelaySeconds',
  'recognizeSearches',
  ...(Object.keys(ORGANIZATION_KEYS) as OrganizationKey[]),
  ...(Object.keys(CAMPAIGN_KEYS) as CampaignKey[]),
];

/** @param policy - plain JSON by managed key. @returns the preview page's address with the policy in its fragment. */
export function previewAddress(policy: Readonly<Record<string, unknown>>): string {
  const shown = SHOWN.filter((key) => policy[key] !== undefined).map((key) => [key, policy[key]]);
  return `${PREVIEW_PAGE}#${encodeURIComponent(JSON.stringify(Object.fromEntries(shown)))}`;
}

/**
 * @param hash - `location.hash`.
 * @returns what a device with that policy would store for its pages, made with the same validator and layers; null if the fragment
 *   contains no policy. Unusable values are dropped, as on the device.
 */
export function snapshotOfAddress(hash: string, device: DeviceHints): ConfigSnapshot | null {
  if (hash.length < 2) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null) return null;
  const inForce = effective({
    policy: validatePolicy(raw),
    settings: {},
    installType: 'admin',
    policyKnown: true,
  });
  const { unknownCodes: _codes, ...place } = resolvePlace({
    ...device,
    jurisdictions: inForce.jurisdictions.value,
    chosen: null,
  });
  return { effective: inForce, place, neutralPage: 'about:blank' };
}
