/**
 * Measures the time to the notice, compared with the floor: warm, with the worker asleep, in a private window, and as the first page
 * after a cold start.
 */

import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import type { BrowserName } from '../../scripts/browser/find-browsers.ts';
import { launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { pause } from '../../scripts/browser/wait.ts';
import { paintTime } from './paint.ts';
import { type Reached, reached } from './reached.ts';
import { READERS_NOTICE } from './reader.ts';
import { settleIn } from './settle-in.ts';
import type { Pairs } from './statistics.ts';
import { copyOf, FLOOR_PAGE } from './test-builds.ts';

export interface NoticeTimes {
  pairs: Record<string, Pairs>;
  /** What reached the listed host, by kind. */
  reached: Record<string, Reached>;
  /** What could not be measured, and why. */
  missing: string[];
}

/** An ordinary page, from which most people come. */
const ORDINARY = 'https://ordinary.test/';

const [host = ''] = listedHosts(1);
const LISTED = `https://${host}/`;

/** Measures both pages in turn. The order changes from pair to pair. */
export async function inTurn(
  runs: number,
  ours: () => Promise<number>,
  beside: () => Promise<number>,
): Promise<Pairs> {
  const pairs: Pairs = { ours: [], beside: [] };
  // The first of each kind fills caches that all later ones find filled.
  await ours();
  await beside();
  for (let run = 0; run < runs; run++) await addPair(pairs, run, ours, beside);
  return pairs;
}

/** Adds one pair. The run's number decides the order: even or odd. */
export async function addPair(
  pairs: Pairs,
  run: number,
  ours: () => Promise<number>,
  beside: () => Promise<number>,
): Promise<void> {
  const first = run % 2 === 0;
  if (first) pairs.ours.push(await ours());
  pairs.beside.push(await beside());
  if (!first) pairs.ours.push(await ours());
}

/** @param runs - pairs of each kind, except that cold starts have `coldRuns`, because each pair starts two browsers. */
export async function noticeTimes(
  name: BrowserName,
  build: string,
  site: Site,
  { runs, coldRuns }: { runs: number; coldRuns: number },
): Promise<NoticeTimes> {
  const copy = copyOf(build);
  const browser = await launch({ port: site.port, extension: copy.folder }, name);
  const pairs: Record<string, Pairs> = {};
  const missing: string[] = [];
  const came: Record<string, Reached> = {};
  const measure = async (kind: string, all: () => Promise<Pairs>) => {
    site.forget();
    try {
      const measured = await all();
      pairs[kind] = measured;
      came[kind] = reached(site, host, measured.ours.length + 1);
    } catch (error) {
      missing.push(`${kind}: ${(error as Error).message.split('\n')[0]}`);
    }
  };
  try {
    await guardRegistered(browser);
    await settleIn(browser);
    const tab = await browser.newTab();
    await measure('warm', () => pair(browser, tab, runs));
    await measure('warm, from an ordinary page', () => pair(browser, tab, runs, { from: ORDINARY }));
    await measure('worker asleep', () =>
      pair(browser, tab, runs, {
        before: async () => {
          // An open notice would wake the worker.
          await browser.open(tab, 'about:blank');
          await asleep(browser);
        },
      }),
    );
    const hidden = await browser.newTab('private');
    await measure('private window', () => pair(browser, hidden, runs));
  } finally {
    await browser.close();
  }
  try {
    if (coldRuns > 0) {
      const profile = temporaryFolder('bench-profile');
      const start = () =>
        launch(
          { port: site.port, extension: copy.folder, installedBy: 'profile', profile: profile.folder },
          name,
        );
      const first = await start();
      await guardRegistered(first);
      await settleIn(first);
      await first.close();
      const cold = (page: 'ours' | 'floor') => coldTime(start, page);
      await measure('first page after the start', () =>
        inTurn(
          coldRuns,
          () => cold('ours'),
          () => cold('floor'),
        ),
      );
      profile.remove();
    }
  } finally {
    copy.remove();
  }
  return { pairs, reached: came, missing };
}

function pair(
  browser: BrowserSession,
  tab: Tab,
  runs: number,
  { before, from }: { before?: () => Promise<void>; from?: string } = {},
): Promise<Pairs> {
  const to = async (address: string, arrival: string) => {
    await before?.();
    return paintTime(browser, tab, address, arrival, from === undefined ? {} : { from });
  };
  const floor = browser.base + FLOOR_PAGE;
  return inTurn(
    runs,
    () => to(LISTED, browser.base + READERS_NOTICE),
    () => to(floor, floor),
  );
}

async function coldTime(start: () => Promise<BrowserSession>, page: 'ours' | 'floor'): Promise<number> {
  const browser = await start();
  try {
    const tab = await browser.newTab();
    const floor = browser.base + FLOOR_PAGE;
    return page === 'ours'
      ? await paintTime(browser, tab, LISTED, browser.base + READERS_NOTICE)
      : await paintTime(browser, tab, floor, floor);
  } finally {
    await browser.close();
  }
}

/** Stops the worker, and tries again if that fails: on a busy machine, it may still work for the last page. */
async function asleep(browser: BrowserSession): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    await pause(500);
    if (
      await browser.stopWorker().then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error('The worker did not go to sleep');
}
