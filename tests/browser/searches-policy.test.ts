/** Searches that a managed policy covers under zero tolerance: no way through to the results. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clickOn, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import { searchesRuleset } from '../../scripts/browser/extension/searches-ruleset.ts';
import { COVERED_SEARCH } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { type Managed, underPolicy } from './harness/managed.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
};

let site: Site;
let managed: Managed;

before(async () => {
  site = await startSite(() => ({ body: '<!doctype html><title>Results</title><h1>Results</h1>' }));
  managed = await underPolicy(site, {
    mode: 'zero-tolerance',
    recognizeSearches: true,
    organizationName: 'Example Company',
    // If there were a way on, it would be open at once.
    continueDelaySeconds: 0,
  });
  const { browser } = managed;
  await guardRegistered(browser);
  await searchesRuleset(browser, true, 30_000);
});
after(async () => {
  await managed?.close();
  await site?.close();
});

test('the search is covered, in the organization’s name, and no pass is offered or given', async () => {
  const { browser } = managed;
  const tab = await browser.newTab();
  site.forget();
  await browser.open(tab, COVERED_SEARCH);
  await seeNotice(browser, tab);
  await seeText(browser, tab, 'Example Company');
  await seeText(browser, tab, say.notice('looksLikeSearch'));
  const names = (await browser.accessible(tab)).map(({ name }) => name);
  assert.deepEqual(
    names.filter((name) =>
      [say.notice('searchAnyway'), say.notice('continue')].some((way) => name.includes(way)),
    ),
    [],
  );
  const answer = await browser.evaluate<{ granted: boolean; why?: string }>(
    tab,
    `${API}.runtime.sendMessage({ type: 'notice/continue', address: ${JSON.stringify(COVERED_SEARCH)} })`,
  );
  assert.deepEqual([answer.granted, answer.why], [false, 'zero-tolerance']);
  assert.deepEqual(site.visitsTo('duckduckgo.com'), []);
});

test('a search without a new page, or behind #: the same notice, which speaks of a search and not of a list', async () => {
  const { browser } = managed;
  for (const [opened, script] of [
    ['https://duckduckgo.com/?q=weather', `history.pushState(null, '', '/?q=escorts+near+me')`],
    ['https://www.baidu.com/', `void (location.hash = 'ie=utf-8&wd=escorts+near+me')`],
  ] as const) {
    const tab = await browser.newTab();
    await browser.open(tab, opened);
    await waitFor('the page', async () => (await browser.view(tab)).text.includes('Results'));
    await browser.evaluate(tab, script).catch(() => undefined);
    await seeNotice(browser, tab);
    await seeText(browser, tab, say.notice('looksLikeSearch'));
    await clickOn(browser, tab, say.notice('why'));
    await seeText(browser, tab, say.notice('whySearch'));
    await browser.closeTab(tab);
  }
});
