/**
 * Tests the request types by which an unlisted page may load a listed one. What could show it, or fetch it for later, is blocked. What is
 * a part of the unlisted page itself (a picture, a script, a call) passes by design: docs/security.md says why.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { ask as askWorker } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { closeWelcome } from '../../scripts/browser/extension/take-pass.ts';
import type { BrowserName } from '../../scripts/browser/find-browsers.ts';
import { FirefoxSession } from '../../scripts/browser/firefox-session.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { advertisement, FORBIDDEN, plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts, listedSection } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';

/** `asked`: the request reaches the site. `absent`: this browser has no such request. */
type Outcome = 'asked' | 'blocked' | 'absent';

interface Row {
  /** The browsers' name for the request (MDN, declarativeNetRequest.ResourceType). */
  type: string;
  name: string;
  outcome: Outcome | Record<BrowserName, Outcome>;
  /** Markup for the page, given the address. */
  markup?: (address: string) => string;
  /** What the test does in the page once it is loaded. */
  act?: (tab: Tab, address: string) => Promise<unknown>;
}

const run = (expression: (address: string) => string) => (tab: Tab, address: string) =>
  browser.evaluate(tab, `void (${expression(JSON.stringify(address))})`);

const TABLE: readonly Row[] = [
  {
    type: 'sub_frame',
    name: 'a frame',
    outcome: 'blocked',
    markup: (address) => `<iframe src="${address}"></iframe>`,
  },
  {
    type: 'sub_frame',
    name: 'a frame in a template of srcdoc',
    outcome: 'blocked',
    markup: (address) => `<iframe srcdoc="<iframe src='${address}'></iframe>"></iframe>`,
  },
  {
    type: 'object',
    name: 'an object',
    outcome: 'blocked',
    markup: (address) => `<object data="${address}" width="300" height="200">Nothing</object>`,
  },
  {
    type: 'object',
    name: 'an object of text/html',
    outcome: 'blocked',
    markup: (address) => `<object data="${address}" type="text/html" width="300" height="200"></object>`,
  },
  {
    type: 'object',
    name: 'an embed',
    outcome: 'blocked',
    markup: (address) => `<embed src="${address}" type="text/html" width="300" height="200">`,
  },
  {
    type: 'object',
    name: 'an embed without a type',
    outcome: 'blocked',
    markup: (address) => `<embed src="${address}" width="300" height="200">`,
  },
  {
    type: 'other',
    name: 'a prefetch',
    outcome: 'blocked',
    markup: (address) => `<link rel="prefetch" href="${address}">`,
  },
  {
    type: 'other',
    name: 'a prefetch as a document',
    outcome: 'blocked',
    markup: (address) => `<link rel="prefetch" as="document" href="${address}">`,
  },
  {
    type: 'other',
    name: 'a prerender by speculation rules',
    outcome: { chromium: 'blocked', firefox: 'absent' },
    markup: (address) =>
      `<script type="speculationrules">{"prerender":[{"source":"list","urls":["${address}"]}],"prefetch":[{"source":"list","urls":["${address}"]}]}</script>`,
  },
  {
    type: 'other',
    name: 'a download by a link',
    outcome: 'blocked',
    markup: (address) => `<a id="link" download href="${address}">Save</a>`,
    act: run(() => `document.querySelector('#link').click()`),
  },
  {
    type: 'other',
    name: 'Alt+click',
    outcome: { chromium: 'blocked', firefox: 'absent' },
    markup: (address) => `<a id="link" href="${address}">Save this</a>`,
    act: altClick,
  },
  {
    type: 'other',
    name: '"Save link as"',
    outcome: { chromium: 'absent', firefox: 'blocked' },
    markup: (address) => `<a id="link" href="${address}">Save this</a>`,
    act: saveLinkAs,
  },
  {
    type: 'ping',
    name: 'a beacon',
    outcome: 'asked',
    act: run((address) => `navigator.sendBeacon(${address})`),
  },
  {
    type: 'xmlhttprequest',
    name: 'a fetch',
    outcome: 'asked',
    act: run((address) => `fetch(${address}, { mode: 'no-cors' })`),
  },
  {
    type: 'websocket',
    name: 'a WebSocket',
    outcome: 'asked',
    act: run((address) => `new WebSocket(${address}.replace('https', 'wss'))`),
  },
  {
    type: 'image',
    name: 'a picture',
    outcome: 'asked',
    markup: (address) => `<img src="${address}" alt="">`,
  },
  {
    type: 'media',
    name: 'a film',
    outcome: 'asked',
    markup: (address) => `<video src="${address}" preload="auto"></video>`,
  },
  {
    type: 'script',
    name: 'a script',
    outcome: 'asked',
    markup: (address) => `<script src="${address}"></script>`,
  },
  {
    type: 'stylesheet',
    name: 'a style sheet',
    outcome: 'asked',
    markup: (address) => `<link rel="stylesheet" href="${address}">`,
  },
  {
    type: 'font',
    name: 'a font',
    outcome: 'asked',
    markup: (address) =>
      `<style>@font-face { font-family: x; src: url(${address}); } main { font-family: x }</style>Text`,
  },
];

const [host = ''] = listedHosts(1);
const section = listedSection();
interface Page {
  address: string;
  host: string;
}

const LISTED = {
  'a listed site': { address: `https://${host}/ads`, host },
  'a listed section': { address: section.listed, host: section.host },
} satisfies Record<string, Page>;
const UNLISTED: Page = { address: 'https://unlisted.test/page', host: 'unlisted.test' };
const OWN: Page = { address: 'https://own-line.test/page', host: 'own-line.test' };

let site: Site;
let browser: BrowserSession;
let markup = '';

before(async () => {
  site = await startSite((visit) =>
    visit.host === 'plain.test'
      ? { body: plainPage(`<h1>Plain</h1>${markup}`) }
      : { body: advertisement('Advertisement') },
  );
  browser = await launch({
    port: site.port,
    extension: builtExtension(),
    // Off in the harness, but on in Firefox as shipped.
    preferences: { 'network.prefetch-next': true },
  });
  await guardRegistered(browser);
  await closeWelcome(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.forget());

/** Clicks a link with the Alt key, by which Chromium saves its target. Firefox ships with this off (`browser.altClickSave`). */
async function altClick(tab: Tab): Promise<void> {
  const chromium = browser as ChromiumSession;
  const [x, y] = await middleOfLink(tab);
  for (const type of ['mousePressed', 'mouseReleased'])
    await chromium.page(tab, 'Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      clickCount: 1,
      modifiers: 1,
    });
}

/** Saves a link by Firefox's own context menu, which requests the address before it asks where to save. */
async function saveLinkAs(tab: Tab): Promise<void> {
  const firefox = browser as FirefoxSession;
  const [x, y] = await middleOfLink(tab);
  const at = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' };
  const press = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 2 }));
  await firefox.bidi.send('input.performActions', {
    context: tab,
    actions: [{ type: 'pointer', id: 'mouse', actions: [at, ...press] }],
  });
  await waitFor('the context menu', () =>
    firefox.inBrowser<boolean>(`const { document } = Services.wm.getMostRecentWindow('navigator:browser');
      const item = document.getElementById('context-savelink');
      if (document.getElementById('contentAreaContextMenu').state !== 'open' || item.hidden) return false;
      item.doCommand();
      document.getElementById('contentAreaContextMenu').hidePopup();
      return true;`),
  );
}

function middleOfLink(tab: Tab): Promise<[number, number]> {
  return browser.evaluate<[number, number]>(
    tab,
    `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.querySelector('#link').getBoundingClientRect())`,
  );
}

/** Closes windows in which Firefox says that it could not save what was blocked. */
async function closeDialogs(): Promise<void> {
  if (!(browser instanceof FirefoxSession)) return;
  await browser.inBrowser(`for (const window of Services.wm.getEnumerator(null)) {
    if (window.gDialogBox?.isOpen) window.gDialogBox.dialog.close();
    if (window.location.href.includes('commonDialog')) window.close();
  }
  return true;`);
}

/** @returns the outcome of the row if its page is listed. */
const outcomeOf = ({ outcome }: Row) => (typeof outcome === 'string' ? outcome : outcome[BROWSER]);

/** Requests an address as the row says, and checks the outcome. */
async function ask(row: Row, { address, host }: Page, outcome: Outcome): Promise<void> {
  markup = row.markup?.(address) ?? '';
  const tab = await browser.newTab();
  await browser.open(tab, 'https://plain.test/');
  await row.act?.(tab, address);
  const visits = () => site.visitsTo(host).map(({ method, url, resource }) => `${method} ${url} ${resource}`);
  if (outcome === 'asked') await waitFor('the site to be asked', () => visits().length > 0);
  else {
    await pause(1_200);
    assert.deepEqual(visits(), []);
  }
  await closeDialogs();
  const seen = JSON.stringify(await browser.accessible(tab));
  assert.ok(host === UNLISTED.host || !seen.includes(FORBIDDEN), 'the listed page shows');
  await browser.closeTab(tab);
}

const rows = TABLE.filter((row) => outcomeOf(row) !== 'absent');
const blocked = TABLE.filter((row) => outcomeOf(row) === 'blocked');

for (const row of rows)
  for (const [kind, page] of Object.entries(LISTED))
    test(`${row.type}: ${row.name} of ${kind} is ${outcomeOf(row)}`, () => ask(row, page, outcomeOf(row)));

// Shows that this kind of request works at all. If the listed site is asked, an unlisted one shows nothing more.
for (const row of blocked)
  test(`${row.type}: ${row.name} of an unlisted site is asked`, () => ask(row, UNLISTED, 'asked'));

describe('zero tolerance, and a person’s own site', () => {
  before(() =>
    askWorker(browser, 'settings/change', {
      changes: { blockedPatterns: [OWN.host], mode: 'zero-tolerance' },
    }),
  );
  for (const row of blocked)
    test(`${row.type}: ${row.name} is blocked`, async () => {
      for (const page of [LISTED['a listed site'], OWN]) await ask(row, page, 'blocked');
    });
});
