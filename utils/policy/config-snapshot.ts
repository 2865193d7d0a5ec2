/**
 * The configuration that the worker stores for the pages to read, so that a notice never waits for the worker. It contains settings
 * and policy, never a visit.
 */
import { browser } from '../extension-api.ts';
import type { Place } from '../place/place.ts';
import { defaultOf, SHARED_KEYS, type SharedKey } from './setting-descriptions.ts';
import type { EffectiveConfig } from './types.ts';

export interface ConfigSnapshot {
  effective: EffectiveConfig;
  place: Place;
  /** Where `Leave this page` goes. */
  neutralPage: string;
}

const KEY = 'published';

/** Called by the worker alone. */
export async function writeConfigSnapshot(snapshot: ConfigSnapshot): Promise<void> {
  await browser.storage.local.set({ [KEY]: snapshot });
}

/** @returns what the worker wrote last. If it never wrote, or if that is damaged, returns the defaults of a new installation. */
export async function readConfigSnapshot(): Promise<ConfigSnapshot> {
  const held = (await browser.storage.local.get(KEY))[KEY] as ConfigSnapshot | undefined;
  if (isComplete(held)) return held;
  return { effective: NOTHING_KNOWN, place: NOWHERE, neutralPage: defaultOf('neutralPage') };
}

/** @param heard - called with each snapshot that differs from the one before, as long as the page is open. */
export function onConfigSnapshot(heard: (snapshot: ConfigSnapshot) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const { oldValue, newValue } = changes[KEY] ?? {};
    // Firefox reports every write, whether or not it changed anything.
    if (isComplete(newValue as ConfigSnapshot) && JSON.stringify(newValue) !== JSON.stringify(oldValue)) {
      heard(newValue as ConfigSnapshot);
    }
  });
}

/** Only the worker writes the snapshot, and in one piece; but one from another version may lack keys. */
function isComplete(held: ConfigSnapshot | undefined): held is ConfigSnapshot {
  const { effective, place, neutralPage } = Object(held) as ConfigSnapshot;
  const keys = Object.keys(Object(effective));
  return (
    typeof neutralPage === 'string' &&
    'country' in Object(place) &&
    Object.keys(NOTHING_KNOWN).every((key) => keys.includes(key))
  );
}

const NOWHERE: Place = { country: null, region: null, from: 'unknown' };

const byDefault = <T>(value: T) => ({ value, from: 'default' as const });

/**
 * The result of `effective` without policy and settings. It is written out here because the layers would make the notice's bundle too
 * large. A test compares the two.
 */
export const NOTHING_KNOWN: EffectiveConfig = {
  managed: false,
  policyKnown: false,
  arrived: [],
  ...(Object.fromEntries(SHARED_KEYS.map((key) => [key, byDefault(defaultOf(key))])) as Pick<
    EffectiveConfig,
    SharedKey
  >),
  jurisdictions: byDefault([]),
  allowUserExemptions: byDefault(true),
  showWelcome: byDefault(true),
  organization: {},
  campaign: null,
  blocked: { policy: [], user: [] },
  allowed: { policy: [], user: [] },
  writeLine: defaultOf('writeLine'),
  reason: defaultOf('reason'),
  trustedAdult: defaultOf('trustedAdult'),
  pinSet: false,
  issues: [],
};
