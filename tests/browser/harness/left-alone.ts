/** Whether anything but the browser's own errands left the browser. */
import assert from 'node:assert/strict';
import type { Site } from './site.ts';

/** Browsers ask their makers for this and that of their own accord. */
const OWN_ERRANDS =
  /(?:^|\.)(?:google\.com|googleapis\.com|gstatic\.com|mozilla\.(?:com|org|net)|firefox\.com)$/;

/** Throws with the addresses that were asked for since the site last forgot. */
export function nothingLeft(site: Site): void {
  const left = site.visits.filter(({ host }) => !OWN_ERRANDS.test(host)).map(({ url }) => url);
  assert.deepEqual(left, []);
}
