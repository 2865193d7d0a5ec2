/**
 * The reader for whom the notice is measured. Their clock names a country, as nearly every device's clock does. A server's, at UTC,
 * names none.
 */

/** The time zone that the bench passes to browsers. */
export const CLOCK = 'America/New_York';

/** The page to which the rules lead such a reader. */
export const READERS_NOTICE = 'notice/US.en.html';

/** A server's clock, which names no country. */
export const NAMELESS_CLOCK = 'UTC';

/** The page to which the rules lead with that clock. */
export const ANY_NOTICE = 'notice/any.en.html';
