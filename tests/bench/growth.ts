/**
 * Measures what a longer list costs: 10 to 100,000 made-up hosts. All sizes are open at the same time and measured in turn
 * (Chromium).
 */

import type { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { launch } from '../../scripts/browser/open-browser.ts';
import type { Tab } from '../../scripts/browser/session.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { packageSize } from '../../scripts/build/package-size.ts';
import { used } from './memory.ts';
import { paintTime } from './paint.ts';
import { READERS_NOTICE } from './reader.ts';
import { settleIn } from './settle-in.ts';
import { type Copy, copyWithHosts, FLOOR_PAGE, GROWN_HOST } from './test-builds.ts';
import { loadTime } from './unlisted-cost.ts';

const SIZES = [10, 1_000, 10_000, 100_000] as const;

/** All times in milliseconds. */
export interface Grown {
  entries: number;
  notice: number[];
  floor: number[];
  load: number[];
  /** For removing the dynamic rules and adding them again. */
  install: number[];
  /** For registering the guard again. */
  guard: number[];
  guardedHosts: number;
  /** Megabytes of the browser's own process, in which Chromium keeps rules. */
  browserMegabytes: number | null;
  zipped: number;
}

interface Open extends Grown {
  copy: Copy;
  browser: ChromiumSession;
  tab: Tab;
}

/** @param runs - how many times each is measured. */
export async function growth(build: string, site: Site, runs: number): Promise<Grown[]> {
  const all: Open[] = [];
  try {
    for (const entries of SIZES) all.push(await openWith(build, site, entries));
    for (let run = -1; run < runs; run++) {
      const order = run % 2 === 0 ? all : [...all].reverse();
      for (const one of order) await measureOnce(one, run < 0);
    }
    for (let run = 0; run < runs; run++) {
      for (const one of run % 2 === 0 ? all : [...all].reverse()) {
        const { install, guard } = await one.browser.inExtension<{ install: number; guard: number }>(
          REINSTALL,
        );
        one.install.push(install);
        one.guard.push(guard);
      }
    }
    for (const one of all)
      one.browserMegabytes = process.platform === 'linux' ? await used(one.browser, 'browser') : null;
    return all.map(({ copy: _, browser: __, tab: ___, ...grown }) => grown);
  } finally {
    for (const { browser, copy } of all) {
      await browser.close();
      copy.remove();
    }
  }
}

async function openWith(build: string, site: Site, entries: number): Promise<Open> {
  const copy = await copyWithHosts(build, 'chrome', entries);
  const { zipped } = packageSize(copy.folder);
  const browser = (await launch({ port: site.port, extension: copy.folder }, 'chromium')) as ChromiumSession;
  const guardedHosts = await waitFor(
    `the guard for ${entries} hosts`,
    () => browser.inExtension<number | undefined>(GUARDED),
    120_000,
  );
  await settleIn(browser);
  const empty = { notice: [], floor: [], load: [], install: [], guard: [], browserMegabytes: null };
  return { ...empty, entries, guardedHosts, zipped, copy, browser, tab: await browser.newTab() };
}

async function measureOnce({ browser, tab, notice, floor, load }: Open, rehearsal: boolean): Promise<void> {
  const floorPage = browser.base + FLOOR_PAGE;
  const times = [
    await paintTime(browser, tab, `https://${GROWN_HOST}/`, browser.base + READERS_NOTICE),
    await paintTime(browser, tab, floorPage, floorPage),
    await loadTime(browser, tab),
  ] as const;
  if (rehearsal) return;
  notice.push(times[0]);
  floor.push(times[1]);
  load.push(times[2]);
}

const GUARDED = `chrome.scripting.getRegisteredContentScripts().then(([guard]) => guard?.matches.length)`;

const REINSTALL = `(async () => {
  const { declarativeNetRequest: dnr, scripting } = chrome;
  const addRules = await dnr.getDynamicRules();
  await dnr.updateDynamicRules({ removeRuleIds: addRules.map(({ id }) => id) });
  let began = performance.now();
  await dnr.updateDynamicRules({ addRules });
  const install = performance.now() - began;
  const guards = await scripting.getRegisteredContentScripts();
  await scripting.unregisterContentScripts();
  began = performance.now();
  await scripting.registerContentScripts(guards);
  return { install, guard: performance.now() - began };
})()`;
