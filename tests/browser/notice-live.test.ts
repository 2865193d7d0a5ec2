/** Tests that an open notice follows what takes effect: a policy that arrives late, and every change of policy or settings. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ask, policyKnown, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { kitInstall } from '../../scripts/browser/extension/kit-install.ts';
import { noticeTab, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { closeWelcome } from '../../scripts/browser/extension/take-pass.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { DELAY_SECONDS } from '../../utils/settings/schema.ts';
import { noWayThrough } from './harness/no-way-through.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
};

const [host = ''] = listedHosts(1);
const address = `https://${host}/ads`;
const ORGANIZATION = 'Example Works';
/** Milliseconds until a policy must have arrived and the notice must show it. Chromium needs 3 s, a busy machine more. */
const LATE = 60_000;

let site: Site;
let browser: BrowserSession | undefined;

before(async () => {
  site = await startSite(classifieds(() => true));
});
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});
after(() => site?.close());

test('the first start with a listed page: the policy reaches the notice that stands before it', async () => {
  const kit = kitInstall({ policy: { mode: 'zero-tolerance', organizationName: ORGANIZATION } });
  try {
    site.handle(kit.handler);
    browser = await kit.launch({ port: site.port, address });
    const tab = await noticeTab(browser, LATE);
    const open = browser;
    await waitFor(
      'the organization on the notice',
      async () => (await open.view(tab)).text.includes(ORGANIZATION),
      LATE,
    );
    await noWayThrough(browser, tab, address);
  } finally {
    await browser?.close();
    browser = undefined;
    kit.remove();
  }
});

if (BROWSER === 'chromium') {
  test('a changed policy reaches an open notice: another organization, then no way through', async () => {
    const loose = { mode: 'educate', organizationName: 'First Name', continueDelaySeconds: 0 };
    const kit = kitInstall({ policy: loose });
    try {
      site.handle(kit.handler);
      browser = await kit.launch({ port: site.port, address });
      const tab = await noticeTab(browser, LATE);
      const open = browser;
      const sees = (text: string) =>
        waitFor(`"${text}"`, async () => (await open.view(tab)).text.includes(text), LATE);
      await sees('First Name');
      // A notice that was there before the policy offers no way through and has forgotten the address, so it is opened once more.
      await waitFor(
        'a notice with a way through',
        async () => {
          await open.open(tab, address);
          return seeText(open, tab, say.notice('continue'));
        },
        LATE,
      );

      kit.deploy({ policy: { ...loose, organizationName: ORGANIZATION } });
      await sees(ORGANIZATION);
      await sees(say.notice('continue'));
      kit.deploy({ policy: { mode: 'zero-tolerance', organizationName: ORGANIZATION } });
      await waitFor(
        'the way through to go',
        async () => !(await open.view(tab)).text.includes(say.notice('continue')),
        LATE,
      );
      await noWayThrough(browser, tab, address);
      const kept = await browser.evaluate(tab, 'history.state?.address ?? null');
      assert.equal(kept, null, 'the page still holds the address');
    } finally {
      await browser?.close();
      browser = undefined;
      kit.remove();
    }
  });
}

describe('changed settings', () => {
  /** Shared by these tests, because it takes many seconds after a start until the extension is sure that there is no policy. */
  let open: BrowserSession;
  /** The settings with which each test begins. */
  const UNCHANGED = { reason: '', continueDelaySeconds: DELAY_SECONDS.least };

  before(async () => {
    open = await launch({ port: site.port, extension: builtExtension() });
    await guardRegistered(open);
    // In front of the notice, the welcome page would stop the wait.
    await closeWelcome(open);
    await policyKnown(open);
  });
  beforeEach(() => ask(open, 'settings/change', { changes: UNCHANGED }));
  after(() => open?.close());

  test('settings that change while a notice is being prepared reach it too', async () => {
    const tab = await open.newTab();
    // A notice needs some hundred milliseconds from its first reading to its last drawing. These moments are spread over them.
    for (const moment of [0, 40, 80, 120, 180, 240, 320, 400]) {
      await open.open(tab, 'about:blank');
      const opened = open.open(tab, address);
      await pause(moment);
      const reason = `Changed after ${moment} milliseconds`;
      await ask(open, 'settings/change', { changes: { reason } });
      await opened;
      await seeText(open, tab, reason);
    }
  });

  test('a change while somebody waits does not begin the wait anew', async () => {
    await ask(open, 'settings/change', { changes: { continueDelaySeconds: 300 } });
    const tab = await open.newTab();
    await open.open(tab, address);
    await seeText(open, tab, 'Continue anyway: possible in');
    const waited = () =>
      open.evaluate<number>(
        tab,
        `(async () => {
          const { storage, tabs } = globalThis.browser ?? chrome;
          const key = 'wait:' + (await tabs.getCurrent()).id;
          return (await storage.session.get(key))[key]?.seen ?? -1;
        })()`,
      );
    // The page begins to count when the worker has answered, so the worker has counted for at least as long.
    await waitFor('four seconds of the wait', async () =>
      /possible in 4 min (5[0-6]|[1-4]\d) sec/.test((await open.view(tab)).text),
    );
    await ask(open, 'settings/change', { changes: { reason: 'Changed in between' } });
    await seeText(open, tab, 'Changed in between');
    await waitFor('what was waited to be counted', async () => (await waited()) >= 3_000);
    await waitFor('the count to go on', async () =>
      /possible in 4 min [1-5]\d sec/.test((await open.view(tab)).text),
    );
  });

  test('changed settings reach an open notice: language, place and firmness', async () => {
    await ask(open, 'settings/change', {
      changes: { country: 'US', region: 'US-GA' },
    });
    const tab = await open.newTab();
    await open.open(tab, address);
    await seeNotice(open, tab);
    await seeText(open, tab, 'Law shown for: Georgia, United States');
    await seeText(open, tab, say.notice('continue'));

    await ask(open, 'settings/change', { changes: { country: 'SE', region: '' } });
    await seeText(open, tab, 'Law shown for: Sweden');
    assert.ok(
      !(await open.view(tab)).text.includes('888-373-7888'),
      'the helpline of the United States stays',
    );
    await ask(open, 'settings/change', { changes: { language: 'es' } });
    await seeText(open, tab, 'Suecia');
    await seeText(open, tab, 'Continuar');
    assert.equal(await open.evaluate(tab, 'document.documentElement.lang'), 'es');
    await ask(open, 'settings/change', { changes: { language: 'en', mode: 'zero-tolerance' } });
    await waitFor(
      'the way through to go',
      async () => !/Continue anyway|Continuar/.test((await open.view(tab)).text),
    );
    await seeText(open, tab, 'Law shown for: Sweden');
    await noWayThrough(open, tab, address);
  });
});
