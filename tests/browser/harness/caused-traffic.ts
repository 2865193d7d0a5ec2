/** Defines what is recorded about traffic that the extension caused. */

/** One item of traffic that the extension caused. */
export interface Caused {
  /** Its kind. `main frame` is a page that replaces what is in a tab. */
  by: string;
  address: string;
}
