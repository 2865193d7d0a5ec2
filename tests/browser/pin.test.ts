/** Tests the PIN and its growing wait: in every place that asks for it, across restarts, and whatever the device's clock says. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, openPage, policyKnown, seeText, typeInto } from '../../scripts/browser/extension/ask.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { type DeviceClock, deviceClock } from './harness/device-clock.ts';
import { launchInProfile } from './harness/in-profile.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
  options: readWords('options', 'en'),
  controls: readWords('controls', 'en'),
};

const profile = temporaryFolder('lock');
const DAY = 86_400;
let clock: DeviceClock;
let site: Site;
let browser: BrowserSession;

async function start(): Promise<void> {
  browser = await launchInProfile(site, profile.folder, { wrapper: clock.wrapper });
}

before(async () => {
  clock = deviceClock();
  site = await startSite(classifieds(() => true));
  await start();
  // The welcome page would open in front of the notice.
  await ask(browser, 'settings/welcomed', {});
  await policyKnown(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
  clock?.remove();
  profile.remove();
});

const loosen = (pin?: string) =>
  ask(browser, 'settings/change', {
    changes: { mode: 'educate', recognizeNames: false },
    ...(pin !== undefined && { pin }),
  });
const mode = async () => (await ask(browser, 'settings/get', {})).choices.recognizeNames;

test('with a PIN, loosening asks for it, and no page is told what it is', async () => {
  assert.equal((await ask(browser, 'pin/set', { newPin: 'blue7' })).is, 'applied');
  assert.equal((await loosen()).is, 'needs-pin');
  assert.equal(await mode(), true);
  const view = JSON.stringify(await ask(browser, 'settings/get', {}));
  assert.ok(!/blue7|salt|hash/.test(view));
});

test('wrong tries on the notice and on the settings page count together', async () => {
  const notice = await browser.newTab();
  await browser.open(notice, CHECK_ADDRESS);
  await seeNotice(browser, notice);
  await seeText(browser, notice, 'Someone set a PIN here');
  await typeInto(browser, notice, 'PIN', 'wrong');
  await browser.press(notice, 'Enter');
  await seeText(browser, notice, say.notice('refused-pin-wrong'));

  const page = await openPage(browser, 'options.html', say.options('names'));
  await browser.evaluate(page, "document.getElementById('names').click()");
  await seeText(browser, page, say.controls('pinTitle'));
  await browser.press(page, ...'no-1', 'Enter');
  await seeText(browser, page, 'Wrong PIN');
  for (const pin of ['no-2', 'no-3', 'no-4']) assert.equal((await loosen(pin)).is, 'wrong-pin');
  await browser.evaluate(page, "document.getElementById('pin-input').select()");
  // The sixth PIN is not checked, although it is correct.
  await browser.press(page, ...'blue7', 'Enter');
  await seeText(browser, page, 'Too many attempts. You can try again in');
  assert.equal(await mode(), true);
  await browser.closeTab(page);
});

test('a restart does not end the wait, and the right PIN is still not looked at', async () => {
  await browser.close();
  await start();
  const answer = await loosen('blue7');
  assert.equal(answer.is, 'must-wait');
});

test('a clock set forward or back while the browser runs gains nothing', async () => {
  const seconds = async () => (await ask(browser, 'settings/get', {})).pinWaitSeconds;
  const left = await seconds();
  assert.ok(left > 0);
  clock.set(2 * DAY);
  assert.equal((await loosen('blue7')).is, 'must-wait');
  assert.ok(left - (await seconds()) < 10, 'the jump counted');
  clock.set(-2 * DAY);
  assert.equal((await loosen('blue7')).is, 'must-wait');
  clock.set(0);
  assert.ok((await seconds()) <= left, 'the wait grew');
});

test('time that really passes ends it; the right PIN then opens, and the count begins anew', async () => {
  const answer = await waitFor(
    'the wait to end',
    async () => {
      const outcome = await loosen('blue7');
      return outcome.is !== 'must-wait' && outcome;
    },
    45_000,
  );
  assert.equal(answer.is, 'applied');
  assert.equal(await mode(), false);
  assert.equal((await ask(browser, 'pin/remove', { pin: 'not-it' })).is, 'wrong-pin');
  assert.equal((await ask(browser, 'pin/remove', { pin: 'blue7' })).is, 'applied');
});
