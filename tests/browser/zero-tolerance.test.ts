/** Tests zero tolerance by managed policy: the notice has no way through, and shows no address anywhere. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { type Managed, underPolicy } from './harness/managed.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
};

const [host = ''] = listedHosts(1);
const listed = `https://${host}/ads`;

let site: Site;
let managed: Managed;

before(async () => {
  site = await startSite(classifieds(() => true));
  managed = await underPolicy(site, {
    mode: 'zero-tolerance',
    organizationName: 'Example Company',
    // If there were a way on, it would open at once.
    continueDelaySeconds: 0,
  });
  // Waits, because `start.test.ts` is about pages that open together with the installation.
  await guardRegistered(managed.browser);
});
after(async () => {
  await managed?.close();
  await site?.close();
});
beforeEach(() => site.forget());

test('no pass is offered, and none is given to a message', async () => {
  const { browser } = managed;
  const tab = await browser.newTab();
  await browser.open(tab, listed);
  await intercepted(browser, tab, site, host);
  await seeText(browser, tab, say.notice('why'));
  const names = (await browser.accessible(tab)).map(({ name }) => name);
  assert.deepEqual(
    names.filter((name) => /continue/i.test(name)),
    [],
  );
  const answer = await browser.evaluate<{ granted: boolean; why?: string }>(
    tab,
    `${API}.runtime.sendMessage({ type: 'notice/continue', address: ${JSON.stringify(listed)} })`,
  );
  assert.deepEqual([answer.granted, answer.why], [false, 'zero-tolerance']);
  assert.equal(
    await browser.evaluate(tab, 'history.state?.address ?? null'),
    null,
    'the address was handed over',
  );
  await browser.reload(tab);
  await seeNotice(browser, tab);
});

test('no rule carries the address', async () => {
  const carrying = `${API}.declarativeNetRequest.getDynamicRules().then((all) => ({
    all: all.length,
    carrying: all.filter((rule) => rule.action.redirect?.regexSubstitution || rule.action.redirect?.url).length,
  }))`;
  await waitFor('the rules of zero tolerance', async () => {
    const found = await managed.browser.inExtension<{ all: number; carrying: number }>(carrying);
    return found.all > 0 && found.carrying === 0;
  });
});
