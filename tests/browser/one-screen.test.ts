/** Tests that one screen of the notice at 1366x768 tells what this is, what the law says, where to get help and how to leave. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import {
  READERS,
  setMessagesShown,
  snapshotWritten,
  storeReader,
} from '../../scripts/browser/extension/reader-snapshots.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readLaws } from '../../scripts/facts/read-data.ts';
import { noticeRenderer, readClaims } from '../../scripts/facts/render-notice.ts';
import { readWords } from '../../scripts/read-words.ts';
import { claimMessage, claimsFor } from '../../utils/notice/claims.ts';
import { generalMessages } from '../../utils/notice/general-messages.ts';
import type { Law } from '../../utils/notice/law-types.ts';
import type { Audience } from '../../utils/policy/modes.ts';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';

const today = new Date().toISOString().slice(0, 10);

/** The tallest screens are the ones that can fail. Tests this many of the United States, and as many of other countries. */
const TALLEST = BROWSER === 'chromium' ? 9 : 4;

interface Showing {
  place: string;
  /** Ids of the messages that were shown before. */
  shown: readonly string[];
}

/**
 * @returns showings in the places whose law takes the most text in a language. Each is the first of its session; in the wordiest
 *   places also one after the law was shown, when another message comes first and the law beside it.
 */
function tallest(language: Language): Showing[] {
  const render = noticeRenderer(language, today);
  const length = (law: Law) => {
    const { main, alongside } = render(law).notice;
    return main.text.length + (alongside?.text.length ?? 0);
  };
  const sorted = readLaws(language)
    .filter(({ code }) => !code.includes('XT'))
    .map((law) => ({ code: law.code, length: length(law) }))
    .sort((a, b) => b.length - a.length)
    .map(({ code }) => code);
  const states = sorted.filter((code) => code.startsWith('US'));
  const countries = sorted.filter((code) => !code.startsWith('US'));
  return [states, countries].flatMap((places) => [
    ...places.slice(0, TALLEST).map((place) => ({ place, shown: [] })),
    ...places.slice(0, 1).map((place) => ({ place, shown: [`law:${place}`] })),
  ]);
}

/** @returns the messages that alternate on a notice, without the law and what people wrote themselves, the longest first. */
function turns(audience: Audience, code: string, language: Language): string[] {
  const [country = null, region] = code.split('-');
  const place = { country, region: region ? code : null, from: 'user' } as const;
  return [
    ...claimsFor(readClaims(language), audience, place, today).map((claim) => claimMessage(claim, today)),
    ...generalMessages(audience, readWords('messages', language)),
  ]
    .map(({ text }) => text)
    .sort((one, other) => other.length - one.length);
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
  await snapshotWritten(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** @returns by how many pixels the notice is taller than the window, in its tallest look. */
async function excessOf(
  reader: (typeof READERS)[keyof typeof READERS],
  { place, shown }: Showing,
  language: Language,
): Promise<number> {
  // An open notice would follow the new reader, and then store its own message as shown.
  await browser.open(tab, `${browser.base}icon/16.png`);
  await storeReader(browser, reader, place, language);
  await setMessagesShown(browser, shown);
  await browser.open(tab, `${browser.base}notice.html`);
  const drawn = `document.querySelector('.notice-place') !== null && document.documentElement.lang.split('-')[0] === '${language}'`;
  await waitFor(`the message for ${place}`, () => browser.evaluate<boolean>(tab, drawn));
  // Chance picked the message: the longest takes its place, so that a failure is reproducible.
  return browser.evaluate<number>(
    tab,
    `(() => {
      const turns = ${JSON.stringify(turns(reader.audience.value, place, language))};
      const own = (said) => said.querySelector('bdi') !== null;
      const main = document.querySelector('.notice-main');
      if (main && ${shown.length > 0} && !own(main)) main.textContent = turns[0];
      for (const said of document.querySelectorAll('.notice-main, .notice-supporting'))
        if (turns.includes(said.textContent)) said.textContent = turns[0];
      const root = document.documentElement;
      // Chance picked the look as well.
      const heights = [0, 1, 2, 3].map((variant) => {
        root.dataset.variant = String(variant);
        return root.scrollHeight;
      });
      return Math.max(...heights) - innerHeight;
    })()`,
  );
}

for (const [name, reader] of Object.entries(READERS)) {
  for (const language of LANGUAGES) {
    test(`${name}, ${language}: the tallest fit`, async () => {
      const over: string[] = [];
      for (const showing of tallest(language)) {
        const excess = await excessOf(reader, showing, language);
        if (excess > 0) over.push(`${showing.place}, after ${showing.shown.length}: ${excess} px too tall`);
      }
      assert.deepEqual(over, []);
    });
  }
}
