/**
 * Tests the matrix, second half: in whatever way a browser reaches a listed page, the notice is shown and the site receives no
 * request.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, sawNothing } from '../../scripts/browser/extension/notice-seen.ts';
import { closeWelcome } from '../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds, FORBIDDEN, plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Answer, type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';

const [host = ''] = listedHosts(1);
const listed = `https://${host}/ads`;
const START = 'https://plain.test/';

/** Pages of plain.test, by path. */
const PAGES: Record<string, Answer> = {
  '/': {
    body: plainPage(
      `<h1>Plain</h1><a href="${listed}">Here</a> <a href="${listed}" target="_blank">New tab</a>
      <a href="/301">Redirected</a>
      <form method="post" action="${listed}"><input name="q" value="1"><button>Send</button></form>`,
    ),
  },
  '/refresh': { body: plainPage('Wait', `<meta http-equiv="refresh" content="0;url=${listed}">`) },
  '/header-refresh': { headers: { refresh: `0;url=${listed}` }, body: plainPage('Wait') },
  '/frame': { body: plainPage(`<h1>Outer</h1><iframe src="${listed}" width="400" height="300"></iframe>`) },
  '/nested': { body: plainPage('<h1>Outer</h1><iframe src="https://inner.test/frame"></iframe>') },
  '/301': { status: 301, headers: { location: listed } },
  '/302': { status: 302, headers: { location: listed } },
  '/303': { status: 303, headers: { location: listed } },
  '/307': { status: 307, headers: { location: listed } },
  '/308': { status: 308, headers: { location: listed } },
  '/chain': { status: 302, headers: { location: 'https://hop.test/302' } },
};

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(
    classifieds((visit) => visit.host === host || visit.host.endsWith(`.${host}`)),
    (_visit, address) => PAGES[address.pathname] ?? null,
  );
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  // The welcome page would take the keyboard focus from the tab under test.
  await closeWelcome(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.forget());

async function started(path = '/'): Promise<Tab> {
  const tab = await browser.newTab();
  await browser.open(tab, new URL(path, START).href);
  return tab;
}

/** Tests a way that stays in the same tab, from the plain page. */
function inTab(name: string, act: (tab: Tab) => Promise<unknown>): void {
  test(`way: ${name}`, async () => {
    const tab = await started();
    await act(tab);
    await intercepted(browser, tab, site, host);
    await browser.closeTab(tab);
  });
}

/** Tests a way that opens a new tab. */
function inNewTab(name: string, act: (tab: Tab) => Promise<unknown>): void {
  test(`way: ${name}`, async () => {
    const tab = await started();
    const known = await browser.tabs();
    await act(tab);
    const opened = await waitFor('another tab', async () =>
      (await browser.tabs()).find((each) => !known.includes(each)),
    );
    await intercepted(browser, opened, site, host);
    await browser.closeTab(opened);
    await browser.closeTab(tab);
  });
}

inTab('link', (tab) => browser.click(tab, 'Here'));
inTab('link by keyboard', (tab) => browser.press(tab, 'Tab', 'Enter'));
inTab('form, POST', (tab) => browser.click(tab, 'Send'));
inTab('location.replace', (tab) => browser.evaluate(tab, `void location.replace(${JSON.stringify(listed)})`));
inTab('location.href', (tab) => browser.evaluate(tab, `void (location.href = ${JSON.stringify(listed)})`));
inTab('link to a redirect', (tab) => browser.click(tab, 'Redirected'));
inNewTab('link, target=_blank', (tab) => browser.click(tab, 'New tab'));
inNewTab('window.open', (tab) => browser.evaluate(tab, `void window.open(${JSON.stringify(listed)})`));
inNewTab('window.open, then location', (tab) =>
  browser.evaluate(tab, `void (window.open('about:blank').location = ${JSON.stringify(listed)})`),
);
inNewTab('window.open, small window', (tab) =>
  browser.evaluate(tab, `void window.open(${JSON.stringify(listed)}, '', 'popup,width=500,height=400')`),
);

for (const path of Object.keys(PAGES).filter((each) => /\d{3}|chain|refresh/.test(each))) {
  test(`way: answer ${path}`, async () => {
    const tab = await started(path);
    await intercepted(browser, tab, site, host);
    await browser.closeTab(tab);
  });
}

for (const path of ['/frame', '/nested']) {
  test(`way: ${path} holds the listed page; it stays empty and the page around it stays`, async () => {
    const tab = await started(path);
    // Enough time for frames to be blocked or to load.
    await pause(700);
    const view = await browser.view(tab);
    assert.equal(view.title, 'Plain page');
    assert.match(view.text, /Outer/);
    assert.ok(!JSON.stringify(await browser.accessible(tab)).includes(FORBIDDEN));
    sawNothing(site, host);
    await browser.closeTab(tab);
  });
}

for (const place of ['window', 'private'] as const) {
  test(`way: ${place === 'window' ? 'a second window' : 'a private window'}, typed and by link`, async () => {
    const tab = await browser.newTab(place);
    await browser.open(tab, listed);
    await intercepted(browser, tab, site, host);
    await browser.open(tab, START);
    await browser.click(tab, 'Here');
    await intercepted(browser, tab, site, host);
    await browser.closeTab(tab);
  });
}

test('way: reload of the notice keeps the notice', async () => {
  const tab = await started();
  await browser.click(tab, 'Here');
  await intercepted(browser, tab, site, host);
  // Marks the old document, because it may still answer for a moment.
  await browser.evaluate(tab, "void (document.documentElement.dataset.old = 'yes')");
  await browser.reload(tab);
  await waitFor('the new document', () =>
    browser.evaluate<boolean>(
      tab,
      `document.documentElement.dataset.old === undefined && document.querySelector('.notice-continue') !== null`,
    ),
  );
  await intercepted(browser, tab, site, host);
  const address = await browser.evaluate<string>(tab, 'history.state.address');
  assert.equal(new URL(address).host, host);
  await browser.closeTab(tab);
});

test('way: back to the plain page and forward again', async () => {
  const tab = await started();
  await browser.click(tab, 'Here');
  await intercepted(browser, tab, site, host);
  await browser.travel(tab, -1);
  await waitFor('the plain page', async () => (await browser.view(tab)).title === 'Plain page');
  await browser.travel(tab, 1);
  await intercepted(browser, tab, site, host);
  await browser.closeTab(tab);
});
