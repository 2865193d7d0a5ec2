/** Makes the pictures for the stores, in every language: screenshots of the real product with made-up names only, and tiles. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language, languageEntry } from '../../utils/words/languages.ts';
import { ask } from '../browser/extension/ask.ts';
import { setMessagesShown, snapshotWritten, storeReader } from '../browser/extension/reader-snapshots.ts';
import { setLook } from '../browser/look.ts';
import { MADE_UP, ownInstallation } from '../browser/scenes/play.ts';
import type { BrowserSession, Tab } from '../browser/session.ts';
import { CHECK_ADDRESS } from '../browser/site/listed.ts';
import { startSite } from '../browser/site/site.ts';
import { waitFor } from '../browser/wait.ts';
import { readListing } from '../release/store-files.ts';
import { photograph } from './camera.ts';
import { TILES, tilePage } from './tiles.ts';

/** A size in pixels that Chrome Web Store, addons.mozilla.org and Edge Add-ons all accept. */
const SCREENSHOT = { width: 1280, height: 800 };

/** A place where the language is spoken. */
const placeOf = (language: Language) => languageEntry(language)?.places?.[0] ?? 'US-GA';

function workplace(language: Language): object {
  return {
    managed: true,
    mode: { value: 'zero-tolerance', from: 'policy' },
    audience: { value: 'workplace', from: 'policy' },
    organization: {
      name: 'Example Works',
      statement: readListing(language).pictureStatement,
      policyUrl: 'https://example.com/policy',
    },
  };
}

const there = (browser: BrowserSession, tab: Tab, selector: string) =>
  waitFor(selector, () =>
    browser.evaluate<boolean>(tab, `document.querySelector(${JSON.stringify(selector)}) !== null`),
  );

/** Opens what the picture shows. The number is its position in the listing. */
const SHOTS: Readonly<
  Record<string, (browser: BrowserSession, tab: Tab, language: Language) => Promise<void>>
> = {
  '1-notice': async (browser, tab, language) => {
    await browser.open(tab, `${browser.base}notice.html`);
    await storeReader(browser, workplace(language), placeOf(language), language);
    await setMessagesShown(browser);
    await browser.open(tab, CHECK_ADDRESS);
    await there(browser, tab, '.notice-place');
    await browser.evaluate(tab, `void (document.documentElement.dataset.variant = '0')`);
  },
  '2-help': async (browser, tab) => {
    await browser.evaluate(tab, `void document.getElementById('get-help').click()`);
    await there(browser, tab, '.help-topics');
  },
  '3-welcome': async (browser, tab) => {
    await browser.open(tab, `${browser.base}welcome.html`);
    await there(browser, tab, '.choices');
  },
  '4-settings': async (browser, tab) => {
    await browser.open(tab, `${browser.base}options.html`);
    await there(browser, tab, '#status .rows');
  },
  '5-policies': async (browser, tab, language) => {
    const policy = {
      ...POLICY,
      policyStatement: readListing(language).pictureStatement,
      jurisdictions: [placeOf(language)],
    };
    await browser.open(
      tab,
      `${browser.base}preview.html#${encodeURIComponent(JSON.stringify({ ...policy, language }))}`,
    );
    await there(browser, tab, '.sheet-title');
  },
};

const POLICY = { mode: 'zero-tolerance', audience: 'workplace', organizationName: 'Example Works' };

/** Writes `<language>/<name>.png` for each screenshot and tile, and prints where they are. */
export async function photographForStores(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const site = await startSite(() => ({ body: MADE_UP }));
  const browser = await ownInstallation(site);
  try {
    await snapshotWritten(browser);
    for (const language of LANGUAGES) await inLanguage(browser, join(folder, language), language);
  } finally {
    await browser.close();
    await site.close();
  }
  console.log(`Pictures for the stores are in ${folder}.`);
}

async function inLanguage(browser: BrowserSession, folder: string, language: Language): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await ask(browser, 'settings/change', { changes: { language } });
  const tab = await browser.newTab();
  for (const [name, show] of Object.entries(SHOTS)) {
    // A new document does not keep the look of the one before.
    await setLook(browser, tab, SCREENSHOT);
    await show(browser, tab, language);
    await setLook(browser, tab, SCREENSHOT);
    await keep(join(folder, `${name}.png`), browser, tab);
  }
  const { summary } = readListing(language);
  for (const tile of TILES) {
    const file = join(folder, 'tile.html');
    writeFileSync(file, tilePage(tile, language, summary));
    await browser.open(tab, new URL(file, `file://${process.cwd()}/`).href);
    await setLook(browser, tab, tile);
    await keep(join(folder, `${tile.name}.png`), browser, tab);
    rmSync(file);
  }
  await browser.closeTab(tab);
}

async function keep(file: string, browser: BrowserSession, tab: Tab): Promise<void> {
  const [picture] = await photograph(browser, tab, false);
  if (picture) writeFileSync(file, picture);
}
