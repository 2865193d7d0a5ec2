/** Tests the first frames of a notice on a slow machine: never another country's helpline, never without heading and exit. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { ask } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { closeWelcome } from '../../scripts/browser/extension/take-pass.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => ({ body: '<title>page</title>' }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  // The welcome page would open in front of a notice, and a page in the background has no frames.
  await closeWelcome(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

interface Frame {
  helplines: string[];
  languages: string[];
  leave: boolean;
}

/** An expression for what is displayed now; null before there is a heading. */
const LOOK = `(() => {
  const shown = (one) => { const box = one.getBoundingClientRect(); return box.width > 0 && box.height > 0; };
  const heading = document.querySelector('h1');
  if (!heading || !shown(heading)) return null;
  const helplines = [...document.querySelectorAll('[data-helpline]')].filter(shown).map((one) => one.dataset.helpline);
  const words = [...document.querySelectorAll('[data-words]')].filter(shown).map((one) => one.lang);
  return { helplines, languages: [...new Set(words)], leave: !!document.querySelector('[data-leave]') };
})()`;

/** In Chromium, records every frame of every new document, from before its own scripts, on a machine twenty times slower. */
async function recordInChromium(tab: Tab): Promise<void> {
  const chromium = browser as ChromiumSession;
  const source = `globalThis.seen = []; (function look() { const frame = ${LOOK}; if (frame) seen.push(frame); requestAnimationFrame(look); })();`;
  await chromium.page(tab, 'Page.enable');
  await chromium.page(tab, 'Page.addScriptToEvaluateOnNewDocument', { source });
  await chromium.page(tab, 'Emulation.setCPUThrottlingRate', { rate: 20 });
}

/**
 * Records the frames of a notice. Firefox runs no test script in extension pages before their own scripts, so there the test looks at
 * the page as often as the driver can.
 */
async function framesOf(tab: Tab, address: string): Promise<Frame[]> {
  if (BROWSER === 'chromium') await recordInChromium(tab);
  const polled: Frame[] = [];
  const opened = browser.open(tab, address);
  const complete = () =>
    browser.evaluate<boolean>(tab, "document.querySelector('.notice-main') !== null").catch(() => false);
  await waitFor(
    'the message',
    async () => {
      const frame = await browser.evaluate<Frame | null>(tab, LOOK).catch(() => null);
      if (frame) polled.push(frame);
      return complete();
      // Twenty times slower than this machine, which may itself be busy.
    },
    60_000,
  );
  await opened;
  await pause(500);
  if (BROWSER === 'chromium') return browser.evaluate<Frame[]>(tab, 'globalThis.seen');
  // The last look may have been just before the notice was complete.
  const last = await browser.evaluate<Frame | null>(tab, LOOK);
  return last ? [...polled, last] : polled;
}

test('a chosen country stands from the first frame on, whatever the device would guess', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, CHECK_ADDRESS);
  await waitFor('the worker', async () => {
    const answer = `(globalThis.browser ?? chrome).runtime.sendMessage({ type: 'notice/place', country: 'SE', region: '' }).then(() => true)`;
    return browser.evaluate<boolean>(tab, answer);
  });

  const slowed = await browser.newTab();
  const frames = await framesOf(slowed, CHECK_ADDRESS);
  await browser.closeTab(slowed);
  assert.ok(frames.length > 0, 'no frames were recorded');
  for (const frame of frames)
    assert.deepEqual(frame, { helplines: ['SE'], languages: frame.languages.slice(0, 1), leave: true });
});

test('where no rule has said the country yet, the worldwide line stands until it is known', async () => {
  const tab = await browser.newTab();
  const frames = await framesOf(tab, `${browser.base}notice.html`);
  // Closes the tab, which would otherwise slow down the next one in the same process.
  await browser.closeTab(tab);
  const helplines = [...new Set(frames.flatMap((frame) => frame.helplines))];
  assert.ok(frames.length > 0, 'no frames were recorded');
  assert.ok(frames.every((frame) => frame.helplines.length === 1));
  assert.deepEqual(
    helplines.filter((mainHelpline) => mainHelpline !== 'any'),
    ['SE'],
  );
});

test('a country without a page of its own has its helpline in the first frame, in the reader’s language', async () => {
  await ask(browser, 'settings/change', { changes: { country: 'AR', region: '', language: 'es' } });
  const ruled = await browser.newTab();
  await waitFor(
    'the rules to lead to the page',
    async () => {
      await browser.open(ruled, CHECK_ADDRESS);
      return /\/notice\/any\.es\.html#AR-law$/.test((await browser.view(ruled)).url);
    },
    60_000,
  );

  const tab = await browser.newTab();
  const frames = await framesOf(tab, CHECK_ADDRESS);
  assert.ok(frames.length > 0, 'no frames were recorded');
  for (const frame of frames) assert.deepEqual(frame, { helplines: ['AR'], languages: ['es'], leave: true });
  assert.equal(await browser.evaluate(tab, 'history.state.address'), CHECK_ADDRESS);
});
