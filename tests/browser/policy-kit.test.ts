/** Deployed by the kit's own file: every value arrives, zero tolerance holds, a change is taken up. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Effective } from '../../utils/policy/types.ts';
import { classifieds } from './harness/classifieds.ts';
import { type KitInstall, kitInstall } from './harness/kit-install.ts';
import { CHECK_ADDRESS, listedHosts } from './harness/listed.ts';
import { intercepted, seeNotice } from './harness/notice-seen.ts';
import { BROWSER } from './harness/open-browser.ts';
import type { BrowserSession } from './harness/session.ts';
import { type Site, startSite } from './harness/site.ts';
import { temporaryFolder } from './harness/start-process.ts';
import { waitFor } from './harness/wait.ts';

const [host = ''] = listedHosts(1);
const POLICY = {
  mode: 'zero-tolerance',
  organizationName: 'Example Works & Co',
  policyStatement: 'Our rule, "in short":\nno buying of sex <b>here</b>.\nC:\\rules 人事部',
  policyUrl: 'https://intranet.example.com/rule?a=1&b=2',
  assistancePhone: '+1 555 0100',
  audience: 'workplace',
  jurisdictions: ['US-GA'],
  blockedPatterns: ['extra.test', '=exact.test', 'general.test/section/*'],
  allowUserExemptions: false,
  continueDelaySeconds: 0,
  recognizeNames: true,
  showWelcome: false,
};
/** Seconds after which a changed file must be in force; Chromium looks about every five. */
const CHANGE_LIMIT = 30_000;

const profile = temporaryFolder('managed');
let site: Site;
let managed: KitInstall;
let browser: BrowserSession;

before(async () => {
  managed = kitInstall({ policy: POLICY });
  const page = classifieds(() => true);
  site = await startSite((visit, address) => managed.handler(visit, address) ?? page(visit, address));
  browser = await managed.launch({ port: site.port, profile: profile.folder });
  await waitFor(
    'the extension to be installed',
    () => browser.inExtension<string>('chrome.runtime.id'),
    60_000,
  );
});
after(async () => {
  await browser?.close();
  await site?.close();
  managed?.remove();
  profile.remove();
});
beforeEach(() => site.forget());

/** What is in force, as the worker has laid it out for the pages. */
async function inForce(): Promise<Effective> {
  return browser.inExtension<Effective>(
    'chrome.storage.local.get("published").then((held) => held.published.effective)',
  );
}

async function relaunch(options: { switches?: string[]; address?: string } = {}): Promise<void> {
  await browser.close();
  browser = await managed.launch({ port: site.port, profile: profile.folder, ...options });
}

/** Firefox reads its policy when it starts. */
async function takeUp(what: string, arrived: (effective: Effective) => boolean): Promise<Effective> {
  if (BROWSER === 'firefox') await relaunch();
  return waitFor(
    what,
    async () => {
      const now = await inForce();
      return arrived(now) && now;
    },
    CHANGE_LIMIT,
  );
}

async function names(tab: string): Promise<string[]> {
  return (await browser.accessible(tab)).map(({ name }) => name);
}

test('zero tolerance is in force before anything has arrived, because an administrator installed it', async () => {
  assert.equal(
    await browser.inExtension('chrome.management.getSelf().then((self) => self.installType)'),
    'admin',
  );
  const first = await waitFor('the first word of the worker', inForce);
  assert.deepEqual(first.mode, { value: 'zero-tolerance', from: 'policy' });
});

test('every value of the kit’s file arrives as it was meant', async () => {
  const read = () => browser.inExtension<object>('chrome.storage.managed.get()');
  await waitFor('the policy', async () => Object.keys(await read()).length > 0, CHANGE_LIMIT);
  assert.deepEqual(await read(), POLICY);
  const effective = await waitFor(
    'the policy to be in force',
    async () => {
      const now = await inForce();
      return now.organization.name === POLICY.organizationName && now;
    },
    CHANGE_LIMIT,
  );
  assert.deepEqual(effective.arrived.sort(), Object.keys(POLICY).sort());
  assert.deepEqual(
    effective.issues.map(({ problem }) => problem),
    ['markup'],
  );
  assert.equal(effective.blocked.policy.length, 3);
});

const COVERED: Record<string, string> = {
  'the check address': CHECK_ADDRESS,
  'a listed host': `https://${host}/ads`,
  'a host the policy adds': 'http://www.extra.test/',
  'a section the policy adds': 'http://general.test/section/x',
};

for (const [name, address] of Object.entries(COVERED)) {
  test(`no way through: ${name}`, async () => {
    const tab = await browser.newTab();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, new URL(address).hostname);
    // Heading, exit and helpline stand first; the rest follows a moment later.
    const text = await waitFor('who installed it to be named', async () => {
      const view = await browser.view(tab);
      return view.text.includes(POLICY.organizationName) && view.text;
    });
    assert.ok(!(await names(tab)).includes('Continue anyway'));
    const html = await browser.evaluate<string>(tab, 'document.documentElement.outerHTML');
    assert.ok(!/continue anyway/i.test(html), 'the way through stands in the document');
    assert.ok(text.includes('<b>here</b>'), 'the statement is not shown as plain text');
    await browser.closeTab(tab);
  });
}

test('private windows are off: the browser opens none', async () => {
  if (BROWSER === 'firefox') {
    await assert.rejects(browser.newTab('private'));
    return;
  }
  await relaunch({ switches: ['--incognito'] });
  const windows = await browser.inExtension<{ incognito: boolean }[]>('chrome.windows.getAll()');
  assert.deepEqual([...new Set(windows.map(({ incognito }) => incognito))], [false]);
});

test('private windows with the extension only: covered, or closed to every site', async () => {
  managed.deploy({ policy: POLICY, companions: { privateWindows: 'extension' } });
  if (BROWSER === 'firefox') {
    await relaunch();
    const tab = await browser.newTab('private');
    await browser.open(tab, `https://${host}/private`);
    await intercepted(browser, tab, site, host);
  } else {
    await relaunch({ switches: ['--incognito'], address: 'http://harmless.test/' });
    await waitFor('the browser to ask for the extension', async () => {
      const views = await Promise.all((await browser.tabs()).map((tab) => browser.view(tab)));
      return views.some(({ text }) => /your organization requires an extension/i.test(text));
    });
    assert.deepEqual(site.visitsTo('harmless.test'), []);
  }
  managed.deploy({ policy: POLICY });
  await relaunch();
});

test('a change is taken up, and back', async () => {
  managed.deploy({ policy: { ...POLICY, mode: 'educate' } });
  const educate = await takeUp('educate', ({ mode }) => mode.value === 'educate');
  assert.deepEqual(educate.mode, { value: 'educate', from: 'policy' });
  const tab = await browser.newTab();
  await browser.open(tab, `https://${host}/ads`);
  await seeNotice(browser, tab);
  await waitFor('the way through', async () => (await names(tab)).includes('Continue anyway'));

  managed.deploy({ policy: POLICY });
  const zero = await takeUp('zero tolerance', ({ mode }) => mode.value === 'zero-tolerance');
  assert.equal(zero.organization.name, POLICY.organizationName);
});
