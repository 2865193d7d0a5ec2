/**
 * Tests the preview in a real browser: the real notice, a sheet for paper, nothing sent; and the appearance of the preview and the
 * deploy page.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { policyKnown } from '../../scripts/browser/extension/ask.ts';
import {
  barSays,
  fill,
  filledForm,
  inFrame,
  noticeSays,
  openPreview,
} from '../../scripts/browser/extension/deploy-form.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import { OFFICES } from '../../scripts/browser/scenes/paper.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { axeViolations, sidewaysScroll, smallTargets } from './harness/axe.ts';
import { nothingLeft } from './harness/left-alone.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  preview: readWords('preview', 'en'),
  help: readWords('help', 'en'),
  learnThink: readWords('learn-think', 'en'),
  contact: readWords('contact', 'en'),
};

let site: Site;
let browser: BrowserSession;
let tab: Tab;

before(async () => {
  site = await startSite();
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  tab = await browser.newTab();
  await browser.resize(tab, 1366, 768);
  await browser.prefers(tab, 'light');
  site.forget();
});

test("the preview shows Georgia's law in both languages, sends no message and starts no wait", async () => {
  // Leaves out `run`: whatever reads the clocks first stores it, which the worker does at an unknown time.
  const held = `chrome.storage.session.get(null).then(async ({ run, ...session }) => JSON.stringify([session, await chrome.alarms.getAll()]))`;
  // Until the policy is known, there is an alarm to ask for it, and the answer changes what is applied.
  await policyKnown(browser);
  await waitFor('the worker to be at rest', async () => {
    const first = await browser.inExtension<string>(held);
    await new Promise((done) => setTimeout(done, 1_000));
    // The alarm `apply` is there as long as the worker writes rules, which can take longer than this second.
    const working = first.includes('"name":"policy"') || first.includes('"name":"apply"');
    return !working && first === (await browser.inExtension<string>(held));
  });
  const before = await browser.inExtension<string>(held);
  await openPreview(browser, tab, {
    mode: 'educate',
    audience: 'workplace',
    organizationName: 'Example Works',
    jurisdictions: ['US-GA'],
  });
  await noticeSays(browser, tab, 'In Georgia, asking someone for paid sex is a crime.');
  await noticeSays(browser, tab, 'Example Works set up Second Thought here.');
  assert.equal(
    await inFrame(browser, tab, `getComputedStyle(document.querySelector('.notice-leave')).fontWeight`),
    '600',
  );
  assert.equal(await inFrame(browser, tab, 'document.compatMode'), 'CSS1Compat');
  // Its links are part of a sentence, as on the notice.
  const link = `document.querySelector('.notice-main-helpline .contact-link')`;
  await waitFor(
    'the main helpline',
    async () => (await inFrame(browser, tab, `String(${link} !== null)`)) === 'true',
  );
  assert.equal(await inFrame(browser, tab, `getComputedStyle(${link}).display`), 'inline');
  await inFrame(browser, tab, `document.querySelector('[data-leave]').click() ?? ''`);
  await waitFor('the word on leaving', async () =>
    (await browser.view(tab)).text.includes(say.preview('saidLeave')),
  );
  await inFrame(browser, tab, `document.querySelector('.notice-continue').requestSubmit() ?? ''`);
  await inFrame(browser, tab, `document.getElementById('get-help').click() ?? ''`);
  await noticeSays(browser, tab, say.help('topic-teen'));
  // The first press on a page of the extension adds no topic to the history: it only asks.
  await inFrame(
    browser,
    tab,
    `[...document.querySelectorAll('.help-topics button')].find((one) => one.textContent === ${JSON.stringify(say.help('topic-wants-to-stop'))}).click() ?? ''`,
  );
  await noticeSays(browser, tab, say.learnThink('title'));
  const known = await browser.tabs();
  await inFrame(browser, tab, `document.querySelector('[aria-label^="Open it: Think"]').click() ?? ''`);
  await noticeSays(browser, tab, say.contact('historyWarning'));
  assert.deepEqual(await browser.tabs(), known);
  assert.ok((await browser.view(tab)).url.includes('/preview.html'));
  await fill(browser, tab, { language: 'es' });
  await noticeSays(browser, tab, 'En Georgia');
  await waitFor('the Spanish sheet', async () =>
    (await browser.view(tab)).text.includes('Aviso por aprobar'),
  );
  assert.equal(await browser.inExtension<string>(held), before);
  nothingLeft(site);
});

test('the form leads to the preview of its own policy; zero tolerance has no way through', async () => {
  await filledForm(browser, tab);
  const known = await browser.tabs();
  await browser.click(tab, 'Show me what they will see');
  tab = await waitFor('the preview', async () =>
    (await browser.tabs()).find((each) => !known.includes(each)),
  );
  await waitFor('the sheet', () =>
    browser.evaluate<boolean>(tab, `Boolean(document.querySelector('.sheet-title'))`),
  );
  await noticeSays(browser, tab, 'not <b>with</b> our devices.');
  assert.equal(await inFrame(browser, tab, `String(document.querySelector('.notice-continue'))`), 'null');
  const sheet = await browser.evaluate<string>(tab, `document.querySelector('.sheet').innerText`);
  for (const part of [
    'Georgia, United States',
    say.preview('wayNone'),
    'O.C.G.A.',
    '1-888-373-7888',
    say.preview('signature'),
  ])
    assert.ok(sheet.includes(part), part);
});

test('logo and several offices: on the notice, and on the sheet with the law of each', async () => {
  await openPreview(browser, tab, OFFICES);
  await noticeSays(browser, tab, 'Your organization works in Georgia (United States), Texas (United States)');
  const drawn = (selector: string) =>
    `[...document.querySelectorAll('${selector}')].map(({ naturalWidth }) => naturalWidth).join()`;
  assert.equal(await inFrame(browser, tab, drawn('.notice-logo')), '192');
  assert.equal(await browser.evaluate<string>(tab, drawn('.sheet-logo')), '192');
  const sheetSays = (selector: string) =>
    browser.evaluate<string[]>(
      tab,
      `[...document.querySelectorAll('${selector}')].map((part) => part.innerText)`,
    );
  const laws = await sheetSays('.sheet-office');
  for (const [place, citation] of Object.entries({
    'Georgia (United States)': 'O.C.G.A.',
    'Texas (United States)': 'Penal Code',
    Germany: '232a',
    'Scotland (United Kingdom)': 'Scotland',
  })) {
    const law = laws.find((text) => text.startsWith(place));
    assert.ok(law?.includes(citation), `${place}: ${law?.slice(0, 200)}`);
  }
  assert.equal(laws.length, 4);
  // There is a notice in Arabic, but no preview, so the frame of the sheet stays in the page's language.
  await fill(browser, tab, { language: 'ar' });
  const [heading] = await waitFor('the Arabic sheet', async () => {
    const found = await sheetSays('.sheet [lang="ar"]');
    return found.length > 0 && found;
  });
  assert.match(heading ?? '', /\p{Script=Arabic}/u);
  assert.deepEqual(await sheetSays('.sheet-title'), [`Second Thought · ${say.preview('sheetTitle')}`]);
  assert.deepEqual(await sheetSays('.sheet-head .problem'), ['']);
  assert.equal((await sheetSays('.sheet-office')).length, 4);
});

test('a family is offered no law: not on the notice, not on the sheet', async () => {
  await openPreview(browser, tab, { audience: 'family', jurisdictions: ['US'] });
  await noticeSays(browser, tab, 'Place: United States');
  const buttons = await inFrame(
    browser,
    tab,
    `[...document.querySelectorAll('#place button')].map((button) => button.textContent).join()`,
  );
  assert.equal(buttons, '');
  const sheet = await browser.evaluate<string>(tab, `document.querySelector('.sheet').innerText`);
  assert.ok(sheet.includes('Families see no law.'));
  assert.doesNotMatch(sheet, /prison|jail|U\.S\.C\./i);
});

/** 683 CSS pixels are 1366 at 200 %. */
const SIZES = [
  [1366, 768],
  [683, 384],
  [360, 740],
] as const;

test('axe finds nothing, no target is small, nothing scrolls sideways: both pages, light and dark, three widths', async () => {
  const look = async (what: string) => {
    for (const scheme of ['light', 'dark'] as const) {
      await browser.prefers(tab, scheme);
      for (const [width, height] of SIZES) {
        await browser.resize(tab, width, height);
        const where = `${what}, ${scheme}, ${width} px`;
        assert.ok((await sidewaysScroll(browser, tab)) <= 0, `${where} scrolls sideways`);
        assert.deepEqual(await smallTargets(browser, tab), [], where);
        if (width !== 683) assert.deepEqual(await axeViolations(browser, tab), [], where);
      }
    }
  };
  await filledForm(browser, tab);
  await browser.evaluate(
    tab,
    `void document.querySelectorAll('.file details').forEach((details, place) => { details.open = place < 4; })`,
  );
  await look('files');
  await fill(browser, tab, { 'policy-policyUrl': 'intranet', 'policy-campaignFrom': 'soon' });
  await waitFor('the errors', async () => (await barSays(browser, tab)).startsWith('No files yet'));
  await look('errors');
  // The form asks before it discards what was typed, so the preview gets its own tab.
  tab = await browser.newTab();
  await openPreview(browser, tab, {
    mode: 'educate',
    audience: 'workplace',
    jurisdictions: ['US-GA'],
    policyStatement: 'Not here.',
  });
  await look('preview');
});

// Only Chromium's driver can print a page. The style sheet is the same in both browsers.
if (BROWSER === 'chromium')
  test('on paper there is the sheet and nothing else', async () => {
    await openPreview(browser, tab, { audience: 'workplace', jurisdictions: ['US-GA'] });
    assert.ok(browser instanceof ChromiumSession);
    await browser.page(tab, 'Emulation.setEmulatedMedia', { media: 'print' });
    const { text } = await browser.view(tab);
    assert.ok(text.startsWith('Second Thought · Notice to approve'), text.slice(0, 80));
    assert.ok(!text.includes(say.preview('print')));
  });
