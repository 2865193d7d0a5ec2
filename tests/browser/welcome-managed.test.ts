/** Tests that the welcome page stays closed on installations that an employer manages, unless the policy asks for it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seeText, tabsOf } from '../../scripts/browser/extension/ask.ts';
import { type KitInstall, kitInstall } from '../../scripts/browser/extension/kit-install.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { installed } from './harness/installed.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  controls: readWords('controls', 'en'),
};

let site: Site;
before(async () => {
  site = await startSite(() => ({ body: '<title>page</title>' }));
});
after(() => site?.close());

/** Installs by policy into a new profile, which makes it a first run. */
async function firstRun(
  policy: Record<string, unknown>,
  look: (browser: BrowserSession) => Promise<void>,
): Promise<void> {
  const managed: KitInstall = kitInstall({ policy });
  const profile = temporaryFolder('managed-welcome');
  site.handle(managed.handler);
  const browser = await managed.launch({ port: site.port, profile: profile.folder });
  try {
    await installed(browser);
    await look(browser);
  } finally {
    await browser.close();
    managed.remove();
    profile.remove();
  }
}

for (const [what, policy] of [
  ['does not ask for it', { mode: 'educate' }],
  ['says showWelcome: false and nothing else', { showWelcome: false }],
] as const)
  test(`it stays closed where the policy ${what}`, () =>
    firstRun(policy, async (browser) => {
      await pause(6_000);
      assert.deepEqual(await tabsOf(browser, 'welcome.html'), []);
    }));

test('showWelcome opens it, and what the policy decides is marked', () =>
  firstRun({ mode: 'educate', showWelcome: true, audience: 'workplace' }, async (browser) => {
    const [tab = ''] = await waitFor('the welcome page', async () => {
      const open = await tabsOf(browser, 'welcome.html');
      return open.length > 0 && open;
    });
    await seeText(browser, tab, 'Your workplace runs this browser.');
    await seeText(browser, tab, say.controls('managed'));
    assert.ok(await browser.evaluate(tab, "document.querySelector('fieldset').disabled"));
  }));
