/**
 * Tests translators, readers and print services that show a listed page under their own address: each leads to the notice, in every
 * form.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { closeWelcome } from '../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { plainPage } from '../../scripts/browser/site/classifieds.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause } from '../../scripts/browser/wait.ts';
import { LIST_FOLDER } from '../../scripts/list/files.ts';
import { parseList } from '../../scripts/list/parse.ts';
import { DEFAULT_TIERS } from '../../utils/pattern/types.ts';

const { wrappers } = parseList(LIST_FOLDER).entries;
const copies = wrappers
  .filter(({ tier }) => DEFAULT_TIERS.includes(tier))
  .map(({ host, target, examples }) => ({
    name: `${host} (${target})`,
    address: examples[0]?.address ?? '',
  }));

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => ({ body: plainPage('<h1>A copy</h1>') }));
  browser = await launch({ port: site.port, extension: builtExtension(), sharedProcesses: true });
  await guardRegistered(browser);
  await closeWelcome(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function leadsToNotice(address: string): Promise<void> {
  const tab = await browser.newTab();
  await browser.open(tab, `https://${address}`).catch(() => undefined);
  await seeNotice(browser, tab);
  await browser.closeTab(tab);
}

for (const { name, address } of copies) test(`copy: ${name}`, () => leadsToNotice(address));

test('copy: one inside another', () =>
  leadsToNotice(`translate.google.de/translate?u=${encodeURIComponent(`https://${copies[0]?.address}`)}`));

test('copies of other sites, searches and the services themselves stay as they are, and wake nobody', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, 'https://plain.test/');
  await browser.stopWorker();
  for (const address of [
    'https://www.google.com/search?q=example.org',
    'https://translate.google.com/?text=word&op=translate',
    'https://yandex.ru/search/?text=word',
    'https://www.bing.com/search?q=word',
    'https://www.printfriendly.com/',
  ]) {
    await browser.open(tab, address);
    await pause(300);
    assert.equal((await browser.view(tab)).text.trim(), 'A copy', address);
    assert.equal(await browser.workerAwake(), false, `${address} woke the worker`);
  }
  for (const address of [
    'https://www.google.com/amp/s/example.org/',
    'https://translate.google.de/translate?u=https%3A%2F%2Fexample.org%2F',
    'https://r.jina.ai/https://example.org/',
  ]) {
    await browser.open(tab, address);
    await pause(800);
    assert.equal((await browser.view(tab)).text.trim(), 'A copy', address);
  }
  await browser.closeTab(tab);
});
