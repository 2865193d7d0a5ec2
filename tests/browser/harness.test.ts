/**
 * Tests the harness itself: a browser without the extension reaches the loopback site by every name, over http and https, and the site
 * records it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite((visit, address) => ({
    body: `<!doctype html><title>${address.hostname}</title><main><h1>${visit.method}</h1><a href="/next">Onward</a></main>`,
  }));
  browser = await launch({ port: site.port });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

for (const address of ['http://one.test/a', 'https://two.test:8443/b', 'http://three.test.:81/c']) {
  test(`${address} is answered, and the request is on record`, async () => {
    const tab = await browser.newTab();
    await browser.open(tab, address);
    const view = await browser.view(tab);
    assert.equal(view.title, new URL(address).hostname);
    assert.deepEqual(
      site.visitsTo(new URL(address).hostname.replace(/\.$/, '')).map((visit) => visit.url)[0],
      address,
    );
    await browser.closeTab(tab);
  });
}

test('a click by accessible name follows a link', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, 'http://one.test/start');
  await browser.click(tab, 'Onward');
  await waitFor('the next page', async () => (await browser.view(tab)).url.endsWith('/next'));
  await assert.rejects(() => browser.click(tab, 'No such thing', 1_000), /No such thing/);
});

test('a private window shares no cookies with the others', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, 'http://one.test/');
  await browser.evaluate(tab, 'void (document.cookie = "seen=1")');
  const hidden = await browser.newTab('private');
  await browser.open(hidden, 'http://one.test/');
  assert.equal(await browser.evaluate(hidden, 'document.cookie'), '');
  const second = await browser.newTab('window');
  await browser.open(second, 'http://one.test/');
  assert.equal(await browser.evaluate(second, 'document.cookie'), 'seen=1');
});
