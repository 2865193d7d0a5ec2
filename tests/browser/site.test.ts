/**
 * Tests the static site in a real browser, from a folder and from a server: it makes the same kit as the extension, byte for byte, and
 * sends no request elsewhere.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { clickOn, seeText } from '../../scripts/browser/extension/ask.ts';
import { barSays, fillForm, noticeSays, openAt } from '../../scripts/browser/extension/deploy-form.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { builtExtension } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { type Handler, type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { readWords } from '../../scripts/read-words.ts';
import { axeViolations, sidewaysScroll } from './harness/axe.ts';
import { type Downloads, launchWithDownloads } from './harness/downloads.ts';
import { nothingLeft } from './harness/left-alone.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  deployPage: readWords('deploy-page', 'en'),
  learn: readWords('learn', 'en'),
};

const HOST = 'deploy-site.test';
const ARCHIVE = 'second-thought-deployment.zip';
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const GEORGIA = { audience: 'workplace', organizationName: 'Example Works', jurisdictions: ['US-GA'] };

const temporary = temporaryFolder('site');
const PLACES = {
  'a folder': `${pathToFileURL(temporary.folder)}/`,
  'a server': `http://${HOST}/`,
};

let site: Site;
let browser: BrowserSession;
let downloads: Downloads;
let tab: Tab;

const files: Handler = (visit, { pathname }) => {
  if (visit.host !== HOST) return null;
  const file = join(temporary.folder, decodeURIComponent(pathname));
  if (!existsSync(file) || !statSync(file).isFile()) return null;
  return {
    headers: { 'content-type': `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8` },
    body: readFileSync(file),
  };
};

before(async () => {
  const run = spawnSync(process.execPath, ['scripts/site/site.ts', '--out', temporary.folder], {
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
  site = await startSite(files);
  ({ browser, downloads } = await launchWithDownloads({ port: site.port, extension: builtExtension() }));
  await guardRegistered(browser);
  tab = await browser.newTab();
  await browser.resize(tab, 1366, 768);
});
after(async () => {
  await browser?.close();
  await site?.close();
  downloads?.remove();
  temporary.remove();
});

/** @returns the ZIP that the deploy page at this address makes from the test's form. */
async function kitFrom(base: string): Promise<Buffer> {
  // A filled-in form asks before it is left, so each gets its own tab.
  tab = await browser.newTab();
  await browser.resize(tab, 1366, 768);
  await openAt(browser, tab, `${base}deploy.html`, '.deploy-bar');
  await fillForm(browser, tab);
  assert.match(await barSays(browser, tab), /files made\.$/);
  await browser.click(tab, say.deployPage('saveAll'));
  return downloads.take(ARCHIVE);
}

/** Checks that everything the page has loaded is in its own folder. */
async function loadsOnlyItsOwn(base: string): Promise<void> {
  const loaded = await browser.evaluate<string[]>(
    tab,
    `performance.getEntriesByType('resource').map(({ name }) => name)`,
  );
  const elsewhere = loaded.filter((name) => !name.startsWith(base) && !/^(?:blob|data):/.test(name));
  assert.deepEqual(elsewhere, []);
}

for (const [place, base] of Object.entries(PLACES)) {
  test(`from ${place}: the kit is the extension’s, byte for byte`, async () => {
    site.forget();
    const own = await kitFrom(browser.base);
    const kit = await kitFrom(base);
    await loadsOnlyItsOwn(base);
    assert.ok(kit.length > 10_000);
    assert.ok(kit.equals(own), 'the two archives differ');
    nothingLeft(site, [HOST]);
  });

  test(`from ${place}: start page, preview, guide, numbers and documents`, async () => {
    site.forget();
    tab = await browser.newTab();
    await browser.resize(tab, 1366, 768);
    await browser.open(tab, `${base}index.html`);
    await clickOn(browser, tab, 'The list in numbers');
    await seeText(browser, tab, 'Sections of general sites');
    assert.deepEqual(await axeViolations(browser, tab), []);
    await clickOn(browser, tab, 'The rules the list follows');
    await seeText(browser, tab, 'What is never listed');
    await browser.open(tab, `${base}docs/deploy/intune.html`);
    await seeText(browser, tab, 'Intune');
    assert.ok((await sidewaysScroll(browser, tab)) <= 0, 'a document scrolls sideways');

    const policy = encodeURIComponent(JSON.stringify(GEORGIA));
    await openAt(browser, tab, `${base}preview.html#${policy}`, '.sheet-title');
    await noticeSays(browser, tab, 'In Georgia, asking someone for paid sex is a crime.');
    await loadsOnlyItsOwn(base);

    await browser.open(tab, `${base}learn.html`);
    await seeText(browser, tab, say.learn('page-heading'));
    assert.ok((await browser.view(tab)).text.length > 500, 'the guide is empty');
    await loadsOnlyItsOwn(base);
    nothingLeft(site, [HOST]);
  });
}
