/** Counts what reached a site that should have received nothing. */
import type { Site } from '../../scripts/browser/site/site.ts';

export interface Reached {
  requests: number;
  /** Size of request lines, headers and bodies, not counting what a connection itself needs. */
  bytes: number;
  /** How often a tab went to the address, including warm-ups. */
  navigations: number;
}

/** @returns what has reached this host since the site last forgot its visits. */
export function reached(site: Site, host: string, navigations: number): Reached {
  const visits = site.visitsTo(host);
  return { requests: visits.length, bytes: visits.reduce((sum, { bytes }) => sum + bytes, 0), navigations };
}
