/**
 * Tests that nothing leaves, on every page and in every flow: all traffic that the browser attributes to the extension is what a person
 * asked for.
 */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ask,
  clickOn,
  openPage,
  policyKnown,
  seeText,
  tabsOf,
  typeInto,
} from '../../scripts/browser/extension/ask.ts';
import { barSays, filledForm, openPreview } from '../../scripts/browser/extension/deploy-form.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { searchesRuleset } from '../../scripts/browser/extension/searches-ruleset.ts';
import { continueAnyway } from '../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { plainPage } from '../../scripts/browser/site/classifieds.ts';
import {
  CHECK_ADDRESS,
  COVERED_SEARCH,
  listedHosts,
  listedSection,
} from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { LEARN_SECTIONS } from '../../utils/learn/outline.ts';
import type { Chosen } from '../../utils/settings/schema.ts';
import { type Downloads, launchWithDownloads } from './harness/downloads.ts';
import { nothingLeft } from './harness/left-alone.ts';
import { type NetWatch, netWatch } from './harness/net-watch.ts';
import { PLANTED, plantedCopy } from './harness/planted-copy.ts';
import { pressEverything } from './harness/press-everything.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  options: readWords('options', 'en'),
  welcome: readWords('welcome', 'en'),
  controls: readWords('controls', 'en'),
  overlay: readWords('overlay', 'en'),
  notice: readWords('notice', 'en'),
  deployPage: readWords('deploy-page', 'en'),
  learn: readWords('learn', 'en'),
  popup: readWords('popup', 'en'),
};

const [host = '', inPrivate = ''] = listedHosts(2);
const section = listedSection();
const UNLISTED = 'unlisted.test';
const OWN = 'own.test';
/** Selector of what leaves the notice, closes its dialogs, or loads it again. */
const STAYS = '[data-leave], .notice-continue, .dialog-ways, .dialog-body > .button.primary';

let site: Site;
let watch: NetWatch;
let browser: BrowserSession;
let downloads: Downloads;
/** Addresses to which a person goes from a page of the extension: by `Continue anyway`, or by a link. */
const goneTo: string[] = [];
/** Hosts that the walk itself has opened. */
const opened = [UNLISTED, host, inPrivate, section.host];

before(async () => {
  site = await startSite(() => ({ body: plainPage('Somewhere') }));
  watch = netWatch();
  ({ browser, downloads } = await launchWithDownloads({ port: site.port, ...watch.options }));
  await watch.begin(browser);
  await browser.install(builtExtension());
  await guardRegistered(browser);
});
after(async () => {
  await browser?.close().catch(() => undefined);
  await site?.close();
  downloads?.remove();
});

const change = (changes: Chosen) => ask(browser, 'settings/change', { changes });

async function notice(address: string, place?: 'private'): Promise<Tab> {
  const tab = await browser.newTab(place);
  await browser.open(tab, address);
  await seeNotice(browser, tab);
  return tab;
}

const has = (tab: Tab, selector: string) =>
  browser.evaluate<boolean>(tab, `Boolean(document.querySelector(${JSON.stringify(selector)}))`);

const shown = (tab: Tab, selector: string) => waitFor(selector, () => has(tab, selector), 20_000);

test('the first run, step by step, up to the test address', async () => {
  const [tab = ''] = await waitFor(
    'the welcome page',
    async () => {
      const found = await tabsOf(browser, 'welcome.html');
      return found.length > 0 && found;
    },
    30_000,
  );
  for (const step of ['who', 'where', 'firm'] as const) {
    await seeText(browser, tab, say.welcome(step));
    await clickOn(browser, tab, say.welcome(step === 'firm' ? 'finish' : 'next'));
  }
  await seeText(browser, tab, say.welcome('limits'));
  await clickOn(browser, tab, say.welcome('tryButton'));
  await waitFor('the notice', async () => (await tabsOf(browser, 'notice')).length > 0);
  for (const each of await tabsOf(browser, 'notice')) await browser.closeTab(each);
  await browser.closeTab(tab);
});

test('options with everything pressed, a backup saved and read, an own line, a PIN, the popup', async () => {
  const options = await openPage(browser, 'options.html', say.options('mode'));
  await typeInto(browser, options, say.options('own'), OWN);
  await browser.evaluate(options, "document.getElementById('blocked').form.requestSubmit()");
  await seeText(browser, options, say.controls('saved'));
  // Leaves out what opens other pages, which would put this one in the background. These have their own tests below.
  const pressed = await pressEverything(browser, options, 'form, .saved-bar, #about button, #status button');
  for (const name of [say.options('backupExport'), say.options('syntax'), say.options('status')])
    assert.ok(pressed.includes(name), `${name} was not pressed, but ${pressed.join(', ')}`);
  await clickOn(browser, options, say.options('statusAgain'));
  const { text } = await ask(browser, 'settings/export', {});
  assert.equal((await ask(browser, 'settings/import', { text })).is, 'unchanged');
  assert.equal((await ask(browser, 'pin/set', { newPin: '2468' })).is, 'applied');
  assert.equal((await ask(browser, 'pin/remove', { pin: '1357' })).is, 'wrong-pin');
  assert.equal((await ask(browser, 'pin/remove', { pin: '2468' })).is, 'applied');
  await browser.closeTab(await openPage(browser, 'popup.html', say.popup('list')));
  await ask(browser, 'status/reapply', {});
  await browser.closeTab(options);
});

test('the policy kit, made and downloaded, and its preview', async () => {
  const tab = await browser.newTab();
  await filledForm(browser, tab);
  assert.match(await barSays(browser, tab), /files made\.$/);
  await clickOn(browser, tab, say.deployPage('saveAll'));
  assert.ok((await downloads.take('second-thought-deployment.zip')).length > 1_000);
  for (const audience of ['workplace', 'family']) {
    const preview = await browser.newTab();
    await openPreview(browser, preview, { audience, jurisdictions: ['US-GA'], organizationName: 'Example' });
    await browser.closeTab(preview);
  }
});

test('the learn page: every section, everything pressed', async () => {
  const tab = await openPage(browser, 'learn.html', say.learn('page-heading'));
  for (const { id } of LEARN_SECTIONS) {
    await browser.evaluate(tab, `void (location.hash = ${JSON.stringify(id)})`);
    const name = `section ${id}`;
    await waitFor(name, () => browser.evaluate<boolean>(tab, `location.hash === '#${id}'`));
    await browser.evaluate(tab, `void (window.print = () => undefined)`);
    await pressEverything(browser, tab, '.exit, a');
  }
  await browser.closeTab(tab);
});

/** Readers with different messages, law and helplines. */
const READERS: Chosen[] = [
  { audience: 'personal', language: 'en', country: 'US', region: 'US-GA', mode: 'educate', reason: 'mine' },
  { audience: 'family', language: 'es', country: 'MX', region: '', mode: 'educate', trustedAdult: 'Rosa' },
  { audience: 'workplace', language: 'en', country: 'FR', region: '', mode: 'zero-tolerance' },
];

for (const reader of READERS) {
  test(`the notice for ${reader.audience}, ${reader.country}, ${reader.mode}: help, law, place, why, a mistake`, async () => {
    assert.equal((await change(reader)).is, 'applied');
    const tab = await browser.newTab();
    await browser.open(tab, `https://${host}/ads`);
    await shown(tab, '.notice-more details p:nth-of-type(3)');
    const pressed = await pressEverything(browser, tab, STAYS, '.notice-more');
    const dialogs = ['#get-help', '.notice-place button:first-of-type', '.notice-place button:last-of-type'];
    for (const opener of dialogs) {
      await browser.evaluate(tab, `void document.querySelector(${JSON.stringify(opener)}).click()`);
      await shown(tab, 'dialog[open] .dialog-body > *');
      pressed.push(...(await pressEverything(browser, tab, STAYS, 'dialog[open]')));
      await browser.evaluate(tab, `void document.querySelector('dialog[open]').close()`);
      await waitFor('the dialog to go', async () => !(await has(tab, 'dialog[open]')));
    }
    assert.ok(pressed.length > 5, pressed.join(', '));
    await browser.closeTab(tab);
  });
}

test('a helpline’s link, clicked by a person, tells the other side nothing of where it stood', async () => {
  await change(READERS[0] as Chosen);
  const tab = await notice(`http://${OWN}/ads`);
  await shown(tab, '.notice-more');
  await clickOn(browser, tab, say.notice('help'));
  await clickOn(browser, tab, 'Someone forces or controls me');
  await clickOn(browser, tab, 'Open it: Website, National Human Trafficking Hotline');
  const link = await waitFor('the link', () =>
    browser.evaluate<string | null>(tab, `document.querySelector('.contact-warning a')?.href`),
  );
  goneTo.push(link);
  opened.push(new URL(link).hostname);
  await browser.evaluate(tab, `document.querySelector('.contact-warning a').click()`);
  const [visit] = await waitFor('the visit', () => {
    const visits = site.visits.filter(({ url }) => url === link);
    return visits.length > 0 && visits;
  });
  assert.equal(visit?.referrer, '');
  await browser.closeTab(tab);
});

test('a covered search, also in a private window: why, a mistake; nobody is asked, least of all the engine', async () => {
  assert.equal((await change({ recognizeSearches: true })).is, 'applied');
  await searchesRuleset(browser);
  for (const place of [undefined, 'private'] as const) {
    const tab = await notice(COVERED_SEARCH, place);
    await seeText(browser, tab, say.notice('looksLikeSearch'));
    await shown(tab, '.notice-more details p:nth-of-type(3)');
    await pressEverything(browser, tab, STAYS, '.notice-more');
    await browser.closeTab(tab);
  }
});

const passOf = (where: string) => `https://${where}/passed`;

test('a pass, the pass banner, the way out; the same in a private window', async () => {
  await policyKnown(browser);
  // Both are in front, each in its own window, so their pauses run at the same time.
  const tabs = {
    [host]: await notice(passOf(host)),
    [inPrivate]: await notice(passOf(inPrivate), 'private'),
  };
  for (const [where, tab] of Object.entries(tabs)) {
    await continueAnyway(browser, tab);
    goneTo.push(passOf(where));
    const [visit] = await waitFor('the page', () => {
      const visits = site.visitsTo(where).filter(({ resource }) => resource === 'document');
      return visits.length > 0 && visits;
    });
    assert.equal(visit?.referrer, '', 'the page is told where the person came from');
    await waitFor('the pass banner', () => browser.click(tab, say.overlay('leave')).then(() => true));
    await waitFor('the way out', async () => {
      const there = (await browser.tabs()).includes(tab);
      return !there || (await browser.view(tab)).url !== passOf(where);
    });
  }
});

test('the overlay over a section that a page opens without a request; a worker that starts again', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, section.unlisted);
  await browser.evaluate(
    tab,
    `void history.pushState({}, '', ${JSON.stringify(new URL(section.listed).pathname)})`,
  );
  await seeNotice(browser, tab);
  await browser.open(tab, `https://${UNLISTED}/`);
  await browser.stopWorker();
  await browser.open(tab, CHECK_ADDRESS);
  await seeNotice(browser, tab);
  await browser.click(tab, say.overlay('leave'));
});

test('all that left on behalf of the extension is where a person went, by name; no other host was asked', async () => {
  const caused = await watch.end(browser);
  assert.deepEqual(
    caused.map(({ by, address }) => `${by} ${address}`).sort(),
    goneTo.map((address) => `main frame ${address}`).sort(),
  );
  nothingLeft(site, opened);
});

test('the watch can fail: a copy that sends is caught, each way by its own name', async () => {
  site.forget();
  const planted = plantedCopy(builtExtension());
  watch = netWatch();
  browser = await launch({ port: site.port, ...watch.options });
  await watch.begin(browser);
  await browser.install(planted.folder);
  await openPage(browser, 'options.html', say.options('mode'));
  for (const where of [PLANTED.fetch, PLANTED.socket, PLANTED.picture, PLANTED.tab])
    await waitFor(`a visit to ${where}`, () => site.visitsTo(where).length > 0);
  const caused = JSON.stringify(await watch.end(browser));
  planted.remove();
  assert.throws(() => nothingLeft(site, opened));
  for (const where of [PLANTED.fetch, PLANTED.socket, PLANTED.picture])
    assert.ok(caused.includes(where), where);
  // Chromium attributes a tab that an extension opens to nobody, and Firefox opens nothing in advance through a proxy.
  assert.equal(caused.includes(PLANTED.preconnect), browser.name === 'chromium');
  assert.equal(caused.includes(PLANTED.tab), browser.name === 'firefox');
});
