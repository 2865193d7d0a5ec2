/**
 * Tests what a page may do to the extension's pages: addresses that it makes up, frames, scripts and pictures; and that they work
 * anyway.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { policyKnown } from '../../scripts/browser/extension/ask.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { askFrom, openOwn } from '../../scripts/browser/extension/own-page.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { openPlainWorld } from './harness/plain-world.ts';

let site: Site;
let browser: BrowserSession;

before(async () => {
  ({ site, browser } = await openPlainWorld());
  // Until this is known, every pass is refused, whatever is in the fragment.
  await policyKnown(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
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
    const tab = await openOwn(browser, `notice.html#${fragment}`);
    await seeNotice(browser, tab);
    // The notice shows the list's date once the worker has answered, whatever the answer is.
    await waitFor('the notice to be complete', () =>
      browser.evaluate<boolean>(
        tab,
        "/List of \\w+ \\d+, \\d{4}/.test(document.querySelector('.notice-more')?.textContent ?? '')",
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
    for (const answer of (await askFrom(browser, tab, asks)) as { granted?: boolean; why?: string }[]) {
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
  await browser.open(page, 'https://unlisted.test/');
  const own = await openOwn(browser, 'options.html');
  for (const tab of [page, own]) {
    const seen = await browser.evaluate<string>(tab, frame(`${browser.base}notice.html#${CHECK_ADDRESS}`));
    assert.doesNotMatch(seen, /Leave this page|Get help/);
    // Nothing in the frame can be pressed, whatever it shows.
    const names = (await browser.accessible(tab)).map(({ name }) => name);
    assert.equal(names.includes('Leave this page'), false, 'a framed notice shows its buttons');
    await browser.closeTab(tab);
  }
});

test("our pages' own policy refuses inline scripts, text as code, requests, pictures from elsewhere and text as markup", async () => {
  site.forget();
  for (const path of ['options.html', 'notice.html']) {
    const tab = await openOwn(browser, path);
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
    const tab = await openOwn(browser, path);
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
