/**
 * Tests texts that other people write, on every surface: without a space, right to left, emoji, thousands of letters. Nothing overflows
 * the window sideways.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, clickOn, openPage, policyKnown, seeText } from '../../scripts/browser/extension/ask.ts';
import {
  barSays,
  fill,
  filledForm,
  openPage as openFormPage,
  openPreview,
} from '../../scripts/browser/extension/deploy-form.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { storeReader } from '../../scripts/browser/extension/reader-snapshots.ts';
import { pageScene, popupOver } from '../../scripts/browser/scenes/page.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { plainPage } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { LEARN_SECTIONS } from '../../utils/learn/outline.ts';
import { underPolicy } from './harness/managed.ts';
import { spills } from './harness/spills.ts';

/** CSS pixels: a phone, and the narrowest place in which a browser shows a page of the extension. */
const WIDTHS = [360, 220] as const;

const WITHOUT_SPACE = 'Donaudampfschifffahrtsgesellschaftskapitaen';
const LINES = Array.from({ length: 80 }, (_, line) => `${line} ${'words and more '.repeat(3)}`).join('\n');

/** Texts that a person may write, by what makes each difficult. */
const TEXTS: Readonly<Record<string, string>> = {
  '39 letters without a space': WITHOUT_SPACE.slice(0, 39),
  '400 letters without a space': WITHOUT_SPACE.repeat(10).slice(0, 400),
  'right to left, without a space': 'المستشفياتوالمدارسوالجامعات'.repeat(8).slice(0, 200),
  'right to left, with Latin and digits in it': 'هذا الجهاز ملك Example Works (2026) ولا يجوز '.repeat(4),
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(7),
  '4,000 letters with line breaks': LINES.slice(0, 4_000),
};
/** The longest texts that a policy accepts, by key. */
const ORGANIZATION = WITHOUT_SPACE.repeat(3).slice(0, 120);
const POLICY = {
  mode: 'educate',
  audience: 'workplace',
  organizationName: ORGANIZATION,
  policyStatement: LINES.slice(0, 4_000),
  policyUrl: `https://intranet.example.com/${'a'.repeat(300)}`,
  contactText: WITHOUT_SPACE.repeat(11).slice(0, 400),
  assistanceName: 'المستشفياتوالمدارسوالجامعات'.repeat(8).slice(0, 120),
  assistancePhone: '0'.repeat(60),
  assistanceUrl: `https://help.example.com/${'b'.repeat(300)}`,
  blockedPatterns: [`${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example`],
  allowedPatterns: [`${'d'.repeat(60)}.${'e'.repeat(60)}.example`],
  jurisdictions: ['US-GA', 'DE'],
};

let site: Site;
let browser: BrowserSession;
let end: () => Promise<void>;

before(async () => {
  site = await startSite(() => ({ body: plainPage('<h1>Made-up page</h1>') }));
  const managed = await underPolicy(site, POLICY);
  browser = managed.browser;
  end = managed.close;
  await policyKnown(browser);
  await guardRegistered(browser);
  await ask(browser, 'settings/welcomed', {});
});
after(async () => {
  await end?.();
  await site?.close();
});

/**
 * Fails if a line of the page overflows the window at one of the widths.
 * @param unfold - selector of what to open first; by default, everything that can be opened.
 */
async function holds(tab: Tab, what: string, unfold = 'details'): Promise<void> {
  const faults: string[] = [];
  await browser.evaluate(
    tab,
    `document.querySelectorAll(${JSON.stringify(unfold)}).forEach((each) => { each.open = true; })`,
  );
  for (const width of WIDTHS) {
    await browser.resize(tab, width, 740);
    await waitFor('the page to take its width', () =>
      browser.evaluate<boolean>(tab, `innerWidth === ${width}`),
    );
    faults.push(...(await spills(browser, tab)).map((fault) => `${what}, ${width} px: ${fault}`));
  }
  assert.deepEqual(faults, []);
}

async function assertTextAt(path: string, text: string): Promise<void> {
  const tab = await openPage(browser, path, text);
  await browser.bringToFront(tab);
  await holds(tab, path);
  await browser.closeTab(tab);
}

test('the check finds a line that leaves the window, and one that its container cuts off', async () => {
  const tab = await openPage(browser, 'options.html', 'Set by');
  await browser.bringToFront(tab);
  for (const overflow of ['visible', 'clip']) {
    const add = `(() => { const made = document.createElement('div'); made.id = 'made'; made.style.overflow = '${overflow}'; made.append('${'w'.repeat(400)}'); document.body.append(made); })()`;
    await browser.evaluate(tab, add);
    await assert.rejects(holds(tab, 'made'), /DIV/);
    await browser.evaluate(tab, "document.getElementById('made').remove()");
  }
  await browser.closeTab(tab);
});

test('the notice, with the policy as it arrived', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, CHECK_ADDRESS);
  await seeNotice(browser, tab);
  await seeText(browser, tab, ORGANIZATION);
  await holds(tab, 'the notice');
  for (const [button, text] of [
    ['Get help', 'I am a teenager'],
    ['Choose where you work', 'Show this place'],
  ] as const) {
    await browser.resize(tab, 360, 740);
    await clickOn(browser, tab, button);
    await seeText(browser, tab, text);
    await holds(tab, button);
    await browser.press(tab, 'Escape');
  }
  await browser.closeTab(tab);
});

test('overlay, pass banner, and the popup over a page with a pass', async () => {
  await pageScene(browser, ({ name, tab }) => holds(tab, name));
});

for (const [name, text] of Object.entries(TEXTS))
  test(`the notice: ${name}`, async () => {
    const tab = await openPage(browser, 'notice.html', 'Get help');
    const readers = {
      reason: { audience: { value: 'personal', from: 'user' }, reason: text.replaceAll('\n', ' ') },
      adult: { audience: { value: 'family', from: 'user' }, trustedAdult: text.replaceAll('\n', ' ') },
      statement: {
        managed: true,
        audience: { value: 'workplace', from: 'policy' },
        organization: { name: text.slice(0, 120), statement: text, contact: text, assistanceName: text },
        campaign: { name: text.slice(0, 120), text },
      },
    };
    for (const [reader, published] of Object.entries(readers)) {
      await storeReader(browser, published, 'US-GA', 'en');
      await browser.open(tab, CHECK_ADDRESS);
      await seeText(browser, tab, 'Why am I seeing this?');
      await waitFor('the text on the notice', async () =>
        (await browser.view(tab)).text
          .replaceAll(/\s/g, '')
          .includes(text.replaceAll(/\s/g, '').slice(0, 30)),
      );
      await holds(tab, `${reader} of ${name}`);
    }
    await browser.closeTab(tab);
  });

test('the popup, also over the notice', async () => {
  await assertTextAt('popup.html', ORGANIZATION);
  const tab = await browser.newTab();
  await browser.open(tab, CHECK_ADDRESS);
  await seeNotice(browser, tab);
  const popup = await popupOver(browser, tab, 'the notice');
  await holds(popup, 'the popup over the notice');
  await browser.closeTab(popup);
  await browser.closeTab(tab);
});

test('options and status, with every text as long as it may be', async () => {
  const long = WITHOUT_SPACE.repeat(5);
  for (const changes of [
    { reason: long.slice(0, 200), trustedAdult: long.slice(0, 120) },
    {
      reason: (TEXTS.emoji as string).slice(0, 200),
      trustedAdult: (TEXTS['right to left, without a space'] as string).slice(0, 120),
    },
  ]) {
    await ask(browser, 'settings/change', {
      changes: {
        ...changes,
        blockedPatterns: [`${'x'.repeat(63)}.${'y'.repeat(63)}.test`, long, 'no site'],
      },
    });
    await assertTextAt('options.html', 'Set by');
  }
});

test('welcome: the first question, and the end', async () => {
  const tab = await openPage(browser, 'welcome.html', 'Who is it for?');
  await browser.bringToFront(tab);
  await holds(tab, 'the first question');
  await clickOn(browser, tab, 'Skip, and use the defaults');
  await seeText(browser, tab, 'See it work');
  await holds(tab, 'the end');
  await browser.closeTab(tab);
});

test('the preview, its notice and its sheet', async () => {
  const tab = await browser.newTab();
  await openPreview(browser, tab, POLICY);
  await seeText(browser, tab, ORGANIZATION);
  await holds(tab, 'the preview');
  assert.deepEqual(await spills(browser, tab, true), [], 'the notice in the preview');
  await browser.closeTab(tab);
});

/** Types a text into every field of the page that accepts one. @returns how many there are. */
async function fillEvery(tab: Tab, text: string): Promise<number> {
  return browser.evaluate<number>(
    tab,
    `(() => {
      const fields = document.querySelectorAll('main textarea, main input:is([type=text], [type=url], [type=tel])');
      for (const field of fields) {
        field.value = ${JSON.stringify(text)};
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      return fields.length;
    })()`,
  );
}

for (const [name, text] of Object.entries(TEXTS))
  test(`the deploy page: ${name}`, async () => {
    const tab = await browser.newTab();
    await browser.bringToFront(tab);
    await filledForm(browser, tab);
    const prose = ['organizationName', 'policyStatement', 'contactText', 'assistanceName'];
    const longest = (key: string) => (key === 'policyStatement' ? 4_000 : 120);
    const values = prose.map((key) => [`policy-${key}`, text.slice(0, longest(key))]);
    await fill(browser, tab, Object.fromEntries(values));
    await waitFor('the files', async () => (await barSays(browser, tab)).endsWith('files made.'));
    // Checks one of dozens, because all are shown in the same way.
    await holds(tab, `the files of ${name}`, 'details:not(.file ~ .file details)');
    const filled = await fillEvery(tab, text);
    assert.ok(filled > 12, `only ${filled} fields were found`);
    await waitFor('the problems', async () => !(await barSays(browser, tab)).endsWith('files made.'));
    await holds(tab, `the problems of ${name}`);
    await browser.closeTab(tab);
  });

test('the deploy page: a configuration with long names where none belong', async () => {
  const tab = await browser.newTab();
  await browser.bringToFront(tab);
  await openFormPage(browser, tab, 'deploy.html', '.deploy-bar');
  const long = WITHOUT_SPACE.repeat(10);
  const config = {
    [long]: 1,
    browsers: [long],
    policy: { ...POLICY, [long]: long, mode: long, jurisdictions: [long], blockedPatterns: [long] },
  };
  await browser.evaluate(
    tab,
    `(() => {
      const input = document.querySelector('input[type=file]');
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(JSON.stringify(config))}], '${long.slice(0, 200)}.json'));
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`,
  );
  await seeText(browser, tab, WITHOUT_SPACE);
  await holds(tab, 'the opened configuration');
  await browser.closeTab(tab);
});

for (const { id } of LEARN_SECTIONS)
  test(`the learn page: ${id}`, async () => {
    const tab = await openPage(browser, `learn.html#${id}`, 'All topics');
    await browser.bringToFront(tab);
    const fields = await fillEvery(tab, '');
    for (const [name, text] of Object.entries(fields === 0 ? { 'no field': '' } : TEXTS)) {
      await fillEvery(tab, text);
      await holds(tab, `${id}, ${name}`);
    }
    await browser.closeTab(tab);
  });
