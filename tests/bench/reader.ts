/** Whom the notice is measured for: a clock that names a country, as nearly every device's does; a server's, at UTC, names none. */

/** Browsers take it over from the bench. */
export const CLOCK = 'America/New_York';

/** The page that the rules lead such a reader to. */
export const READERS_NOTICE = 'notice/US.en.html';

/** A server's clock, which names no country. */
export const NAMELESS_CLOCK = 'UTC';

/** The page that the rules lead to there. */
export const ANY_NOTICE = 'notice/any.en.html';
