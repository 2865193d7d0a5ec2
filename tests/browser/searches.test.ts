/** Searches for paid sex: off until someone asks for it, then covered on every engine in each of its forms, and nothing else is. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ask, clickOn, policyKnown, seeText, typeInto } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { isNotice, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import {
  recognizeSearches,
  searchesRuleset,
  startedAnew,
} from '../../scripts/browser/extension/searches-ruleset.ts';
import { skipPause } from '../../scripts/browser/extension/skip-pause.ts';
import { closeWelcome } from '../../scripts/browser/extension/take-pass.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { effectiveConfig } from './harness/effective-config.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
};

const BUYING = 'escorts+near+me';
const INNOCENT = [
  'ford+escort+parts',
  'escorts+hospital+delhi',
  'prostitution+law',
  'how+to+stop+seeing+escorts',
];
const results = 'https://duckduckgo.com/';

let site: Site;
let browser: BrowserSession;

before(async () => {
  // What an engine's page does by itself: a new search without a new page.
  site = await startSite((_, address) => ({
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>Results</title><h1>Results of ${address.hostname}</h1>
      <form action="/"><input name="q"><button>Search</button></form>`,
  }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await closeWelcome(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.forget());

const recognize = (on: boolean) => recognizeSearches(browser, on);

async function staysOpen(tab: Tab, url: string): Promise<void> {
  await browser.open(tab, url);
  await waitFor(`${url} to show`, async () => (await browser.view(tab)).text.includes('Results of'));
}

async function covered(tab: Tab, url: string): Promise<void> {
  site.forget();
  await browser.open(tab, url);
  await seeNotice(browser, tab);
  assert.deepEqual(
    site.visits.filter(({ resource }) => resource === 'document').map((visit) => visit.url),
    [],
    'the engine was asked',
  );
}

test('off by default: every search stays open, and the worker sleeps through it', async () => {
  const tab = await browser.newTab();
  await staysOpen(tab, `${results}?q=${BUYING}`);
  await policyKnown(browser);
  await browser.stopWorker();
  await sleepsThroughSearches(tab);
});

/** In each way a search can come; the worker is asleep before and after. */
async function sleepsThroughSearches(tab: Tab): Promise<void> {
  for (const url of [`${results}?q=${BUYING}`, 'https://www.baidu.com/#wd=escorts']) {
    await staysOpen(tab, url);
    await browser.evaluate(
      tab,
      `void (history.pushState(null, '', '/?q=${BUYING}'), location.hash = 'wd=escorts')`,
    );
    await pause(300);
    assert.equal(await browser.workerAwake(), false, `${url} woke the worker`);
  }
}

test('on: a typed search is covered, and no request reaches the engine', async () => {
  await recognize(true);
  await covered(await browser.newTab(), `${results}?q=${BUYING}`);
});

test('where a word and a query begin and end: in each encoding, in a parameter and in the path of a map', async () => {
  const tab = await browser.newTab();
  for (const url of [
    `${results}?q=escorts`,
    `${results}?q=escorts&t=h_`,
    `${results}?q=puff+bonn`,
    `${results}?q=puff%20bonn`,
    `${results}?q=puff%20bonn%20heute&t=h_`,
    'https://www.google.com/maps/search/huren+k%C3%B6ln/@50.9,6.9,12z',
    'https://www.google.com/maps/search/huren%20bonn',
    'https://www.google.com/maps/search/escorts/@50.9,6.9,12z',
  ])
    await covered(tab, url);
  for (const url of [
    `${results}?q=escorts+limited`,
    `${results}?q=ford%20escorts`,
    `${results}?q=puff%20bonnet`,
    `${results}?q=powderpuff%20bonn`,
    'https://www.google.com/maps/search/auto+huren+k%C3%B6ln/@50.9,6.9,12z',
    'https://www.google.com/maps/search/fiets%20huren%20bonn',
  ])
    await staysOpen(tab, url);
});

test('with signs, in capitals, without marks: the worker covers what no rule reads, and what is innocent stays open', async () => {
  const tab = await browser.newTab();
  for (const words of [
    '%22escorts+near+me%22',
    '%E2%80%9Cescorts%20near%20me%E2%80%9D',
    '(escorts)+near+me',
    'BORDELL+IN+DER+N%C3%84HE',
    '%22putas%22+madrid',
  ]) {
    await browser.open(tab, `${results}?q=${words}`);
    await seeNotice(browser, tab);
  }
  for (const words of [
    'ford+escort%3F',
    '%22ford%22+escort+london',
    'escort+london+(ford)',
    'BORDELL+HAMBURG+%C3%9CBERFALL',
    'bordell+hamburg+ueberfall',
  ])
    await staysOpen(tab, `${results}?q=${words}`);
});

test('innocent searches, other pages of the engine and other sites stay open', async () => {
  const tab = await browser.newTab();
  for (const words of INNOCENT) await staysOpen(tab, `${results}?q=${words}`);
  await staysOpen(tab, `https://mail.google.com/mail/?q=${BUYING}`);
  await staysOpen(tab, `https://unlisted.test/search?q=${BUYING}`);
});

test('the worker sleeps through other sites, whatever is asked there, and through searches without a word of the trade', async () => {
  const tab = await browser.newTab();
  await staysOpen(tab, 'https://unlisted.test/');
  // Until then it is woken to ask again.
  await policyKnown(browser);
  await browser.stopWorker();
  for (const url of [
    'https://unlisted.test/',
    `https://unlisted.test/search?q=${BUYING}`,
    `${results}?q=weather`,
    'https://www.google.com/search?q=what+is+a+fair+price',
  ]) {
    await staysOpen(tab, url);
    await browser.evaluate(tab, `history.pushState(null, '', '/?q=knee+surgery')`);
    assert.equal(await browser.workerAwake(), false, `${url} woke the worker`);
  }
  await pause(500);
  assert.equal(await browser.workerAwake(), false);
  // It is woken by one that a phrase might know, which stays open all the same.
  await staysOpen(tab, `${results}?q=ford+escort+parts`);
  await waitFor('the worker to be woken', () => browser.workerAwake());
});

test('the notice says that the search looks like one, never that the person wants it, and lets them go on', async () => {
  const tab = await browser.newTab();
  const asked = `${results}?t=h_&q=${BUYING}`;
  await covered(tab, asked);
  // Help to stop is named with it, before anything else.
  await seeText(browser, tab, `${say.notice('looksLikeSearch')} ${say.notice('searchHelp')}`);
  // It has one name while it counts down and when it can be used; on a slow machine it may count no longer.
  const said = await seeText(browser, tab, say.notice('searchAnyway'));
  assert.ok(!said.includes(say.notice('continue')), 'it has two names');
  await clickOn(browser, tab, say.notice('why'));
  await seeText(browser, tab, say.notice('whySearches'));
  await seeText(browser, tab, say.notice('whySearch'));
  await clickOn(browser, tab, say.notice('whyMistake'));
  await waitFor('the report of a mistake', () =>
    browser.evaluate<boolean>(
      tab,
      `(document.querySelector('textarea')?.value ?? '').includes('Search engine: duckduckgo.com')`,
    ),
  );
  await policyKnown(browser);
  await browser.bringToFront(tab);
  await skipPause(browser, tab);
  await waitFor('the pause to end', () =>
    browser.evaluate<boolean>(tab, `Boolean(document.querySelector('.notice-continue button:enabled'))`),
  );
  await browser.click(tab, say.notice('searchAnyway'));
  await waitFor('the results', async () => {
    const { url, text } = await browser.view(tab);
    return url === asked && text.includes('Results of');
  });
});

test('a form and a link of another page', async () => {
  const tab = await browser.newTab();
  await staysOpen(tab, 'https://unlisted.test/');
  site.forget();
  await browser.evaluate(tab, `location.href = 'https://www.bing.com/search?q=hookers+near+me'`);
  await seeNotice(browser, tab);
  assert.deepEqual(site.visitsTo('bing.com'), []);
  const other = await browser.newTab();
  await staysOpen(other, 'https://www.ecosia.org/');
  site.forget();
  await browser.evaluate(
    other,
    `(document.querySelector('input').value = 'cheap escorts', document.querySelector('form').action = '/search',
    document.querySelector('form').requestSubmit())`,
  );
  await seeNotice(browser, other);
  assert.deepEqual(
    site.visits.filter(({ url }) => url.includes('escorts')),
    [],
  );
});

test('an engine that shows the next search without a new page', async () => {
  const tab = await browser.newTab();
  await staysOpen(tab, 'https://www.qwant.com/?q=weather');
  await browser.evaluate(tab, `history.pushState(null, '', '/?q=call+girls+in+delhi&t=web')`);
  await seeNotice(browser, tab);
});

/** Longer than the first three attempts at taking a tab away from a covered page. */
const SEVERAL_ATTEMPTS = 3_000;

test('what follows a covered search in the same tab stays: an innocent one without a new page, or with one', async () => {
  const tab = await browser.newTab();
  await staysOpen(tab, 'https://www.qwant.com/?q=weather');
  await browser.evaluate(
    tab,
    `(history.pushState(null, '', '/?q=call+girls+in+delhi&t=web'), history.pushState(null, '', '/?q=weather+in+delhi'))`,
  );
  await pause(SEVERAL_ATTEMPTS);
  await showsResults(tab, 'https://www.qwant.com/?q=weather+in+delhi');

  // The notice has come, and is left before it could say so.
  await browser.evaluate(tab, `history.pushState(null, '', '/?q=call+girls+in+delhi&t=web')`);
  await waitFor('the notice', async () => isNotice(browser, (await browser.view(tab)).url));
  await browser.open(tab, 'https://www.qwant.com/?q=weather+in+goa');
  await pause(SEVERAL_ATTEMPTS);
  await showsResults(tab, 'https://www.qwant.com/?q=weather+in+goa');
});

/** Now, with nothing over it. */
async function showsResults(tab: Tab, address: string): Promise<void> {
  const { url, text } = await browser.view(tab);
  assert.equal(url, address);
  assert.ok(text.includes('Results of'), text);
}

test('in a family it is the family’s notice, which names no law', async () => {
  const lawShown = async (tab: Tab) => {
    await covered(tab, `${results}?q=${BUYING}`);
    await seeText(browser, tab, say.notice('looksLikeSearch'));
    await seeText(browser, tab, 'Georgia');
    return browser.evaluate<boolean>(tab, `document.querySelector('.notice-law') !== null`);
  };
  const tab = await browser.newTab();
  const place = { country: 'US', region: 'US-GA', language: 'en' } as const;
  await ask(browser, 'settings/change', { changes: { ...place, audience: 'family' } });
  assert.equal(await lawShown(tab), false);
  await ask(browser, 'settings/change', { changes: { audience: 'personal' } });
  await waitFor('the law', () => lawShown(tab), 60_000);
});

test('off again: they open, and the browser forgets what would wake the worker', async () => {
  await recognize(false);
  const tab = await browser.newTab();
  await browser.stopWorker();
  await sleepsThroughSearches(tab);
});

test('off at the start of a worker, on as the last one ended: the browser forgets all that would wake it', async () => {
  const LOCAL = '(globalThis.browser ?? chrome).storage.local';
  const off = await browser.inExtension<object>(`${LOCAL}.get()`);
  await recognize(true);
  const notice = await browser.newTab();
  await covered(notice, `${results}?q=${BUYING}`);
  // Its words to the worker would wake it.
  await browser.closeTab(notice);
  await policyKnown(browser);
  await browser.stopWorker();
  // As a policy that goes while the browser is closed: no worker has been there for the change.
  await browser.inExtension(`${LOCAL}.set(${JSON.stringify(off)})`);
  await searchesRuleset(browser, false);
  // A worker that is killed before all is in place goes on at its next start.
  await waitFor('all to be in place', () => effectiveConfig(browser));
  await startedAnew(browser, false);
  const tab = await browser.newTab();
  await browser.stopWorker();
  await sleepsThroughSearches(tab);
});

// Only Firefox keeps the listeners of a first turn. Other browsers register in each first turn, and remove what is not wanted.
const inFirefox = BROWSER === 'firefox' ? test : () => undefined;

inFirefox('Firefox: switched on, the worker is started anew, so that its first turn registers', async () => {
  await ask(browser, 'settings/change', { changes: { recognizeSearches: true } });
  await searchesRuleset(browser, true);
  const rings = async () =>
    (await browser.inExtension<{ name: string }[]>(`${API}.alarms.getAll()`)).some(
      ({ name }) => name === 'searches',
    );
  await waitFor('the alarm', rings);
  await policyKnown(browser);
  await browser.stopWorker();
  await waitFor('the worker to start by itself', () => browser.workerAwake(), 60_000);
  // Something else may have started the worker. Then the alarm ends when it rings next.
  await waitFor('the alarm to end', async () => !(await rings()), 60_000);
  const tab = await browser.newTab();
  await staysOpen(tab, 'https://unlisted.test/');
  await browser.stopWorker();
  await covered(tab, `${results}?q=${BUYING}`);
  await seeText(browser, tab, say.notice('searchAnyway'));
  await browser.closeTab(tab);
});

test('with a PIN, going on to the results asks for it', async () => {
  await recognize(true);
  assert.equal((await ask(browser, 'pin/set', { newPin: 'blue7' })).is, 'applied');
  const withPin = async (pin: string) => {
    const tab = await browser.newTab();
    await covered(tab, `${results}?q=${BUYING}`);
    await skipPause(browser, tab);
    await typeInto(browser, tab, 'PIN', pin);
    await browser.press(tab, 'Enter');
    return tab;
  };
  const refused = await withPin('wrong');
  await seeText(browser, refused, say.notice('refused-pin-wrong'));
  await seeNotice(browser, refused);
  const granted = await withPin('blue7');
  await waitFor('the results', async () => (await browser.view(granted)).text.includes('Results of'));
});
