/** What the browser can do, decided at build time. */
import type { Platform } from './rules/target-rules.ts';
import type { FilterReading } from './tabs/navigation-filters.ts';

export const platform: Platform = {
  dotted: import.meta.env.FIREFOX,
  carriesAddress: !import.meta.env.SAFARI,
  initiators: !import.meta.env.SAFARI,
  tabIds: !import.meta.env.SAFARI,
  plainExpressions: import.meta.env.SAFARI,
};

/**
 * A filter that an earlier run of the worker registered still wakes it, even if this run does not register it in its
 * first turn (Chromium). Other browsers drop what the first turn leaves out.
 */
export const keepsLateListeners = !import.meta.env.FIREFOX && !import.meta.env.SAFARI;

/** The worker is a page, whose own storage can be read at once, in the first turn. */
export const remembersFirstTurn = import.meta.env.FIREFOX;

/** How the browser goes through the filters of navigation events. */
export const filterReading: FilterReading = import.meta.env.FIREFOX ? 'one-by-one' : 'at-once';

/** The reader view and the page source show a page that no network rule reaches (Firefox, tried in ESR 153). */
export const hasViewerPages = import.meta.env.FIREFOX;

/** A style sheet can be put into one document instead of whatever its tab shows by then (in Firefox only since 153). */
export const namesDocuments = !import.meta.env.FIREFOX && !import.meta.env.SAFARI;

/** Private windows have a worker of their own (`incognito: "split"` in Chromium's manifest alone). */
export const splitsPrivate = !import.meta.env.FIREFOX && !import.meta.env.SAFARI;
