/** Whoever reads only the notice learns within one screen at 1366x768 what this is, what the law says, where help is and how to leave. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readLaws } from '../../scripts/facts/read-data.ts';
import { noticeRenderer } from '../../scripts/facts/render-notice.ts';
import type { Law } from '../../utils/notice/law.ts';
import { LANGUAGES, type Language } from '../../utils/policy/types.ts';
import { guardRegistered } from './harness/guard-registered.ts';
import { BROWSER, builtExtension, launch } from './harness/open-browser.ts';
import { publish, publishingDone, READERS } from './harness/readers.ts';
import type { BrowserSession, Tab } from './harness/session.ts';
import { type Site, startSite } from './harness/site.ts';
import { waitFor } from './harness/wait.ts';

const laws = readLaws().filter(({ code }) => !code.includes('XT'));
const federal = laws.find(({ code }) => code === 'US');
assert.ok(federal);
const render = noticeRenderer(federal, new Date().toISOString().slice(0, 10));

/** The tallest screens are the ones that can fail: so many of the United States, and as many of the other countries. */
const TALLEST = BROWSER === 'chromium' ? 9 : 4;

/** @returns the places whose law takes the most text in a language. */
function wordiest(language: Language): string[] {
  const length = (law: Law) => {
    const { main, alongside } = render(law, language).notice;
    return main.text.length + (alongside?.text.length ?? 0);
  };
  const sorted = laws
    .map((law) => ({ code: law.code, length: length(law) }))
    .sort((a, b) => b.length - a.length)
    .map(({ code }) => code);
  const states = sorted.filter((code) => code.startsWith('US'));
  const countries = sorted.filter((code) => !code.startsWith('US'));
  return [...states.slice(0, TALLEST), ...countries.slice(0, TALLEST)];
}

let site: Site;
let browser: BrowserSession;
let tab: Tab;

before(async () => {
  site = await startSite(() => ({ body: '<title>page</title>' }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  tab = await browser.newTab();
  await browser.resize(tab, 1366, 768);
  await browser.open(tab, `${browser.base}notice.html`);
  await publishingDone(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function show(reader: object, place: string, language: string): Promise<number> {
  await publish(browser, tab, reader, place, language);
  // Firefox answers a reload before the old document is gone: it is marked, so that it cannot be taken for the new one.
  await browser.evaluate(tab, "void (document.documentElement.dataset.old = 'yes')");
  await browser.reload(tab);
  const drawn = `document.documentElement.dataset.old === undefined && document.readyState === 'complete' && document.querySelector('.notice-place') !== null && document.documentElement.dataset.country === '${place.split('-')[0]}'`;
  await waitFor('the message', () => browser.evaluate<boolean>(tab, drawn));
  return browser.evaluate<number>(tab, 'document.documentElement.scrollHeight - innerHeight');
}

for (const [name, reader] of Object.entries(READERS)) {
  for (const language of LANGUAGES) {
    test(`${name}, ${language}: the tallest fit`, async () => {
      const over: string[] = [];
      for (const place of wordiest(language)) {
        const excess = await show(reader, place, language);
        if (excess > 0) over.push(`${place}: ${excess} px too tall`);
      }
      assert.deepEqual(over, []);
    });
  }
}
