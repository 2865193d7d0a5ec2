/** `npm start`: shows in a real browser what Second Thought does, and prints what happened. `--firefox` does it in Firefox. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { guardRegistered } from './browser/extension/guard-registered.ts';
import { seeNotice } from './browser/extension/notice-seen.ts';
import { setPlace } from './browser/extension/set-place.ts';
import { closeWelcome, continueAnyway } from './browser/extension/take-pass.ts';
import type { BrowserName } from './browser/find-browsers.ts';
import { ensureBrowsers, orSay } from './browser/install-browsers.ts';
import { launch } from './browser/open-browser.ts';
import { startSite } from './browser/site/site.ts';
import { pause, waitFor } from './browser/wait.ts';
import { argumentsOrExit } from './command-line.ts';
import { freshBuild } from './demo/fresh-build.ts';
import { LISTED, LISTED_HOST, MARKET, MARKET_PAGE, market } from './demo/market.ts';
import { canShowWindow, untilClosed } from './demo/window.ts';

const { values } = argumentsOrExit({
  usage: `npm start                 shows in Chromium what Second Thought does, and prints what happened
npm start -- --firefox    the same in Firefox`,
  options: { firefox: { type: 'boolean', default: false } },
});
const name: BrowserName = values.firefox ? 'firefox' : 'chromium';
const pictures = resolve('.work/demo', name);

orSay(() => ensureBrowsers(name));
const extension = orSay(() => freshBuild(name));
mkdirSync(pictures, { recursive: true });
const site = await startSite(market);
const browser = await launch({ port: site.port, extension, visible: canShowWindow }, name);
console.log(
  `${browser.version}, ${canShowWindow ? 'in a window' : `without a display; pictures in ${pictures}`}`,
);
let step = 0;

/** What the notice says in Georgia with every message. */
const LAW = 'In Georgia';
const HELPLINE = '1-888-373-7888';

try {
  await guardRegistered(browser);
  await closeWelcome(browser);
  // The extension keeps this machine's place private and often cannot guess it, so the demo sets Georgia.
  await setPlace(browser, 'US', 'US-GA');
  const tab = await browser.newTab();

  await browser.open(tab, MARKET);
  const untouched = await browser.evaluate<string>(tab, 'document.documentElement.outerHTML');
  await show(
    'An ordinary page',
    `untouched: ${`<!doctype html>${untouched}` === MARKET_PAGE ? 'yes' : 'NO'}`,
  );

  const clicked = performance.now();
  await browser.click(tab, 'Meet someone tonight');
  await seenTitle('Notice');
  const milliseconds = Math.round(performance.now() - clicked);
  await seeNotice(browser, tab);
  await waitFor('the whole notice', () =>
    browser.evaluate<boolean>(tab, `document.querySelector('.notice-place') !== null`),
  );
  const { text } = await browser.view(tab);
  const told = text.includes(LAW) && text.includes(HELPLINE) ? 'are shown' : 'ARE MISSING';
  await show(
    'A click on a listed ad meets the notice',
    `after ${milliseconds} ms; law and helpline of Georgia ${told}; ${reached()}`,
  );

  await browser.click(tab, 'Get help');
  await waitFor('the help', () =>
    browser.evaluate<boolean>(tab, `Boolean(document.querySelector('dialog[open]'))`),
  );
  await show('Help is one key away', reached());
  await browser.press(tab, 'Escape');

  await continueAnyway(browser, tab);
  await waitFor('the page', async () => (await browser.view(tab)).url === LISTED);
  await show('After a pause a pass can be taken; help and the way out stay', reached());

  site.forget();
  await browser.inExtension(
    `(globalThis.browser ?? chrome).runtime.sendMessage({ type: 'settings/change', changes: { mode: 'zero-tolerance' } })`,
  );
  await seeNotice(browser, tab);
  await browser.open(tab, LISTED);
  await seeNotice(browser, tab);
  const names = (await browser.accessible(tab)).map((each) => each.name);
  const way = names.some((each) => each.startsWith('Continue anyway')) ? 'STILL OFFERED' : 'gone';
  await show('Zero tolerance ends the pass', `"Continue anyway" is ${way}; ${reached()}`);

  await browser.open(tab, MARKET);
  await show('The ordinary page again', reached());

  if (canShowWindow) {
    console.log('\nThe window stays open for you to look around. Close it to end.');
    await untilClosed(browser);
  }

  async function show(what: string, result: string): Promise<void> {
    step += 1;
    const file = join(pictures, `${step}.png`);
    writeFileSync(file, await browser.screenshot(tab));
    console.log(`\n${step}. ${what}\n   ${result}`);
    if (canShowWindow) await pause(2_500);
  }

  async function seenTitle(title: string): Promise<void> {
    await waitFor(title, async () => (await browser.view(tab)).title === title);
  }
} finally {
  await browser.close();
  await site.close();
}

function reached(): string {
  return `requests that reached the listed site: ${site.visitsTo(LISTED_HOST).length}`;
}
