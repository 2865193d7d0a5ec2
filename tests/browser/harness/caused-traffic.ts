/** Traffic of a browser that the extension caused. */

/** One piece of traffic with the extension behind it. */
export interface Caused {
  /** What kind: `main frame` is a page that takes over a tab. */
  by: string;
  address: string;
}
