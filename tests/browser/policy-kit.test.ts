/**
 * Tests deployment by the kit's own file: it applies from the first moment, late or not, changes take effect, and there is no way
 * through.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { allowPrivate } from '../../scripts/browser/extension/allow-private.ts';
import { ask, seeText } from '../../scripts/browser/extension/ask.ts';
import { type KitInstall, kitInstall } from '../../scripts/browser/extension/kit-install.ts';
import { intercepted, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { takePass } from '../../scripts/browser/extension/take-pass.ts';
import type { FirefoxSession } from '../../scripts/browser/firefox-session.ts';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, LaunchOptions } from '../../scripts/browser/session.ts';
import { classifieds, FORBIDDEN } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS, listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import type { EffectiveConfig } from '../../utils/policy/types.ts';
import { effectiveConfig } from './harness/effective-config.ts';
import { installed } from './harness/installed.ts';
import { noWayThrough } from './harness/no-way-through.ts';

const [host = '', exempted = ''] = listedHosts(2);
const address = `https://${host}/ads`;
const HARMLESS = 'harmless.test';
const POLICY = {
  mode: 'zero-tolerance',
  organizationName: 'Example Works & Co',
  policyStatement: 'Our rule, "in short":\nno buying of sex <b>here</b>.\nC:\\rules 人事部',
  policyUrl: 'https://intranet.example.com/rule?a=1&b=2',
  assistancePhone: '+1 555 0100',
  audience: 'workplace',
  jurisdictions: ['US-GA'],
  blockedPatterns: ['extra.test', '=exact.test', 'general.test/section/*'],
  continueDelaySeconds: 0,
  recognizeNames: true,
  showWelcome: false,
};
/** The most permissive policy: a way through at once, and people's own allowlist. */
const LOOSE = { ...POLICY, mode: 'educate', allowUserExemptions: true };
/** Milliseconds after which a changed file must be in force. Chromium checks about every five seconds. */
const CHANGE_LIMIT = 30_000;

const profile = temporaryFolder('managed');
let site: Site;
let managed: KitInstall;
let browser: BrowserSession;

before(async () => {
  // In Chromium, first only installs the extension, so that its answer is the one before a policy has arrived.
  managed = kitInstall({ policy: BROWSER === 'chromium' ? {} : LOOSE });
  site = await startSite(
    managed.handler,
    classifieds(({ host }) => host !== HARMLESS),
  );
  browser = await managed.launch({ port: site.port, profile: profile.folder });
  await installed(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
  managed?.remove();
  profile.remove();
});
beforeEach(() => site.forget());

async function relaunch(
  options: Pick<LaunchOptions, 'switches' | 'address' | 'preferences'> = {},
): Promise<void> {
  await browser.close();
  browser = await managed.launch({ port: site.port, profile: profile.folder, ...options });
}

/** Restarts Firefox, which reads its policy only when it starts. */
async function takeUp(
  what: string,
  arrived: (effective: EffectiveConfig) => boolean,
): Promise<EffectiveConfig> {
  if (BROWSER === 'firefox') await relaunch();
  return waitFor(
    what,
    async () => {
      const now = await effectiveConfig(browser);
      return now && arrived(now) && now;
    },
    CHANGE_LIMIT,
  );
}

if (BROWSER === 'chromium') {
  test('before anything has arrived it is zero tolerance, because an administrator installed it', async () => {
    const self = 'chrome.management.getSelf().then((self) => self.installType)';
    assert.equal(await browser.inExtension(self), 'admin');
    const first = await waitFor('the first word of the worker', () => effectiveConfig(browser));
    assert.deepEqual([first.policyKnown, first.arrived], [false, []], 'it had arrived already');
    const samples = [first];
    const tab = await browser.newTab();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, host);
    await noWayThrough(browser, tab, address);
    samples.push(await waitFor('the worker to be done', () => effectiveConfig(browser)));

    managed.deploy({ policy: LOOSE });
    await waitFor(
      'the policy',
      async () => {
        const now = await effectiveConfig(browser);
        if (now?.arrived.length === 0) samples.push(now);
        return now && now.arrived.length > 0;
      },
      CHANGE_LIMIT,
    );
    for (const { mode, allowUserExemptions } of samples) {
      assert.deepEqual(mode, { value: 'zero-tolerance', from: 'policy' });
      assert.equal(allowUserExemptions.value, false);
    }
    await browser.closeTab(tab);
  });
} else {
  test('Firefox has its policy in the first moment', async () => {
    const first = await waitFor('the first word of the worker', () => effectiveConfig(browser));
    assert.deepEqual([first.policyKnown, first.mode.value], [true, 'educate']);
  });
}

test('every value of the kit’s file arrives as it was meant', async () => {
  assert.deepEqual(await browser.inExtension<object>('chrome.storage.managed.get()'), LOOSE);
  const effective = await waitFor('the policy to be in force', async () => {
    const now = await effectiveConfig(browser);
    return now?.organization.name === POLICY.organizationName && now;
  });
  assert.deepEqual(effective.arrived.sort(), Object.keys(LOOSE).sort());
  assert.deepEqual(
    effective.issues.map(({ problem }) => problem),
    ['markup'],
  );
  assert.equal(effective.blocked.policy.length, 3);
});

test('zero tolerance by a change ends what was allowed: a pass, and the person’s own exemptions', async () => {
  await ask(browser, 'settings/change', { changes: { exemptions: [exempted] } });
  const left = await browser.newTab();
  await browser.open(left, `https://${exempted}/ads`);
  await waitFor('the exempted page', () => site.visitsTo(exempted).length > 0);
  const passed = await browser.newTab();
  await takePass(browser, passed, address);
  await waitFor('the page behind the notice', () => site.visitsTo(host).length > 0);

  managed.deploy({ policy: POLICY });
  const zero = await takeUp('zero tolerance', ({ mode }) => mode.value === 'zero-tolerance');
  assert.deepEqual(zero.allowed.user, []);
  if (BROWSER === 'chromium') {
    // Both were open the whole time.
    for (const tab of [passed, left]) await seeNotice(browser, tab);
    site.forget();
    await browser.reload(passed);
    await browser.open(passed, address);
    await intercepted(browser, passed, site, host);
    await noWayThrough(browser, passed, address);
  }
  assert.deepEqual(await browser.inExtension('chrome.declarativeNetRequest.getSessionRules()'), []);
  site.forget();
  for (const one of [host, exempted]) {
    const tab = await browser.newTab();
    await browser.open(tab, `https://${one}/ads`);
    await intercepted(browser, tab, site, one);
    await noWayThrough(browser, tab, `https://${one}/ads`);
  }
});

const COVERED: Record<string, string> = {
  'the check address': CHECK_ADDRESS,
  'a listed host': `https://${host}/ads`,
  'a host the policy adds': 'http://www.extra.test/',
  'a section the policy adds': 'http://general.test/section/x',
};

for (const [name, wanted] of Object.entries(COVERED)) {
  test(`no way through: ${name}`, async () => {
    const tab = await browser.newTab();
    await browser.open(tab, wanted);
    await intercepted(browser, tab, site, new URL(wanted).hostname);
    // The notice shows heading, exit and helpline first, and the rest a moment later.
    const text = await waitFor('who installed it to be named', async () => {
      const view = await browser.view(tab);
      return view.text.includes(POLICY.organizationName) && view.text;
    });
    await noWayThrough(browser, tab, wanted);
    assert.ok(text.includes('<b>here</b>'), 'the statement is not shown as plain text');
    await browser.closeTab(tab);
  });
}

test('private windows are off: the browser opens none', async () => {
  if (BROWSER === 'firefox') {
    await assert.rejects(browser.newTab('private'), /private windows are off/);
    return;
  }
  await relaunch({ switches: ['--incognito'] });
  const windows = await browser.inExtension<{ incognito: boolean }[]>('chrome.windows.getAll()');
  assert.deepEqual([...new Set(windows.map(({ incognito }) => incognito))], [false]);
});

if (BROWSER === 'chromium') {
  test('guest mode: what is asked for as a guest window is an ordinary one, with the extension', async () => {
    await relaunch({ switches: ['--guest'] });
    await installed(browser);
    const tab = await browser.newTab();
    // Rules attach a moment after the start (README). This test is only about whether they attach at all.
    await waitFor('the first notice', async () => {
      await browser.open(tab, CHECK_ADDRESS);
      return (await browser.view(tab)).title === 'Notice';
    });
    site.forget();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, host);
    await noWayThrough(browser, tab, address);
  });
}

test(`private windows with the extension only: ${
  BROWSER === 'firefox'
    ? 'the policy itself allows it there'
    : 'closed to every site until it is allowed there'
}`, async () => {
  managed.deploy({ policy: POLICY, companions: { privateWindows: 'extension' } });
  if (BROWSER === 'firefox') {
    await relaunch();
    const allowed = '(globalThis.browser ?? chrome).extension.isAllowedIncognitoAccess()';
    assert.equal(await browser.inExtension<boolean>(allowed), true);
    return;
  }
  await relaunch({ switches: ['--incognito'], address: `http://${HARMLESS}/` });
  await waitFor('the browser to ask for the extension', async () => {
    const views = await Promise.all((await browser.tabs()).map((tab) => browser.view(tab)));
    return views.some(({ text }) => /your organization requires an extension/i.test(text));
  });
  assert.deepEqual(site.visitsTo(HARMLESS), []);
  await relaunch();
  await allowPrivate(browser, true);
});

test('private windows with the extension allowed: the same notice, and no way through', async () => {
  const tab = await browser.newTab('private');
  await browser.open(tab, `http://${HARMLESS}/`);
  assert.ok(site.visitsTo(HARMLESS).length > 0, 'the private window opens nothing at all');
  await browser.open(tab, address);
  await intercepted(browser, tab, site, host);
  await seeText(browser, tab, POLICY.organizationName);
  assert.ok(
    await browser.evaluate<boolean>(tab, '(globalThis.browser ?? chrome).extension.inIncognitoContext'),
  );
  await noWayThrough(browser, tab, address);
});

if (BROWSER === 'firefox') {
  /** What a person, or their program, may write into their profile: listed hosts on both of Firefox's own lists. */
  const preferences = {
    'extensions.webextensions.restrictedDomains': host,
    'extensions.quarantinedDomains.enabled': true,
    'extensions.quarantinedDomains.list': exempted,
  };

  test('hosts that a profile puts on Firefox’s own lists stay covered, because the kit locks both', async () => {
    managed.deploy({ policy: POLICY });
    await relaunch({ preferences });
    await installed(browser);
    const locked = await (browser as FirefoxSession).inBrowser<boolean[]>(
      'return args.map((name) => Services.prefs.prefIsLocked(name))',
      'extensions.webextensions.restrictedDomains',
      'extensions.quarantinedDomains.enabled',
    );
    assert.deepEqual(locked, [true, true]);
    for (const one of [host, exempted]) {
      const tab = await browser.newTab();
      site.forget();
      await browser.open(tab, `https://${one}/ads`);
      await intercepted(browser, tab, site, one);
      await noWayThrough(browser, tab, `https://${one}/ads`);
      await browser.closeTab(tab);
    }
  });

  test('and where the kit is told to leave them, the same profile shows the pages', async () => {
    managed.deploy({ policy: POLICY, companions: { tampering: false } });
    await relaunch({ preferences });
    await installed(browser);
    const covered = await browser.newTab();
    await browser.open(covered, CHECK_ADDRESS);
    await intercepted(browser, covered, site, new URL(CHECK_ADDRESS).hostname);
    for (const one of [host, exempted]) {
      const tab = await browser.newTab();
      await browser.open(tab, `https://${one}/ads`);
      await seeText(browser, tab, FORBIDDEN);
      await browser.closeTab(tab);
    }
  });
}

if (BROWSER === 'chromium') {
  test('guest mode where the kit is told to leave it: no extension acts there, and the page shows', async () => {
    managed.deploy({ policy: POLICY, companions: { profiles: false } });
    await browser.close();
    browser = await managed.launch({
      port: site.port,
      switches: ['--guest'],
      address: `http://${HARMLESS}/`,
    });
    // The extension is in the ordinary profile behind the guest window.
    await installed(browser);
    const [guest = ''] = await browser.tabs();
    // The limit that docs/security.md states.
    await browser.open(guest, address);
    await seeText(browser, guest, FORBIDDEN);
  });
}
