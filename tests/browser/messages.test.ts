/** Tests who may ask the worker for what: each kind of page of the extension, a script in a page with a pass, another extension. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { policyKnown } from '../../scripts/browser/extension/ask.ts';
import { API, allRefused, askFrom, openOwn } from '../../scripts/browser/extension/own-page.ts';
import { takePass } from '../../scripts/browser/extension/take-pass.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { openPlainWorld } from './harness/plain-world.ts';
import { SETTINGS_ASKS } from './harness/settings-asks.ts';
import { otherExtension } from './hostile/other-extension.ts';

/** Requests that only one kind of page of the extension may send. */
const NOTICE_ASKS = [
  { type: 'notice/opened', address: CHECK_ADDRESS, visible: true },
  { type: 'notice/visible', visible: true },
  { type: 'notice/left' },
  { type: 'notice/mistake', address: CHECK_ADDRESS },
  { type: 'notice/place', country: 'US', region: '' },
  { type: 'notice/continue', address: CHECK_ADDRESS },
];

let site: Site;
let browser: BrowserSession;

before(async () => {
  ({ site, browser } = await openPlainWorld());
  // Until this is known, every pass is refused.
  await policyKnown(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

test('a script of ours in a passed page may ask as a guard and as nothing else', async () => {
  const tab = await browser.newTab();
  await takePass(browser, tab, CHECK_ADDRESS);
  const there = `${API}.tabs.query({ url: '*://check.second-thought.test/*' }).then(({ length }) => length > 0)`;
  await waitFor('the page', () => browser.inExtension<boolean>(there));
  const asks = [
    ...NOTICE_ASKS,
    ...SETTINGS_ASKS,
    { type: 'guard/other' },
    { type: 'guard/ask', overlayId: 'x{}' },
  ];
  const answers = await browser.inExtension<unknown[]>(`(async () => {
    const [tab] = await ${API}.tabs.query({ url: '*://check.second-thought.test/*' });
    const [{ result }] = await ${API}.scripting.executeScript({ target: { tabId: tab.id }, args: [${JSON.stringify(asks)}],
      func: async (asks) => { const answers = []; for (const ask of asks)
        answers.push(await (globalThis.browser ?? chrome).runtime.sendMessage(ask).catch((error) => ({ refused: String(error) }))); return answers; } });
    return result;
  })()`);
  // An invalid name gets no hide-page CSS, and the answer is that of a page with a pass.
  assert.equal((answers.at(-1) as { kind?: string }).kind, 'pass');
  allRefused(asks.slice(0, -1), answers.slice(0, -1));
  await browser.closeTab(tab);
});

test('a page of ours that is no notice may not ask for a pass, and no page may speak as a guard without a tab of its own', async () => {
  for (const path of ['options.html', 'learn.html', 'deploy.html']) {
    const tab = await openOwn(browser, path);
    allRefused(NOTICE_ASKS, await askFrom(browser, tab, NOTICE_ASKS));
    await browser.closeTab(tab);
  }
});

test('a page of ours may ask no more of the settings than it is made for', async () => {
  const made = { 'deploy.html': ['settings/get'], 'learn.html': [], 'preview.html': [] };
  for (const [path, may] of Object.entries(made)) {
    const asks = SETTINGS_ASKS.filter(({ type }) => !(may as string[]).includes(type));
    const tab = await openOwn(browser, path);
    allRefused(asks, await askFrom(browser, tab, asks));
    await browser.closeTab(tab);
  }
});

test('a notice may not read or change settings, however it is addressed', async () => {
  for (const path of ['notice.html', 'notice.html?c=US#x/options.html', 'notice.html?/options.html']) {
    const tab = await openOwn(browser, path);
    allRefused(SETTINGS_ASKS, await askFrom(browser, tab, SETTINGS_ASKS));
    await browser.closeTab(tab);
  }
});

test('messages of the wrong form are refused, and the worker answers the next one', async () => {
  const wrong: unknown[] = [
    null,
    5,
    'notice/continue',
    [],
    {},
    { type: 5 },
    { type: '__proto__' },
    { type: 'settings/constructor' },
    { type: 'toString' },
    { type: 'notice/continue' },
    { type: 'notice/continue', address: 5 },
    { type: 'notice/continue', address: CHECK_ADDRESS, pin: {} },
    { type: 'notice/continue', address: CHECK_ADDRESS, pin: 'x'.repeat(257) },
    { type: 'notice/opened', address: {}, visible: true },
    { type: 'notice/opened', address: null, visible: 'yes' },
    { type: 'notice/opened', address: 'x'.repeat(2_100_001), visible: true },
    { type: 'notice/place', country: {}, region: [] },
  ];
  const tab = await openOwn(browser, 'notice.html');
  allRefused(wrong, await askFrom(browser, tab, wrong));
  const [answer] = await askFrom(browser, tab, [{ type: 'notice/opened', address: null, visible: true }]);
  assert.ok(typeof answer === 'object' && answer !== null && 'listVersion' in answer);
  await browser.closeTab(tab);
  const options = await openOwn(browser, 'options.html');
  const settings = [
    { type: 'settings/change', changes: { mode: 5 } },
    { type: 'settings/get', more: 1 },
    { type: 'pin/set', newPin: [] },
  ];
  allRefused(settings, await askFrom(browser, options, settings));
  await browser.closeTab(options);
});

test('another extension is not heard, and cannot frame the notice', async () => {
  const other = await otherExtension(browser);
  try {
    const tab = await browser.newTab();
    await browser.open(tab, other.page);
    const ours = await browser.inExtension<string>(`${API}.runtime.id`);
    const answers = await browser.evaluate<unknown[]>(
      tab,
      `Promise.all(${JSON.stringify([...NOTICE_ASKS, ...SETTINGS_ASKS])}.map((ask) => Promise.race([
        ${API}.runtime.sendMessage(${JSON.stringify(ours)}, ask).then((answer) => answer ?? 'silence', (error) => 'refused: ' + error),
        new Promise((resolve) => setTimeout(resolve, 3000, 'silence'))])))`,
    );
    for (const answer of answers) assert.match(String(answer), /^silence|^refused/);
    await browser.evaluate(
      tab,
      `new Promise((resolve) => { const frame = document.createElement('iframe'); frame.onload = frame.onerror = resolve; setTimeout(resolve, 1500);
        frame.src = ${JSON.stringify(`${browser.base}notice.html`)}; document.body.append(frame); })`,
    );
    const names = (await browser.accessible(tab)).map(({ name }) => name);
    assert.equal(names.includes('Leave this page'), false, 'another extension frames the notice');
    await browser.closeTab(tab);
  } finally {
    await other.remove();
  }
});
