/** Checks whether any requests left the browser except its own background requests. */
import assert from 'node:assert/strict';
import type { Site } from '../../../scripts/browser/site/site.ts';

/** Hosts of the browsers' makers, to which browsers send requests by themselves. */
const OWN_ERRANDS =
  /(?:^|\.)(?:google\.com|googleapis\.com|gstatic\.com|mozilla\.(?:com|org|net)|firefox\.com)$/;

/**
 * Throws with the addresses that were requested since the site last forgot its visits.
 * @param opened - hosts that the test itself has opened.
 */
export function nothingLeft(site: Site, opened: readonly string[] = []): void {
  const expected = (host: string) => OWN_ERRANDS.test(host) || opened.includes(host);
  const left = site.visits.filter(({ host }) => !expected(host)).map(({ url }) => url);
  const tunnels = site.tunnels.filter((host) => !expected(host));
  assert.deepEqual([...left, ...tunnels], []);
}
