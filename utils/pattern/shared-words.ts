/** Words by which the worker is woken: each takes the place of many filters. */

/**
 * Words that are in nine of ten listed hosts, and in few other hosts. One filter for each takes the place of thousands, which
 * Chromium would compile at every start of the worker; that the worker then also wakes for a car club makes no difference to the club.
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
