/** Tests the documented pilot, word for word, from the packed build to the notice, on a device whose user has no special rights. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, seeText } from '../../scripts/browser/extension/ask.ts';
import { intercepted } from '../../scripts/browser/extension/notice-seen.ts';
import { BROWSER, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS, listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { type Device, NO_DEVICE, startDevice } from './harness/device.ts';
import { effectiveConfig } from './harness/effective-config.ts';
import { noWayThrough } from './harness/no-way-through.ts';
import { launchPilot, letTestsLook, POLICY_FILES } from './harness/pilot-browser.ts';
import { followPilot, pilotBlocks } from './harness/pilot-commands.ts';

const [host = ''] = listedHosts(1);
const blocks = pilotBlocks();
const written = JSON.parse(blocks.find(({ language }) => language === 'json')?.text ?? '') as {
  policy: { organizationName: string };
};

let site: Site;
let device: Device | undefined;
let browser: BrowserSession | undefined;

before(async () => {
  if (NO_DEVICE) return;
  site = await startSite(classifieds(() => true));
  device = await startDevice();
});
after(async () => {
  await browser?.close();
  await device?.close();
  await site?.close();
});

async function start(on: Device): Promise<BrowserSession> {
  const session = await launchPilot(on, { port: site.port });
  // The text says to wait ten seconds here.
  await waitFor('the rules', () => effectiveConfig(session), 60_000);
  return session;
}

test('the pilot’s commands end at the notice, with no way through', { skip: NO_DEVICE }, async () => {
  assert.ok(device);
  const lines = followPilot(device, blocks);
  assert.ok(lines.length >= 8, `only ${lines.length} commands were found in the text`);
  letTestsLook(device);
  browser = await start(device);
  for (const address of [CHECK_ADDRESS, `https://${host}/ads`]) {
    const tab = await browser.newTab();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, new URL(address).hostname);
    await seeText(browser, tab, written.policy.organizationName);
    await noWayThrough(browser, tab, address);
  }
});

test('the browser runs as the ordinary user, who cannot change the policy', { skip: NO_DEVICE }, async () => {
  assert.ok(device && browser);
  const { profile } = browser;
  const owners = device.asAdministrator(`find ${profile} ! -name user.js -printf '%U\\n' | sort -u`);
  assert.equal(owners, `${device.asUser('id -u')}`, 'the profile was written by somebody else');
  for (const command of [`: >> ${POLICY_FILES[BROWSER]}`, 'rm -r /opt/second-thought']) {
    assert.throws(() => device?.asUser(command), /denied/i);
  }
});

test('the status raises no alarm: private windows are off by the kit’s own default', {
  skip: NO_DEVICE,
}, async () => {
  assert.ok(browser);
  const session = browser;
  await waitFor('a status without an alarm', async () => {
    const { problems, managed } = await ask(session, 'status/get', {});
    assert.deepEqual({ problems, managed }, { problems: [], managed: true });
    return true;
  });
});

test('removal: the kit’s undo takes it away again', { skip: NO_DEVICE }, async () => {
  assert.ok(device && browser);
  if (BROWSER === 'chromium') {
    device.asAdministrator('sh kit/linux/chromium-undo.sh');
  } else {
    device.asAdministrator(`install -m 644 kit/firefox/policies-undo.json ${POLICY_FILES.firefox}`);
  }
  await browser.close();
  browser = await launch({ ...device.options, port: site.port });
  const tab = await browser.newTab();
  await waitFor('the listed page', async () => {
    await (browser as BrowserSession).open(tab, `https://${host}/ads`);
    return site.visitsTo(host).length > 0;
  });
  if (BROWSER === 'firefox') device.asAdministrator('sh kit/linux/firefox-undo.sh');
  assert.throws(() => device?.asUser(`test -e ${POLICY_FILES[BROWSER]}`));
});
