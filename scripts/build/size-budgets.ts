/** How big a build may be: what people wait for, in bytes of minified code before compression. */

/** Surfaces with a limit of their own. The worker's data is counted apart: it is text, parsed without a syntax tree of its own. */
export const SCRIPT_BUDGETS: Readonly<Record<string, number>> = {
  // With reserve: nobody should have to shorten code that faces a hostile page to get a fix in.
  // Every language adds 300: the overlay can load nothing, so it contains its few words in all of them.
  'guard.js': 12_000,
  'first-paint.js': 2_700,
  // Every language adds 1,200: the names of its files.
  'notice.html': 103_500,
  // Pages of search engines that ask behind `#` cost 400, pages for groups of regions 100; telling a covered search from what
  // follows it, and results that no rule has seen, 400; looking for what two listeners fewer have missed, 300;
  // one expression for hosts and one for names in Firefox, and the pass banner's lines on a phone, 300; forgetting what an
  // earlier run of the worker has registered, 200.
  'background.js': 107_500,
};

/**
 * The package as a store gets it, with the full list. Every language in core depth adds about 30,000, in full depth 49,000; 6,000 of
 * each are its page for countries without one of their own.
 */
export const ZIP_BUDGET = 1_790_000;
