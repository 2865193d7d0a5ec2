/** Words that wake the worker: each replaces many filters. */

/**
 * Nine of ten listed hosts contain one of these words, and few other hosts do. One filter for each replaces thousands, which
 * Chromium would compile at every start of the worker. The worker then also wakes for a car club, which does not affect the club.
 */
export const SHARED_WORDS = [
  'escort',
  'eskort',
  'callgirl',
  'prostitut',
  'individualk',
  'gaigoi',
  'dosug',
  'huren',
  'nutten',
  'hoeren',
  'bordel',
  'brothel',
  'rotlicht',
  'acompanhant',
  'kinesiolog',
  'sexguide',
  'backpage',
  'bakeca',
  'fuzoku',
  'eroticmassage',
] as const;
