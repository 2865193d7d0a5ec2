/** Tests the deploy page in a real browser: it saves exactly the files that the shared code makes, and sends no request. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { barSays, filledForm, openPage, STATEMENT } from '../../scripts/browser/extension/deploy-form.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { builtExtension } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { kitWords } from '../../scripts/policy/kit-words.ts';
import { readWords } from '../../scripts/read-words.ts';
import { deploymentKit } from '../../utils/deploy/deployment-kit.ts';
import { readKitConfig } from '../../utils/deploy/kit-config.ts';
import { fileBytes, type KitFile } from '../../utils/deploy/kit-file.ts';
import { baseName, kitArchive } from '../../utils/deploy/kit-groups.ts';
import { describeLogo } from '../../utils/policy/logo.ts';
import { type Downloads, launchWithDownloads } from './harness/downloads.ts';
import { nothingLeft } from './harness/left-alone.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  deployPage: readWords('deploy-page', 'en'),
};

let site: Site;
let browser: BrowserSession;
let downloads: Downloads;
let tab: Tab;

before(async () => {
  site = await startSite();
  ({ browser, downloads } = await launchWithDownloads({ port: site.port, extension: builtExtension() }));
  await guardRegistered(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
  downloads?.remove();
});
beforeEach(async () => {
  tab = await browser.newTab();
  await browser.resize(tab, 1366, 768);
  await browser.prefers(tab, 'light');
  site.forget();
});

/** @returns the files that the command line makes from the configuration that the page has saved. */
async function expectedFiles(): Promise<KitFile[]> {
  await browser.click(tab, say.deployPage('export'));
  const raw = JSON.parse((await downloads.take('second-thought-config.json')).toString());
  assert.equal(raw.policy.policyStatement, STATEMENT);
  const read = readKitConfig(raw);
  assert.ok(read.ok, JSON.stringify(read.problems));
  return deploymentKit(read.config, kitWords());
}

test('the downloaded files are, byte for byte, those of the pure core; no request leaves', async () => {
  await filledForm(browser, tab);
  const files = await expectedFiles();
  assert.equal(await barSays(browser, tab), `${files.length} files made.`);
  for (const path of [
    'windows/chrome.reg',
    'macos/edge.mobileconfig',
    'linux/chrome-undo.sh',
    'firefox/policies.json',
  ]) {
    const file = files.find((one) => one.path === path);
    assert.ok(file, path);
    await browser.click(tab, `Save ${path}`);
    assert.ok((await downloads.take(baseName(path))).equals(Buffer.from(fileBytes(file))), path);
  }
  await browser.click(tab, say.deployPage('saveAll'));
  const archive = await downloads.take('second-thought-deployment.zip');
  assert.ok(archive.equals(Buffer.from(kitArchive(files))));
  const loaded = await browser.evaluate<string[]>(
    tab,
    `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(${JSON.stringify(browser.base)}) && !name.startsWith('blob:'))`,
  );
  assert.deepEqual(loaded, []);
  nothingLeft(site);
});

test('a saved configuration opens again; a broken file changes nothing', async () => {
  await openPage(browser, tab, 'deploy.html', '.deploy-bar');
  const give = (name: string, content: string) =>
    browser.evaluate(
      tab,
      `(() => { const input = document.querySelector('input[type=file]'); const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)})); input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true })); return true; })()`,
    );
  const name = () =>
    browser.evaluate<string>(tab, `document.getElementById('policy-organizationName').value`);
  await give('kit.json', '{"policy":{"organizationName":"From a file","mode":"educate"}}');
  await waitFor('the name', async () => (await name()) === 'From a file');
  await give('broken.json', '{"policy":');
  await waitFor('the problem', async () => (await browser.view(tab)).text.includes('it is not JSON'));
  assert.equal(await name(), 'From a file');
});

test('a picture of any size becomes a logo that a policy takes, and what is no picture changes nothing', async () => {
  await filledForm(browser, tab);
  const give = (file: string) =>
    browser.evaluate(
      tab,
      `(async () => {
        const data = new DataTransfer();
        data.items.add(${file});
        const input = document.getElementById('policy-organizationLogo');
        input.files = data.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      })()`,
    );
  // Larger than a logo may be, and with many colors.
  const large = `await (async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 2400, height: 1200 });
    const pen = canvas.getContext('2d');
    for (let x = 0; x < 2400; x += 100) {
      pen.fillStyle = 'hsl(' + x / 7 + ' 80% 50%)';
      pen.fillRect(x, 0, 100, 1200);
    }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    return new File([blob], 'logo.png', { type: 'image/png' });
  })()`;
  await give(large);
  const shown = () =>
    browser.evaluate<string | null>(tab, `document.querySelector('.logo-shown')?.src ?? null`);
  const logo = await waitFor('the logo', shown);
  const what = describeLogo(logo);
  assert.ok(what, 'the policy would not take it');
  const { text } = await browser.view(tab);
  assert.ok(text.includes(say.deployPage('logoSize', { what, characters: logo.length })));
  await browser.click(tab, say.deployPage('export'));
  const saved = JSON.parse((await downloads.take('second-thought-config.json')).toString());
  assert.equal(saved.policy.organizationLogo, logo);
  assert.ok(readKitConfig(saved).ok);

  await give(`new File(['<svg xmlns="http://www.w3.org/2000/svg"'], 'logo.png', { type: 'image/png' })`);
  await waitFor('the reason', async () =>
    (await browser.view(tab)).text.includes(say.deployPage('logoUnreadable')),
  );
  assert.equal(await shown(), logo);
});
