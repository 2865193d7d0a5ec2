/** Tests what an organization says about itself by policy: its logo, its own line breaks, and several places in three time zones. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { seeText } from '../../scripts/browser/extension/ask.ts';
import { type KitInstall, kitInstall } from '../../scripts/browser/extension/kit-install.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { installed } from './harness/installed.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
};

const [host = ''] = listedHosts(1);
const address = `https://${host}/ads`;
/** A red square of 16 × 16 points. */
const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mP4z8BAEmIY1TCqYfhqAACQ+f8B8u7oVwAAAABJRU5ErkJggg==';
const POLICY = {
  mode: 'zero-tolerance',
  audience: 'workplace',
  organizationName: 'Example Works',
  organizationLogo: LOGO,
  policyStatement: 'First line.\nSecond line.',
  jurisdictions: ['US-GA', 'US-TX', 'DE'],
};
const WORKS = 'Your organization works in Georgia (United States), Texas (United States), and Germany.';
const zone = process.env.TZ;

let site: Site;
let kit: KitInstall;
let browser: BrowserSession | undefined;

before(async () => {
  kit = kitInstall({ policy: POLICY });
  site = await startSite(
    kit.handler,
    classifieds(() => true),
  );
});
afterEach(async () => {
  await browser?.close();
  browser = undefined;
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});
after(async () => {
  await site?.close();
  kit?.remove();
});

/** Starts the browser on a device with this time zone, and opens the notice. */
async function noticeIn(timeZone: string): Promise<Tab> {
  process.env.TZ = timeZone;
  browser = await kit.launch({ port: site.port });
  await installed(browser);
  const tab = await browser.newTab();
  await browser.open(tab, address);
  await seeNotice(browser, tab);
  await waitFor('the policy', () => seeText(browser as BrowserSession, tab, 'Example Works'), 60_000);
  return tab;
}

test('New York: two places in the United States, so what holds in both, and no state’s law as a fact', async () => {
  const tab = await noticeIn('America/New_York');
  const text = await seeText(browser as BrowserSession, tab, WORKS);
  assert.match(text, /Law shown for: United States\. This is a guess/);
  assert.doesNotMatch(text, /Georgia, United States|In Georgia|In Texas/);
  assert.match(text, /Choose where you work/);
});

test('Berlin: the one place in the guessed country; logo and line breaks', async () => {
  const tab = await noticeIn('Europe/Berlin');
  const open = browser as BrowserSession;
  await seeText(open, tab, 'Law shown for: Germany. This is a guess');
  const logo = await open.evaluate<{ width: number; name: string }>(
    tab,
    `(() => { const image = document.querySelector('.notice-logo'); return { width: image.naturalWidth, name: image.alt }; })()`,
  );
  assert.deepEqual(logo, { width: 16, name: '' }, 'the logo was not drawn');
  await waitFor('the statement, line by line', async () => {
    await open.reload(tab);
    return (await seeText(open, tab, 'Second line.')).includes('First line.\nSecond line.');
  });
});

test('Tokyo: no law of a place, the helplines of Japan; what the reader chooses is kept', async () => {
  const tab = await noticeIn('Asia/Tokyo');
  const open = browser as BrowserSession;
  const text = await seeText(open, tab, WORKS);
  assert.doesNotMatch(text, /Law shown|It looks like you/);
  assert.equal(await open.evaluate(tab, 'document.documentElement.dataset.country'), 'JP');

  await open.click(tab, say.notice('placeOfferedChoose'));
  await waitFor('the places', () =>
    open.evaluate<boolean>(tab, `document.querySelectorAll('dialog #country option').length > 1`),
  );
  const choose = (field: string, value: string) =>
    open.evaluate(
      tab,
      `(() => { const field = document.querySelector('dialog #${field}'); field.value = '${value}'; field.dispatchEvent(new Event('change', { bubbles: true })); })()`,
    );
  const offered = await open.evaluate<string[]>(
    tab,
    `[...document.querySelectorAll('dialog #country option')].map(({ value }) => value)`,
  );
  assert.deepEqual(offered, ['', 'DE', 'US']);
  await choose('country', 'US');
  await waitFor('the regions', () =>
    open.evaluate<boolean>(tab, `Boolean(document.querySelector('dialog #region'))`),
  );
  await choose('region', 'US-TX');
  await open.click(tab, say.notice('placeSave'));
  await seeText(open, tab, 'Law shown for: Texas, United States');
  await open.reload(tab);
  await seeText(open, tab, 'Law shown for: Texas, United States');
});
