/** Other extensions beside ours: each configured through its own storage to cover one test host (Chromium). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardRegistered } from '../browser/harness/guard-registered.ts';
import { listedHosts } from '../browser/harness/listed.ts';
import { launch } from '../browser/harness/open-browser.ts';
import type { BrowserSession } from '../browser/harness/session.ts';
import type { Site } from '../browser/harness/site.ts';
import { inTurn } from './notice-time.ts';
import { paintTime } from './paint.ts';
import { settleIn } from './settle-in.ts';
import type { Pairs } from './statistics.ts';
import { copyOf, FLOOR_PAGE } from './test-builds.ts';

interface Peer {
  /** The host it will cover; most take any. */
  host(folder: string): string;
  configure(browser: BrowserSession, host: string): Promise<unknown>;
  /** Where its page lies. */
  page: string;
}

const ANY_HOST = 'listed-for-the-bench.example';

/** What each keeps its choices in was read from its own source. */
export const PEERS: Readonly<Record<string, Peer>> = {
  'second-thought': {
    host: () => listedHosts(1)[0] ?? '',
    configure: guardRegistered,
    page: 'notice.html',
  },
  leechblock: {
    host: () => ANY_HOST,
    configure: (browser, host) =>
      browser.inExtension(`(async () => {
        const days1 = Array(7).fill(true);
        // Its options page turns sites into expressions when it saves; the one for people's own is read as it is.
        const regexpBlock1 = '^https?://${host}/';
        await chrome.storage.local.set({ regexpBlock1, times1: '0000-2400', days1, useDocFocus: false });
        await chrome.runtime.sendMessage({ type: 'options' });
      })()`),
    page: 'blocked.html',
  },
  'block-site': {
    host: () => ANY_HOST,
    configure: (browser, host) =>
      browser.inExtension(`chrome.storage.local.set({ blocked: ['${host}'], initialBlock: false })`),
    page: 'data/blocked/index.html',
  },
  // It covers what its own lists name: the first host of the one that is on from the start.
  'ubo-lite': {
    host: (folder) => {
      const file = join(folder, 'rulesets/strictblock/ublock-badware.json');
      const rules = JSON.parse(readFileSync(file, 'utf8')) as { condition: { requestDomains?: string[] } }[];
      return rules.flatMap(({ condition }) => condition.requestDomains ?? [])[0] ?? '';
    },
    configure: async () => undefined,
    page: 'strictblock.html',
  },
};

export interface Beside {
  name: string;
  pairs: Pairs;
  /** Requests for the covered page that reached the site, in all runs. */
  requests: number;
  runs: number;
}

/** @param peers - name (a key of `PEERS`) and folder, ours among them; all are open at once. */
export async function besidePeers(
  peers: readonly { name: string; folder: string }[],
  site: Site,
  runs: number,
): Promise<Beside[]> {
  const open = [];
  try {
    for (const { name, folder } of peers) {
      const peer = PEERS[name];
      if (!peer) throw new Error(`No adapter for "${name}"; there are ${Object.keys(PEERS).join(', ')}`);
      const copy = copyOf(folder);
      const browser = await launch({ port: site.port, extension: copy.folder }, 'chromium');
      open.push({ name, peer, copy, browser, host: peer.host(folder) });
    }
    for (const { peer, browser, host } of open) await peer.configure(browser, host);
    const ready = [];
    for (const one of open) {
      await settleIn(one.browser);
      ready.push({ ...one, tab: await one.browser.newTab() });
    }
    site.forget();
    const results = open.map(
      ({ name }): Beside => ({ name, pairs: { ours: [], beside: [] }, requests: 0, runs }),
    );
    for (let run = 0; run < runs; run++) {
      const order = run % 2 === 0 ? ready : [...ready].reverse();
      for (const { name, peer, browser, host, tab } of order) {
        const floor = browser.base + FLOOR_PAGE;
        const page = browser.base + peer.page;
        const result = results.find((one) => one.name === name) as Beside;
        const pair = await inTurn(
          1,
          () => paintTime(browser, tab, `https://${host}/`, page, false),
          () => paintTime(browser, tab, floor, floor),
        );
        result.pairs.ours.push(...pair.ours);
        result.pairs.beside.push(...pair.beside);
      }
    }
    for (const result of results) {
      const host = open.find(({ name }) => name === result.name)?.host ?? '';
      result.requests = site.visitsTo(host).filter(({ url }) => new URL(url).pathname === '/').length;
    }
    return results;
  } finally {
    for (const { browser, copy } of open) {
      await browser.close();
      copy.remove();
    }
  }
}
