/** Who may ask the worker for what, what a page may do to ours, and what an unlisted page can find out about us. */
import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { policyKnown } from './harness/ask.ts';
import { plainPage } from './harness/classifieds.ts';
import { guardRegistered } from './harness/guard-registered.ts';
import { CHECK_ADDRESS } from './harness/listed.ts';
import { seeNotice } from './harness/notice-seen.ts';
import { BROWSER, builtExtension, launch } from './harness/open-browser.ts';
import type { BrowserSession, Tab } from './harness/session.ts';
import { SETTINGS_ASKS } from './harness/settings-asks.ts';
import { type Site, startSite } from './harness/site.ts';
import { closeWelcome, takePass } from './harness/take-pass.ts';
import { waitFor } from './harness/wait.ts';
import { BY_TIME } from './hostile/boundary-cases.ts';
import { otherExtension } from './hostile/other-extension.ts';

const API = '(globalThis.browser ?? chrome)';
const OTHER = 'https://unlisted.test/';

/** What nobody but one kind of page of ours may ask. */
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
  site = await startSite(() => ({ body: plainPage('<h1>Plain</h1>') }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await closeWelcome(browser);
  // Before, every pass is refused, whatever stands in the fragment.
  await policyKnown(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** @returns the worker's answers, asked one after the other from a page of ours. */
function askFrom(tab: Tab, asks: readonly unknown[]): Promise<unknown[]> {
  return browser.evaluate<unknown[]>(
    tab,
    `(async () => { const answers = []; for (const ask of ${JSON.stringify(asks)})
      answers.push(await ${API}.runtime.sendMessage(ask).catch((error) => ({ refused: String(error) }))); return answers; })()`,
  );
}

function allRefused(asks: readonly unknown[], answers: readonly unknown[]): void {
  assert.equal(answers.length, asks.length);
  for (const [place, answer] of answers.entries())
    assert.ok(
      typeof answer === 'object' && answer !== null && 'refused' in answer,
      `${JSON.stringify(asks[place])} was answered: ${JSON.stringify(answer)}`,
    );
}

async function openOwn(path: string): Promise<Tab> {
  const tab = await browser.newTab();
  await browser.open(tab, browser.base + path);
  await waitFor('the page of ours', () =>
    browser.evaluate<boolean>(tab, `typeof ${API}.runtime.sendMessage === 'function'`),
  );
  return tab;
}

test('a script of ours in a passed page may ask as a guard and as nothing else', async () => {
  const tab = await browser.newTab();
  await takePass(browser, tab, CHECK_ADDRESS);
  const asks = [
    ...NOTICE_ASKS,
    ...SETTINGS_ASKS,
    { type: 'guard/other' },
    { type: 'guard/ask', veil: 'x{}' },
  ];
  const answers = await browser.inExtension<unknown[]>(`(async () => {
    const [tab] = await ${API}.tabs.query({ url: '*://check.second-thought.test/*' });
    const [{ result }] = await ${API}.scripting.executeScript({ target: { tabId: tab.id }, args: [${JSON.stringify(asks)}],
      func: async (asks) => { const answers = []; for (const ask of asks)
        answers.push(await (globalThis.browser ?? chrome).runtime.sendMessage(ask).catch((error) => ({ refused: String(error) }))); return answers; } });
    return result;
  })()`);
  // A name that is no name draws no veil, and the answer is the one of a page with a pass.
  assert.equal((answers.at(-1) as { kind?: string }).kind, 'pass');
  allRefused(asks.slice(0, -1), answers.slice(0, -1));
  await browser.closeTab(tab);
});

test('a page of ours that is no notice may not ask for a pass, and no page may speak as a guard without a tab of its own', async () => {
  for (const path of ['options.html', 'learn.html', 'deploy.html']) {
    const tab = await openOwn(path);
    allRefused(NOTICE_ASKS, await askFrom(tab, NOTICE_ASKS));
    await browser.closeTab(tab);
  }
});

test('a page of ours may ask no more of the settings than it is made for', async () => {
  const made = { 'deploy.html': ['settings/get'], 'learn.html': [], 'preview.html': [] };
  for (const [path, may] of Object.entries(made)) {
    const asks = SETTINGS_ASKS.filter(({ type }) => !(may as string[]).includes(type));
    const tab = await openOwn(path);
    allRefused(asks, await askFrom(tab, asks));
    await browser.closeTab(tab);
  }
});

test('a notice may not read or change settings, however it is addressed', async () => {
  for (const path of ['notice.html', 'notice.html?c=US#x/options.html', 'notice.html?/options.html']) {
    const tab = await openOwn(path);
    allRefused(SETTINGS_ASKS, await askFrom(tab, SETTINGS_ASKS));
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
  const tab = await openOwn('notice.html');
  allRefused(wrong, await askFrom(tab, wrong));
  const [answer] = await askFrom(tab, [{ type: 'notice/opened', address: null, visible: true }]);
  assert.ok(typeof answer === 'object' && answer !== null && 'listVersion' in answer);
  await browser.closeTab(tab);
  const options = await openOwn('options.html');
  const settings = [
    { type: 'settings/change', changes: { mode: 5 } },
    { type: 'settings/get', more: 1 },
    { type: 'pin/set', newPin: [] },
  ];
  allRefused(settings, await askFrom(options, settings));
  await browser.closeTab(options);
});

test('what stands in the fragment is an address to be matched, or nothing', async () => {
  const fragments: Record<string, string> = {
    'javascript:': 'javascript:globalThis.hacked=1',
    'data:': 'data:text/html,<script>globalThis.hacked=1</script>',
    HTML: '<img src=x onerror="globalThis.hacked=1"><h1>Hacked</h1>',
    'broken escapes': '%E0%A4%A%%%zz%',
    'control characters': 'http://%00%0d%0a%1b[31m/\u202ehttps:',
    'a huge string': `https://${'a'.repeat(500_000)}`,
    'a page of ours': `${browser.base}options.html`,
    'a file': 'file:///etc/passwd',
    'a listed host as user name': 'https://check.second-thought.test@unlisted.test/',
    'another scheme': 'ftp://check.second-thought.test/',
  };
  const noticeAt = async (fragment: string) => {
    const tab = await openOwn(`notice.html#${fragment}`);
    await seeNotice(browser, tab);
    // The list's date stands there once the worker has answered, whatever it answered.
    await waitFor('the notice to be complete', () =>
      browser.evaluate<boolean>(
        tab,
        "/List of \\d{4}-/.test(document.querySelector('.notice-more')?.textContent ?? '')",
      ),
    );
    const found = await browser.evaluate<{ hacked: boolean; text: string; pass: boolean }>(
      tab,
      `({ hacked: 'hacked' in globalThis, text: document.body.innerText, pass: document.querySelector('.notice-continue') !== null })`,
    );
    return { tab, ...found };
  };
  const listed = await noticeAt(CHECK_ADDRESS);
  assert.equal(listed.pass, true, 'no way on from a listed address either');
  await browser.closeTab(listed.tab);
  for (const [name, fragment] of Object.entries(fragments)) {
    const { tab, ...found } = await noticeAt(fragment);
    assert.equal(found.hacked, false, name);
    assert.equal(found.pass, false, `${name}: a way on is shown`);
    assert.doesNotMatch(found.text, /Hacked|passwd/, name);
    const asks = [fragment, decodeURIComponent(fragment.replaceAll('%', '%25'))].map((address) => ({
      type: 'notice/continue',
      address,
    }));
    for (const answer of (await askFrom(tab, asks)) as { granted?: boolean; why?: string }[]) {
      assert.equal(answer.granted, false, `${name} was granted a pass`);
      assert.match(answer.why ?? '', /^(?:not-listed|no-address)$/, name);
    }
    await browser.closeTab(tab);
  }
});

test('a framed notice shows nothing and does nothing: in a web page, in a page of ours', async () => {
  const frame = (address: string) => `new Promise((resolve) => {
    const frame = document.createElement('iframe');
    const done = () => { let inside = null; try { inside = frame.contentDocument?.body?.innerText ?? null; } catch { inside = 'closed'; } resolve(inside || 'nothing'); };
    frame.onload = done; frame.onerror = done; setTimeout(done, 1500);
    frame.src = ${JSON.stringify(address)}; document.body.append(frame); })`;
  const page = await browser.newTab();
  await browser.open(page, OTHER);
  const own = await openOwn('options.html');
  for (const tab of [page, own]) {
    const seen = await browser.evaluate<string>(tab, frame(`${browser.base}notice.html#${CHECK_ADDRESS}`));
    assert.doesNotMatch(seen, /Leave this page|Get help/);
    // Whatever stands in the frame, nothing in it can be pressed.
    const names = (await browser.accessible(tab)).map(({ name }) => name);
    assert.equal(names.includes('Leave this page'), false, 'a framed notice shows its buttons');
    await browser.closeTab(tab);
  }
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

test("our pages' own policy refuses inline scripts, text as code, requests, pictures from elsewhere and text as markup", async () => {
  site.forget();
  for (const path of ['options.html', 'notice.html']) {
    const tab = await openOwn(path);
    const found = await browser.evaluate<Record<string, string>>(
      tab,
      `(async () => {
        const tried = async (act) => { try { await act(); return 'done'; } catch (error) { return 'refused'; } };
        // Chromium lets a debugger's own call evaluate text; a timer's is the page's.
        await new Promise((resolve) => setTimeout(resolve));
        const script = document.createElement('script');
        const result = {
          eval: await tried(() => (0, eval)('1')),
          Function: await tried(() => new Function('return 1')()),
          fetch: await tried(() => fetch('https://witness.test/fetch')),
          beacon: String(navigator.sendBeacon?.('https://witness.test/beacon') ?? false),
          markup: await tried(() => { document.createElement('div').innerHTML = '<b>x</b>'; }),
          scriptUrl: await tried(() => { script.src = 'https://witness.test/script.js'; }),
          policy: await tried(() => trustedTypes.createPolicy('mine', { createHTML: (text) => text })),
        };
        await tried(() => { script.textContent = 'globalThis.inline = 1'; });
        document.body.append(script);
        const inline = document.createElement('b');
await tried(() => inline.setAttribute('onclick', 'globalThis.inline = 1'));
        document.body.append(inline); inline.click();
        const picture = new Image(); picture.src = 'https://witness.test/picture.png';
        const frame = document.createElement('iframe'); frame.src = 'https://witness.test/frame'; document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { ...result, inline: String('inline' in globalThis), types: String('trustedTypes' in globalThis) };
      })()`,
    );
    const { types, beacon: _, ...rest } = found;
    assert.equal(types, 'true', 'this browser has no Trusted Types');
    assert.deepEqual(rest, {
      eval: 'refused',
      Function: 'refused',
      fetch: 'refused',
      markup: 'refused',
      scriptUrl: 'refused',
      policy: 'refused',
      inline: 'false',
    });
    await browser.closeTab(tab);
  }
  assert.deepEqual(site.visitsTo('witness.test'), [], 'something left');
});

test('every page of ours works under that policy', async () => {
  for (const [path, words] of Object.entries({
    'options.html': /Second Thought/,
    'popup.html': /./,
    'learn.html': /./,
    'deploy.html': /./,
    'welcome.html': /./,
    'preview.html': /./,
  })) {
    const tab = await openOwn(path);
    await waitFor(`${path} to be drawn`, async () => {
      const { text } = await browser.view(tab);
      return words.test(text) && text.trim().length > 40;
    });
    if (path === 'preview.html')
      await waitFor('the notice in its frame', () =>
        browser.evaluate<boolean>(
          tab,
          `[...document.querySelectorAll('iframe')].some((each) => each.contentDocument?.querySelector('h1')?.textContent)`,
        ),
      );
    await browser.closeTab(tab);
  }
});

/** Where an extension that nobody has would stand. */
function absentBase(): string {
  const id =
    browser.name === 'chromium' ? 'abcdefghijklmnopabcdefghijklmnop' : '5ec07d00-0000-4000-8000-740009470fff';
  return browser.base.replace(/\/\/[^/]+/, `//${id}`);
}

test('an unlisted page cannot tell that we are here: by addresses, traces, messages or styles', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, OTHER);
  const absent = absentBase();
  const paths = [
    // In Firefox the notice answers whoever knows our address there, which each installation draws at random.
    ...(browser.name === 'chromium' ? ['notice.html'] : []),
    ...['options.html', 'manifest.json', 'guard.js', 'icon/16.png', 'background.js', 'first-paint.js'],
  ];
  const probe = (base: string) =>
    browser.evaluate<string[]>(
      tab,
      `Promise.all(${JSON.stringify(paths)}.flatMap((path) => {
        const address = ${JSON.stringify(base)} + path;
        const by = (name, key) => new Promise((resolve) => { const each = document.createElement(name); each.onload = () => resolve(name + ' load'); each.onerror = () => resolve(name + ' error');
          if (name === 'link') each.rel = 'stylesheet'; each[key] = address; document.head.append(each); setTimeout(resolve, 3000, name + ' silence'); });
        return [fetch(address).then((answer) => 'fetch ' + answer.status, (error) => 'fetch ' + error.name),
          fetch(address, { mode: 'no-cors' }).then((answer) => 'opaque ' + answer.type, (error) => 'opaque ' + error.name),
          by('img', 'src'), by('script', 'src'), by('link', 'href')];
      }))`,
    );
  const ours = await probe(browser.base);
  assert.deepEqual(ours, await probe(absent), 'our addresses answer otherwise than those of nobody');
  assert.equal(
    ours.some((each) => / load$| 200$|opaque opaque/.test(each)),
    false,
  );
  const traces = await browser.evaluate<{
    entries: string[];
    names: string[];
    attributes: number;
    runtime: string;
  }>(
    tab,
    `({ entries: performance.getEntries().map(({ name }) => name).filter((name) => /notice|second|guard/i.test(name) && !name.startsWith(${JSON.stringify(browser.base)})),
        names: Object.getOwnPropertyNames(globalThis).filter((name) => /second|guard|curtain|veil/i.test(name)),
        attributes: document.documentElement.attributes.length - document.documentElement.hasAttribute('lang'),
        runtime: typeof globalThis.chrome?.runtime?.sendMessage + typeof globalThis.browser })`,
  );
  assert.deepEqual(traces, { entries: [], names: [], attributes: 0, runtime: 'undefinedundefined' });
  await browser.closeTab(tab);
});

/** Pairs of requests, one to us and one to nobody. */
const PAIRS = 200;

/** Measured with the full set of hostile pages. It fails where the gap has closed: then `docs/security.md` names a limit that is none. */
// Measured with the weekly full run, in the browser that has the limit: where it is not, there is no test to skip.
const measured = BROWSER === 'chromium' && process.env.HOSTILE === 'full' ? test : () => undefined;

measured(BY_TIME, async (t: TestContext) => {
  const tab = await browser.newTab();
  await browser.open(tab, OTHER);
  const told: number[] = [];
  for (const path of ['notice.html', 'options.html', 'nothing-of-that-name.html']) {
    const times = await browser.evaluate<[number, number][]>(
      tab,
      `(async () => {
        const take = async (base) => { const began = performance.now(); await fetch(base + ${JSON.stringify(path)}).catch(() => {}); return performance.now() - began; };
        const bases = ${JSON.stringify([browser.base, absentBase()])};
        const pairs = [];
        for (let turn = -20; turn < ${PAIRS}; turn++) {
          const pair = [];
          // Neither is always the first one.
          for (const which of Math.random() < 0.5 ? [0, 1] : [1, 0]) pair[which] = await take(bases[which]);
          if (turn >= 0) pairs.push(pair);
        }
        return pairs; })()`,
    );
    told.push(rank(times));
    t.diagnostic(`${path}: ours take longer in ${Math.round(100 * rank(times))} of 100 comparisons`);
  }
  await browser.closeTab(tab);
  assert.ok(Math.max(...told) > 0.65, `not told apart: ${told.join(', ')}`);
});

/** @returns how often one of the first kind takes longer than one of the second (area under the curve; ties count half). */
function rank(times: readonly [number, number][]): number {
  const longer = times.flatMap(([ours]) =>
    times.map(([, theirs]) => (ours > theirs ? 1 : ours === theirs ? 0.5 : 0) as number),
  );
  return longer.reduce((sum, each) => sum + each, 0) / longer.length;
}
