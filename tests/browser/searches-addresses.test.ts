/**
 * Every address form of every search engine in the list: its hosts, pages and parameters, its pictures, news, maps and goods, and
 * each of them put on without a new page. The extension's own page opens them, several at once, and hears from the browser where each tab arrived.
 */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { API, openOwn } from '../../scripts/browser/extension/own-page.ts';
import { recognizeSearches } from '../../scripts/browser/extension/searches-ruleset.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { LIST_FOLDER } from '../../scripts/list/files.ts';
import { parseList } from '../../scripts/list/parse.ts';
import type { EngineEntry } from '../../utils/pattern/entry.ts';

const { engines } = parseList(LIST_FOLDER).entries;

/** In every buying search here, so that a request that holds one is found. */
const MARK = 'tonight';
/** As browsers write spaces, and as people write words. */
const BUYING = [`escorts+near+me+${MARK}`, `Escorts%20Near%20Me%20${MARK}`, `ESCORTS+NEAR+ME+${MARK}`];
const INNOCENT = ['ford+escort+parts', 'prostitution%20law', 'how+to+stop+seeing+escorts'];

/** How many tabs are on their way at once. */
const AT_ONCE = 4;
/** How long a tab may take (milliseconds): a busy machine starts a process for it. */
const PATIENCE = 20_000;

/** Written in the list: the engine's own forms, and those of what it searches beside the web. */
function written({ examples, tabs = {} }: EngineEntry): string[] {
  return [...examples, ...Object.values(tabs).flat()];
}

/** Each page with each parameter on the engine's first host, and one of them on its last host and on one between: the country hosts are many. */
function combined({ hosts, paths, keys }: EngineEntry): string[] {
  const asked = paths.flatMap((path) => keys.map((key) => `${path}?${key}=WORDS`));
  const [first, ...others] = new Set([hosts[0], hosts[Math.floor(hosts.length / 2)], hosts.at(-1)]);
  return [...asked.map((one) => `${first}${one}`), ...others.map((host) => `${host}${asked[0]}`)];
}

const FORMS = [...new Set(engines.flatMap((engine) => [...written(engine), ...combined(engine)]))];
const WRITTEN = [...new Set(engines.flatMap(written))];
const BEHIND_HASH = WRITTEN.filter((form) => form.includes('#'));

/** @returns the addresses with one of these words in each, in turn. */
const filled = (forms: readonly string[], words: readonly string[]) =>
  forms.map((form, place) => `https://${form.replace('WORDS', words[place % words.length] ?? '')}`);

let site: Site;
let browser: BrowserSession;
let own: Tab;

before(async () => {
  site = await startSite((_, { hostname }) => ({
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>Page of ${hostname}</title><h1>Page of ${hostname}</h1>`,
  }));
  browser = await launch({ port: site.port, extension: builtExtension(), sharedProcesses: true });
  await guardRegistered(browser);
  await ask(browser, 'settings/welcomed', {});
  await recognizeSearches(browser, true);
  own = await openOwn(browser, 'options.html');
  await browser.evaluate(own, WALK);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** One step of a walk: what a new tab opens, what it then puts on by itself, and where it has to arrive. */
interface Step {
  open: string;
  puts?: { pushState: string } | { hash: string };
  arrives: 'notice' | 'page';
}

/** Runs in the page of the extension: takes the steps, and returns those that did not arrive, each with where its tab was. */
const WALK = `void (globalThis.walk = async (steps, atOnce, patience) => {
  const { webNavigation, tabs, scripting, runtime } = ${API};
  const seen = new Map();
  const wake = new Map();
  const commits = (id) => seen.get(id) ?? seen.set(id, []).get(id);
  const listener = ({ tabId, frameId, url }) => {
    if (frameId !== 0) return;
    commits(tabId).push(url);
    wake.get(tabId)?.();
  };
  webNavigation.onCommitted.addListener(listener);
  const isNotice = (url) => url.startsWith(runtime.getURL('notice')) || /^[a-z-]+extension:\\/\\/[^/]+\\/notice/.test(url);
  const isPage = (url) => url.startsWith('http');
  const arrival = (id, fits) => new Promise((done) => {
    const end = setTimeout(() => done(false), patience);
    const look = () => commits(id).some(fits) && (clearTimeout(end), done(true));
    wake.set(id, look);
    look();
  });
  const putOn = (puts) => puts.pushState === undefined
    ? void (location.hash = puts.hash)
    : history.pushState(null, '', puts.pushState);
  const failed = [];
  const one = async ({ open, puts, arrives }) => {
    const { id } = await tabs.create({ url: open, active: false });
    let right = await arrival(id, puts || arrives === 'page' ? isPage : isNotice);
    if (right && puts) {
      const script = { target: { tabId: id }, world: 'MAIN', func: putOn, args: [puts], injectImmediately: true };
      await scripting.executeScript(script).catch(() => undefined);
      right = await arrival(id, isNotice);
    }
    if (arrives === 'page' && commits(id).some(isNotice)) right = false;
    if (!right) failed.push([open, JSON.stringify(puts ?? null), commits(id).join(' ')].join(' | '));
    await tabs.remove(id);
  };
  const rest = [...steps];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let step = rest.shift(); step; step = rest.shift()) await one(step);
  }));
  webNavigation.onCommitted.removeListener(listener);
  return failed;
})`;

async function walk(steps: readonly Step[]): Promise<void> {
  assert.ok(steps.length > 0);
  // A walk takes longer than a browser is waited for that evaluates something.
  await browser.evaluate(
    own,
    `void (globalThis.walked = null, globalThis.walk(${JSON.stringify(steps)}, ${AT_ONCE}, ${PATIENCE})
      .then((failed) => { globalThis.walked = { failed }; }, (error) => { globalThis.walked = { failed: [String(error)] }; }))`,
  );
  const { failed } = await waitFor(
    'the walk to end',
    () => browser.evaluate<{ failed: string[] } | null>(own, 'globalThis.walked'),
    150_000,
  );
  assert.deepEqual(failed, []);
}

/** No request of any kind holds the words. */
function notSent(): void {
  assert.deepEqual(
    site.visits.filter(({ url, body }) => `${url} ${body}`.includes(MARK)).map(({ url }) => url),
    [],
  );
}

test('each host, page and parameter: covered, and no engine is asked anything', async () => {
  site.forget();
  const forms = FORMS.filter((form) => !form.includes('#'));
  assert.ok(forms.length > 170, `only ${forms.length} forms`);
  await walk(filled(forms, BUYING).map((open) => ({ open, arrives: 'notice' })));
  notSent();
  assert.deepEqual(
    site.visits.filter(({ resource }) => resource === 'document').map(({ url }) => url),
    [],
  );
});

test('words behind #, as Chromium ships Baidu and Coc Coc: covered, typed and put on later; the words are not sent', async () => {
  site.forget();
  assert.deepEqual(
    BEHIND_HASH.map((form) => form.split(/[/#]/)[0]),
    ['www.baidu.com', 'coccoc.com'],
  );
  const addresses = filled(BEHIND_HASH, BUYING);
  await walk(addresses.map((open) => ({ open, arrives: 'notice' })));
  await walk(
    addresses.map((address) => {
      const [open = '', hash = ''] = address.split('#');
      return { open, puts: { hash }, arrives: 'notice' };
    }),
  );
  notSent();
});

test('innocent words in each of them, and what the engine has beside its search, stay open', async () => {
  const beside = engines.flatMap(({ counterExamples }) => counterExamples);
  const open = [...filled(WRITTEN, INNOCENT), ...filled(beside, BUYING)];
  await walk(open.map((address) => ({ open: address, arrives: 'page' })));
});

test('each of them put on by a page of the engine without a new page: covered, and never sent', async () => {
  site.forget();
  await walk(
    filled(WRITTEN, BUYING).map((address) => ({
      open: `https://${new URL(address).hostname}/weather`,
      puts: { pushState: address },
      arrives: 'notice',
    })),
  );
  notSent();
});
