/** Shows what a reader sees in one language: the core surfaces, and for a full language also its other surfaces. */
import { existsSync } from 'node:fs';
import { type BannerLines, bannerLine } from '../../utils/notice/banner-line.ts';
import { claimMessage } from '../../utils/notice/claims.ts';
import { generalMessages } from '../../utils/notice/general-messages.ts';
import { AUDIENCES } from '../../utils/policy/modes.ts';
import { type Language, languageEntry } from '../../utils/words/languages.ts';
import { PASS_BANNER_STYLE } from '../../utils/worker/passes/pass-banner-style.ts';
import { clickOn, seeText } from '../browser/extension/ask.ts';
import { READERS, setMessagesShown, storeReader } from '../browser/extension/reader-snapshots.ts';
import { BARE, guardWith } from '../browser/scenes/page.ts';
import type { Surface } from '../browser/scenes/scene.ts';
import type { BrowserSession, Tab } from '../browser/session.ts';
import { CHECK_ADDRESS, COVERED_SEARCH } from '../browser/site/listed.ts';
import { waitFor } from '../browser/wait.ts';
import { keepTogether } from '../build/keep-together.ts';
import { bannerLines } from '../build/worker-data.ts';
import { readClaims } from '../facts/render-notice.ts';
import { readWords } from '../read-words.ts';
import { readListing } from '../release/store-files.ts';

export interface View {
  surface: Surface;
  name: string;
  /** Only on a phone, where lines are shortest, and from top to bottom. */
  phoneOnly?: true;
  /** Opens the surface in a tab, and waits until it is complete. */
  show(browser: BrowserSession, tab: Tab): Promise<void>;
}

/** @returns the views in the order in which a reader may see them. */
export function viewsIn(language: Language): View[] {
  const { depth, places } = languageEntry(language) ?? {};
  const core = coreViews(language, places?.[0] ?? 'US-GA');
  if (depth !== 'full') return core;
  return [
    ...core,
    page('options', readWords('options', language)('protection')),
    page('learn', readWords('learn', language)('page-heading')),
    page('deploy', readWords('deploy-page', language)('begin')),
    // The sheet to sign appears last, a moment after the notice.
    page('preview', readWords('preview', language)('notApproved')),
  ];
}

function coreViews(language: Language, place: string): View[] {
  const say = readWords('notice', language);
  const topic = readWords('help', language)('topic-forced-or-controlled');
  const notice = (name: string, reader: object, open: View['show'] = async () => undefined): View => ({
    surface: 'notice',
    name,
    show: async (browser, tab) => {
      await showNotice(browser, tab, reader, place, language);
      await open(browser, tab);
    },
  });
  const help: View['show'] = async (browser, tab) => {
    await browser.evaluate(tab, `void document.getElementById('get-help').click()`);
    await there(browser, tab, 'dialog[open] .help-topics');
    await browser.evaluate(tab, `document.querySelector('.help-sentences')?.setAttribute('open', '')`);
  };
  return [
    notice('notice', {}),
    notice('family', { ...READERS.family, trustedAdult: NAME }, (browser, tab) =>
      clickOn(browser, tab, say('why')),
    ),
    notice('workplace', workplaceIn(language)),
    {
      surface: 'notice',
      name: 'over a search',
      show: async (browser, tab) => {
        await showNotice(browser, tab, {}, place, language, COVERED_SEARCH);
        await clickOn(browser, tab, say('why'));
        await seeText(browser, tab, say('whySearches'));
      },
    },
    {
      surface: 'notice',
      name: 'law',
      show: async (browser, tab) => {
        await showNotice(browser, tab, {}, placeWithLaw(language), language);
        await clickOn(browser, tab, say('lawFull'));
        await there(browser, tab, 'dialog[open]');
      },
    },
    notice('place', READERS.family, async (browser, tab) => {
      await clickOn(browser, tab, say('placeChange'));
      await seeText(browser, tab, say('placeSave'));
    }),
    notice('help', {}, help),
    notice('help with a topic', {}, async (browser, tab) => {
      await help(browser, tab);
      await clickOn(browser, tab, topic);
      await seeText(browser, tab, readWords('help', language)('topic-forced-or-controlled-intro'));
    }),
    {
      surface: 'notice',
      name: 'every message',
      phoneOnly: true,
      show: async (browser, tab) => {
        await showNotice(browser, tab, {}, place, language);
        await showEveryMessage(browser, tab, language);
      },
    },
    { surface: 'page', name: 'overlay', show: (browser, tab) => showOverlay(browser, tab, language) },
    { surface: 'page', name: 'banner', show: (browser, tab) => showBanner(browser, tab, place, language) },
    page('popup', readWords('popup', language)('settings')),
    ...welcomeViews(language),
  ];
}

/** What people and employers enter is in the language of the picture, so that a word of another language is a defect. */
const NAME = 'Ana';

function workplaceIn(language: Language): object {
  const { organization } = READERS.workplace;
  const { pictureStatement: statement } = readListing(language);
  return {
    ...READERS.workplace,
    organization: { ...organization, statement, contact: '555-0101', assistanceName: '' },
    campaign: null,
  };
}

/** @returns a place with a law. Some countries have none here; every language has the federal law of the United States. */
function placeWithLaw(language: Language): string {
  const { places = ['US-GA'] } = languageEntry(language) ?? {};
  return places.find((place) => existsSync(`data/law/${language}/${place}.json`)) ?? 'US';
}

function page(surface: Surface, text: string): View {
  return {
    surface,
    name: 'as it comes',
    show: async (browser, tab) => {
      await browser.open(tab, `${browser.base}${surface}.html`);
      await seeText(browser, tab, text);
    },
  };
}

function welcomeViews(language: Language): View[] {
  const say = readWords('welcome', language);
  const steps = [
    ['who', 'who'],
    ['next', 'where'],
    ['next', 'firm'],
    ['finish', 'limits'],
  ] as const;
  return steps.map(([, last], index) => ({
    surface: 'welcome',
    name: last === 'limits' ? 'ready' : last,
    show: async (browser, tab) => {
      await browser.open(tab, `${browser.base}welcome.html`);
      await seeText(browser, tab, say('who'));
      for (const [button, seen] of steps.slice(1, index + 1)) {
        await clickOn(browser, tab, say(button));
        await seeText(browser, tab, say(seen));
      }
    },
  }));
}

async function showNotice(
  browser: BrowserSession,
  tab: Tab,
  reader: object,
  place: string,
  language: Language,
  address = CHECK_ADDRESS,
): Promise<void> {
  await browser.open(tab, `${browser.base}notice.html`);
  await storeReader(browser, reader, place, language);
  await setMessagesShown(browser);
  await browser.open(tab, address);
  await there(browser, tab, '.notice-place');
  await browser.evaluate(tab, `void (document.documentElement.dataset.variant = '0')`);
}

/** Replaces the one message on a notice with all the messages that can alternate there, each as it would look there. */
async function showEveryMessage(browser: BrowserSession, tab: Tab, language: Language): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const texts = new Set(
    [
      ...AUDIENCES.flatMap((audience) => generalMessages(audience, readWords('messages', language))),
      ...readClaims(language).map((claim) => claimMessage(claim, today)),
    ].map(({ text }) => keepTogether(text, language)),
  );
  await browser.evaluate(
    tab,
    `((texts) => {
      const [first, ...others] = document.querySelectorAll('#message > p');
      for (const other of others) other.remove();
      first.after(...texts.map((text) => Object.assign(first.cloneNode(), { textContent: text })));
      first.remove();
      document.querySelector('.notice-actions').style.position = 'static';
    })(${JSON.stringify([...texts])})`,
  );
}

async function showOverlay(browser: BrowserSession, tab: Tab, language: Language): Promise<void> {
  await browser.open(tab, BARE);
  await guardWith(browser, null, language);
  await named(browser, tab, readWords('overlay', language)('heading'));
}

let lines: BannerLines | undefined;

async function showBanner(browser: BrowserSession, tab: Tab, place: string, language: Language) {
  lines ??= bannerLines();
  const say = readWords('overlay', language);
  const leave = say('leave');
  const help = bannerLine(lines, place.split('-')[0] ?? null, language);
  await browser.open(tab, BARE);
  await guardWith(browser, {
    kind: 'pass',
    banner: { label: say('heading'), help, leave, language, look: PASS_BANNER_STYLE },
  });
  await named(browser, tab, leave);
}

const there = (browser: BrowserSession, tab: Tab, selector: string) =>
  waitFor(selector, () =>
    browser.evaluate<boolean>(tab, `document.querySelector(${JSON.stringify(selector)}) !== null`),
  );

/** Finds text in closed shadow roots, which scripts cannot read, as a screen reader does. */
const named = (browser: BrowserSession, tab: Tab, text: string) =>
  waitFor(text, async () => (await browser.accessible(tab)).some(({ name }) => name === text));
