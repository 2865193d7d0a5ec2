/** Tests the kit's file together with an organization's own policies: neither overwrites the other, whatever their files are called. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveCrx } from '../../scripts/browser/crx.ts';
import { intercepted } from '../../scripts/browser/extension/notice-seen.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { packXpi } from '../../scripts/browser/xpi.ts';
import { kitWords } from '../../scripts/policy/kit-words.ts';
import { deploymentKit } from '../../utils/deploy/deployment-kit.ts';
import { readKitConfig } from '../../utils/deploy/kit-config.ts';
import { type Device, NO_DEVICE, startDevice } from './harness/device.ts';
import { effectiveConfig } from './harness/effective-config.ts';
import { installed } from './harness/installed.ts';
import { policyRows } from './harness/policy-rows.ts';

const FOLDER = '/etc/chromium/policies/managed';
const OTHER = 'a'.repeat(32);
/** What many organizations have: only what they name may be installed, and one of their extensions always is. */
const THEIRS = {
  ExtensionSettings: { '*': { installation_mode: 'blocked', blocked_install_message: 'Theirs' } },
  ExtensionInstallForcelist: [`${OTHER};https://updates.example/theirs.xml`],
  URLBlocklist: ['theirs.test'],
  // Without this, no debugger may inspect an extension that a policy installed.
  DeveloperToolsAvailability: 1,
};

let site: Site;
let device: Device | undefined;
let browser: BrowserSession | undefined;

before(async () => {
  site = await startSite(classifieds(({ host }) => host !== 'theirs.test' && host !== 'ours.test'));
  if (!NO_DEVICE) device = await startDevice();
});
after(async () => {
  await browser?.close();
  await device?.close();
  await site?.close();
});

function kitFile(path: string, source: object): object {
  const read = readKitConfig({
    platforms: ['linux'],
    browsers: [BROWSER],
    companions: { urlBlocklist: ['ours.test'] },
    policy: { mode: 'zero-tolerance' },
    ...source,
  });
  assert.ok(read.ok, JSON.stringify(read.problems));
  const file = deploymentKit(read.config, kitWords()).find((each) => each.path === path);
  return JSON.parse(file?.text ?? '') as object;
}

function write(path: string, content: object): void {
  device?.asAdministrator(
    `install -d -m 755 $(dirname ${path}); cat > ${path} <<'END'\n${JSON.stringify(content)}\nEND\nchmod 644 ${path}`,
  );
}

async function start(id?: string): Promise<BrowserSession> {
  await browser?.close();
  const options = { port: site.port, extension: builtExtension(), installedBy: 'policy' } as const;
  browser = await launch({
    ...device?.options,
    ...options,
    ...(id !== undefined && { id }),
    backgroundNetworking: true,
  });
  return browser;
}

/** Waits for the rules first, because a browser opens pages while it is still installing an extension (docs/deployment.md). */
async function seeCheckPage(started: BrowserSession): Promise<void> {
  await waitFor('the rules', () => effectiveConfig(started), 60_000);
  const tab = await started.newTab();
  await started.open(tab, CHECK_ADDRESS);
  await intercepted(started, tab, site, new URL(CHECK_ADDRESS).hostname);
}

if (BROWSER === 'chromium') {
  const { id, handler, updateUrl, remove } = serveCrx(builtExtension());
  after(remove);
  const ours = kitFile('linux/chromium/second-thought.json', { chromium: { id, updateUrl } });

  for (const name of ['00-company', 'zz-company']) {
    test(`beside ${name}.json both are in force`, { skip: NO_DEVICE }, async () => {
      site.handle(handler);
      device?.asAdministrator(`rm -rf ${FOLDER}`);
      write(`${FOLDER}/second-thought.json`, ours);
      write(`${FOLDER}/${name}.json`, THEIRS);
      const started = await start(id);
      await installed(started);
      await seeCheckPage(started);

      const tab = await started.newTab();
      await started.open(tab, 'chrome://policy');
      const shown = await waitFor('the policies', async () => {
        const rows = await policyRows(started, tab);
        return rows.ExtensionSettings && rows;
      });
      assert.match(shown.ExtensionSettings?.value ?? '', /"\*":\{"blocked_install_message":"Theirs"/);
      assert.match(shown.ExtensionSettings?.value ?? '', new RegExp(id));
      assert.match(
        shown.ExtensionInstallForcelist?.value ?? '',
        new RegExp(`${OTHER}.*${id}|${id}.*${OTHER}`),
      );
      for (const blocked of ['theirs.test', 'ours.test']) {
        await started.open(tab, `http://${blocked}/`);
        assert.deepEqual(site.visitsTo(blocked), []);
      }
    });
  }
} else {
  test('in one file with a rule that blocks all others, ours is installed', { skip: NO_DEVICE }, async () => {
    packXpi(builtExtension(), `${device?.options.profile}/second-thought.xpi`);
    device?.asAdministrator(`chmod 644 ${device.options.profile}/second-thought.xpi`);
    const installUrl = `file://${device?.options.profile}/second-thought.xpi`;
    const ours = kitFile('firefox/policies.json', { firefox: { installUrl } }) as {
      policies: Record<string, object>;
    };
    write('/etc/firefox/policies/policies.json', {
      policies: {
        ...ours.policies,
        ExtensionSettings: { ...THEIRS.ExtensionSettings, ...ours.policies.ExtensionSettings },
        Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
      },
    });
    const started = await start();
    await installed(started);
    await seeCheckPage(started);
  });
}
