/** What reached a site that should have received nothing. */
import type { Site } from '../../scripts/browser/site/site.ts';

export interface Reached {
  requests: number;
  /** Of request lines, headers and bodies; what a connection itself takes is not counted. */
  bytes: number;
  /** Times the address was gone to, warm-ups included. */
  navigations: number;
}

/** @returns what has reached this host since the site last forgot. */
export function reached(site: Site, host: string, navigations: number): Reached {
  const visits = site.visitsTo(host);
  return { requests: visits.length, bytes: visits.reduce((sum, { bytes }) => sum + bytes, 0), navigations };
}
