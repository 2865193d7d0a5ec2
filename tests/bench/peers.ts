/** Compares other extensions with this one. Each is configured through its own storage to cover one test host (Chromium). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { addPair } from './notice-time.ts';
import { paintTime } from './paint.ts';
import type { PeerOption } from './peer-option.ts';
import { type Reached, reached } from './reached.ts';
import { READERS_NOTICE } from './reader.ts';
import { settleIn } from './settle-in.ts';
import type { Pairs } from './statistics.ts';
import { copyOf, FLOOR_PAGE } from './test-builds.ts';

interface Peer {
  /** The host that it will cover. Most accept any. */
  host(folder: string): string;
  configure(browser: BrowserSession, host: string): Promise<unknown>;
  /** The path of its page. */
  page: string;
}

const ANY_HOST = 'listed-for-the-bench.example';

const OURS: Peer = {
  host: () => listedHosts(1)[0] ?? '',
  configure: guardRegistered,
  page: READERS_NOTICE,
};

/** Covers the named host by default. Any of its own pages counts. */
const ANY: Peer = { host: () => '', configure: async () => undefined, page: '' };

/** How each stores its settings, according to its source code. */
export const PEERS: Readonly<Record<string, Peer>> = {
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
  // It covers what its own lists name: this takes the first host of the list that is on by default.
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
  /** The requests that reached the covered site. */
  reached: Reached;
}

/** The name of this extension among them. */
export const OUR_NAME = 'second-thought';

/** @param peers - this extension is added to them. All are open at once. */
export async function besidePeers(
  build: string,
  peers: readonly PeerOption[],
  site: Site,
  runs: number,
): Promise<Beside[]> {
  const open = [];
  try {
    for (const { name, folder, host } of [{ name: OUR_NAME, folder: build, host: null }, ...peers]) {
      const peer = name === OUR_NAME ? OURS : (PEERS[name] ?? ANY);
      const copy = copyOf(folder);
      const browser = await launch({ port: site.port, extension: copy.folder }, 'chromium');
      open.push({ name, peer, copy, browser, host: host ?? peer.host(folder) });
    }
    for (const { peer, browser, host } of open) await peer.configure(browser, host);
    const ready = [];
    for (const one of open) {
      await settleIn(one.browser);
      ready.push({ ...one, tab: await one.browser.newTab() });
    }
    const results = ready.map(
      ({ name }): Beside => ({
        name,
        pairs: { ours: [], beside: [] },
        reached: { requests: 0, bytes: 0, navigations: 0 },
      }),
    );
    // The first run is a warm-up: it fills caches.
    for (let run = -1; run < runs; run++) {
      const order = run % 2 === 0 ? ready : [...ready].reverse();
      for (const one of order) {
        const { peer, browser, host, tab } = one;
        const floor = browser.base + FLOOR_PAGE;
        const result = results[ready.indexOf(one)] as Beside;
        // Forgets earlier requests, because two extensions may cover the same host.
        site.forget();
        await addPair(
          run < 0 ? { ours: [], beside: [] } : result.pairs,
          run,
          () => paintTime(browser, tab, `https://${host}/`, browser.base + peer.page, { heading: false }),
          () => paintTime(browser, tab, floor, floor),
        );
        result.reached = sum(result.reached, reached(site, host, 1));
      }
    }
    return results;
  } finally {
    for (const { browser, copy } of open) {
      await browser.close();
      copy.remove();
    }
  }
}

function sum(one: Reached, other: Reached): Reached {
  return {
    requests: one.requests + other.requests,
    bytes: one.bytes + other.bytes,
    navigations: one.navigations + other.navigations,
  };
}
