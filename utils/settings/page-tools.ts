/** Defines what a page needs from the browser besides the worker. The entrypoints pass the real tools, tests pass their own. */
export type BrowserKind = 'chrome' | 'edge' | 'firefox' | 'firefox-android' | 'safari';

export interface PageTools {
  kind: BrowserKind;
  /** Opens an address or one of the extension's own pages (`/options.html#pin`) in a new tab. */
  open: (address: string) => void;
  /** Opens the browser's own page about this extension; null if the browser does not let extensions do that. */
  openOwnEntry: (() => void) | null;
  /** Asks for access to all sites. Must run inside a click. */
  requestHostAccess: () => Promise<boolean>;
  restart: () => void;
  download: (name: string, text: string) => void;
  /** Today, `YYYY-MM-DD`, in the reader's time zone. */
  today: () => string;
  /** The country that is guessed if none is chosen (ISO 3166-1), or null. */
  guessedCountry: () => string | null;
  closePage: () => void;
}

/** A country to choose, with its regions, named in the reader's language and sorted. */
export interface PlaceOption {
  /** ISO 3166-1 or 3166-2. */
  code: string;
  name: string;
  regions: { code: string; name: string }[];
}

/** The address that is always covered: the matcher's `CHECK_HOST`. */
export const CHECK_ADDRESS = 'http://check.second-thought.test/';
