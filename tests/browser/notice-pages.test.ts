/**
 * Tests that the notice of a known place is complete in its first frame: law, number and exit, in the right language. Nothing moves
 * after that.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { ask } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { skipPause } from '../../scripts/browser/extension/skip-pause.ts';
import { closeWelcome, continueAnyway } from '../../scripts/browser/extension/take-pass.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { readLaws } from '../../scripts/facts/read-data.ts';

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => ({ body: '<title>A listed page</title>' }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await closeWelcome(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

interface Frame {
  language: string;
  law: string;
  cells: string[];
  numbers: string[];
  exit: boolean;
}

/** An expression for what is displayed now; null before there is a heading. */
const LOOK = `(() => {
  const seen = (one) => one.checkVisibility() && one.getBoundingClientRect().height > 0;
  const heading = document.querySelector('h1');
  if (!heading || !seen(heading)) return null;
  const texts = (of) => [...document.querySelectorAll(of)].filter(seen).map((one) => one.textContent);
  return {
    language: document.documentElement.lang,
    law: texts('.notice-law').join(' | '),
    cells: texts('.cell strong'),
    numbers: texts('.notice-main-helpline a'),
    exit: texts('[data-leave]').length === 1,
  };
})()`;

/** In Chromium, records each frame of every new document, from before its own scripts, on a processor ten times slower. */
async function record(tab: Tab): Promise<void> {
  const chromium = browser as ChromiumSession;
  const source = `
    globalThis.seen = []; globalThis.shifts = 0;
    new PerformanceObserver((list) => { for (const shift of list.getEntries()) globalThis.shifts += shift.value; })
      .observe({ type: 'layout-shift', buffered: true });
    // As it was painted: the part that an address names is found after the callbacks of a frame, before it is painted.
    const painted = new MessageChannel();
    painted.port1.onmessage = () => { const frame = ${LOOK}; if (frame) seen.push(frame); };
    (function next() { painted.port2.postMessage(null); requestAnimationFrame(next); })();`;
  await chromium.page(tab, 'Page.enable');
  await chromium.page(tab, 'Page.addScriptToEvaluateOnNewDocument', { source });
  await chromium.page(tab, 'Emulation.setCPUThrottlingRate', { rate: 6 });
}

async function chosen(
  changes: Parameters<typeof ask<'settings/change'>>[2]['changes'],
  path: string,
): Promise<void> {
  await ask(browser, 'settings/change', { changes });
  const [page = '', region] = path.split('#');
  const parts = [page, ...(region ? [`#${region}"`] : [])];
  const held = `(globalThis.browser ?? chrome).declarativeNetRequest.getDynamicRules().then((rules) => ${JSON.stringify(parts)}.every((part) => JSON.stringify(rules).includes(part)))`;
  await waitFor(`rules that lead to ${path}`, () => browser.inExtension<boolean>(held), 30_000);
}

/** Opens a covered address. @returns every frame of the notice that was seen, and how far anything moved. */
async function frames(tab: Tab, address = CHECK_ADDRESS): Promise<{ frames: Frame[]; shifts: number }> {
  if (BROWSER === 'chromium') await record(tab);
  const polled: Frame[] = [];
  const opened = browser.open(tab, address);
  await waitFor(
    'the whole notice',
    async () => {
      const frame = await browser.evaluate<Frame | null>(tab, LOOK).catch(() => null);
      if (frame) polled.push(frame);
      return browser
        .evaluate<boolean>(tab, "document.querySelector('.notice-place') !== null")
        .catch(() => false);
    },
    60_000,
  );
  await opened;
  await pause(700);
  if (BROWSER !== 'chromium') return { frames: polled, shifts: 0 };
  return {
    frames: await browser.evaluate<Frame[]>(tab, 'globalThis.seen'),
    shifts: await browser.evaluate<number>(tab, 'globalThis.shifts'),
  };
}

const CASES = [
  { code: 'US-GA', language: 'en', number: '1-888-373-7888', path: '/notice/US.DE-IN.en.html#GA' },
  { code: 'US-TX', language: 'es', number: '1-888-373-7888', path: '/notice/US.RI-VT.es.html#TX' },
  { code: 'SE', language: 'en', number: '020-390 000', path: '/notice/SE.en.html' },
] as const;

for (const { code, language, number, path } of CASES) {
  test(`${code}, ${language}: law, cells, number and exit stand in the first frame, and nothing moves`, async () => {
    const [country = ''] = code.split('-');
    await chosen({ country, region: code === country ? '' : code, language }, path);
    const tab = await browser.newTab();
    await browser.resize(tab, 1366, 768);
    const { frames: seen, shifts } = await frames(tab);
    const law = readLaws(language).find((one) => one.code === code);
    assert.ok(seen.length > 0, 'no frame was seen');
    for (const frame of seen) {
      assert.equal(frame.language, language);
      assert.ok(law && frame.law.startsWith(law.plain), frame.law);
      assert.ok(frame.exit);
      assert.equal(frame.numbers[0], number);
      assert.deepEqual(frame.cells, seen.at(-1)?.cells);
    }
    assert.equal(shifts, 0);
    await browser.closeTab(tab);
  });
}

test('a country without helplines of its own has the worldwide one, also once the notice is complete', async () => {
  await chosen({ country: 'RU', region: '', language: 'ru' }, '/notice/any.ru.html');
  const tab = await browser.newTab();
  const { frames: seen } = await frames(tab);
  const last = await browser.evaluate<Frame>(tab, LOOK);
  for (const { numbers } of [...seen, last]) assert.deepEqual(numbers, ['findahelpline.com']);
  const copy = `document.querySelector('.notice-copy').checkVisibility()`;
  assert.equal(await browser.evaluate<boolean>(tab, copy), false);
  await browser.closeTab(tab);
});

test('the address leaves the location bar, a reload keeps the notice, and the way on leads where it would have', async () => {
  await chosen({ country: 'US', region: 'US-GA', language: 'en' }, '/notice/US.DE-IN.en.html#GA');
  const tab = await browser.newTab();
  const address = `${CHECK_ADDRESS}path?q=1&r=a%20b`;
  await browser.open(tab, address);
  const clean = async () => {
    await waitFor('the location to be clean', async () => !(await browser.view(tab)).url.includes('check.'));
    assert.match((await browser.view(tab)).url, /\/notice\/US\.DE-IN\.en\.html#GA$/);
    assert.equal(await browser.evaluate(tab, 'history.state.address'), address);
    // In Firefox, the module sets the focus, because the fragment names a part of the page (`focusWayOut`).
    await waitFor('the way out to have the focus', () =>
      browser.evaluate<boolean>(tab, `document.activeElement.matches('[data-leave]')`),
    );
  };
  await clean();
  await browser.reload(tab);
  await waitFor('the notice again', async () => (await browser.view(tab)).text.includes('In Georgia'));
  await clean();
  await skipPause(browser, tab);
  await continueAnyway(browser, tab);
  await waitFor('the page', async () => (await browser.view(tab)).url === address);
  await browser.closeTab(tab);
});

test('a page in a language that was just given up gives way to the one in force', async () => {
  await chosen({ country: 'US', region: 'US-GA', language: 'en' }, '/notice/US.DE-IN.en.html#GA');
  const tab = await browser.newTab();
  await browser.open(tab, `${browser.base}notice/US.DE-IN.es.html?${CHECK_ADDRESS}#GA`);
  await waitFor('the English notice', async () => {
    const { text, url } = await browser.view(tab);
    return text.includes('In Georgia') && /\/notice\/US\.DE-IN\.en\.html#GA$/.test(url);
  });
  assert.equal(await browser.evaluate(tab, 'history.state.address'), CHECK_ADDRESS);
  await browser.closeTab(tab);
});

test('under zero tolerance the page of the place carries no address', async () => {
  await chosen(
    { country: 'US', region: 'US-GA', language: 'en', mode: 'zero-tolerance' },
    '/notice/US.DE-IN.en.html#GA',
  );
  const tab = await browser.newTab();
  await browser.open(tab, CHECK_ADDRESS);
  await waitFor('the notice', async () => (await browser.view(tab)).text.includes('In Georgia'));
  assert.match((await browser.view(tab)).url, /\/notice\/US\.DE-IN\.en\.html#GA$/);
  assert.equal(await browser.evaluate(tab, 'history.state?.address ?? null'), null);
  await browser.closeTab(tab);
});
