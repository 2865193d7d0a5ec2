/**
 * Measures what recognizing searches costs a search engine's page: its load time, compared with the same build with the switch off
 * (Chromium).
 */

import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { recognizeSearches } from '../../scripts/browser/extension/searches-ruleset.ts';
import { launch } from '../../scripts/browser/open-browser.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { inTurn } from './notice-time.ts';
import { settleIn } from './settle-in.ts';
import type { Pairs } from './statistics.ts';
import { HEAVY_ENGINE, loadTime } from './unlisted-cost.ts';

/** The results of a search that no phrase matches. */
const RESULTS = `https://${HEAVY_ENGINE}/search?q=weather+in+april&form=QBLH`;

/** @returns load times of heavy results, with the switch on and off in turn, in two browsers. */
export async function engineCost(build: string, site: Site, runs: number): Promise<Pairs> {
  const [on, off] = await Promise.all([
    launch({ port: site.port, extension: build }, 'chromium'),
    launch({ port: site.port, extension: build }, 'chromium'),
  ]);
  try {
    for (const browser of [on, off]) {
      await guardRegistered(browser);
      await settleIn(browser);
    }
    await recognizeSearches(on, true);
    const [onTab, offTab] = [await on.newTab(), await off.newTab()];
    await Promise.all([on.stopWorker(), off.stopWorker()]);
    return await inTurn(
      runs,
      () => loadTime(on, onTab, RESULTS),
      () => loadTime(off, offTab, RESULTS),
    );
  } finally {
    await Promise.all([on.close(), off.close()]);
  }
}
