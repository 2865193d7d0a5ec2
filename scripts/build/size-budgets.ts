/** Limits on a build's size: what people wait for, in bytes of minified code before compression. */

/** Surfaces with their own limit. The worker's data is counted separately: it is text, which is parsed without a syntax tree. */
export const SCRIPT_BUDGETS: Readonly<Record<string, number>> = {
  // Includes a reserve: nobody should have to shorten code that faces a hostile page in order to add a fix.
  // Every language adds 300: the overlay cannot load anything, so it contains its few words in all of them.
  'guard.js': 12_000,
  'first-paint.js': 2_700,
  // Every language adds 1,200, for the names of its files.
  'notice.html': 103_500,
  // Costs of some features: pages of search engines that have the search behind `#`, 400; pages for groups of regions, 100; telling
  // a covered search from what follows it, and results that no rule has seen, 400; looking for what two listeners fewer have missed,
  // 300; one expression for hosts and one for names in Firefox, and the pass banner's lines on a phone, 300; forgetting what an
  // earlier run of the worker has registered, 200; phrases that end with the query, 100; reading a search that has
  // signs or capitals in it, 800.
  'background.js': 108_500,
};

/**
 * The package as a store receives it, with the full list. Every language adds about 30,000 in core depth and 49,000 in full depth.
 * Of each, 6,000 are its page for countries without their own page. Rules for searches are about 200,000.
 */
export const ZIP_BUDGET = 1_940_000;
