/** Makes the pictures of README.md: three stills, and an animation from a made-up ad to the notice and to help. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChromiumSession } from '../browser/chromium-session.ts';
import { policyKnown } from '../browser/extension/ask.ts';
import { filledForm } from '../browser/extension/deploy-form.ts';
import { seeNotice } from '../browser/extension/notice-seen.ts';
import { setPlace } from '../browser/extension/set-place.ts';
import { type Look, setLook } from '../browser/look.ts';
import { ownInstallation } from '../browser/scenes/play.ts';
import type { BrowserSession, Tab } from '../browser/session.ts';
import { startSite } from '../browser/site/site.ts';
import { waitFor } from '../browser/wait.ts';
import { MARKET, market } from '../demo/market.ts';
import { animatedWebp, type Frame } from './animated-webp.ts';
import { photograph } from './camera.ts';

const STILL: Look = { width: 1280, height: 800 };
const MOVING: Look = { width: 1120, height: 700 };

/** Keeps text sharp and the file small. */
const QUALITY = 85;

/** Bytes. A README is also opened on a phone. */
const MOST_BYTES = 600_000;

/** What the notice of the demo's place must contain. A picture without it does not show what README.md promises. */
const PROMISED = ['In Georgia', 'Up to 12 months', '1-888-373-7888', 'Leave this page', 'Get help'];

/** A text under the topic with which the animation ends. */
const HELP = 'it is not your fault. You decide';

/** Writes the pictures into the folder, and prints how large they are. */
export async function photographForReadme(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const site = await startSite(market);
  const browser = await ownInstallation(site);
  try {
    await setPlace(browser, 'US', 'US-GA');
    // Until then every page says that the browser has not yet told it whether an organization sets rules.
    await policyKnown(browser);
    const tab = await browser.newTab();
    const tour = animatedWebp(await film(browser, tab), MOVING);
    if (tour.length > MOST_BYTES) throw new Error(`The moving picture has ${tour.length} bytes.`);
    writeFileSync(join(folder, 'tour.webp'), tour);
    await browser.open(tab, MARKET);
    await meetNotice(browser, tab);
    await still(browser, tab, join(folder, 'notice.png'));
    await browser.open(tab, `${browser.base}options.html`);
    await there(browser, tab, '#status .fine');
    await still(browser, tab, join(folder, 'settings.png'));
    await filledForm(browser, tab);
    await still(browser, tab, join(folder, 'deployment.png'));
  } finally {
    await browser.close();
    await site.close();
  }
  for (const file of ['tour.webp', 'notice.png', 'settings.png', 'deployment.png'])
    console.log(`${join(folder, file)}: ${Math.round(statSync(join(folder, file)).size / 1_000)} kB`);
}

/** Shows an ordinary page, its link to a listed one, the notice, and help. */
async function film(browser: BrowserSession, tab: Tab): Promise<Frame[]> {
  const frames: Frame[] = [];
  const take = async (milliseconds: number) => {
    await setLook(browser, tab, MOVING);
    if (!(browser instanceof ChromiumSession)) throw new Error('Only Chromium makes WebP pictures.');
    await browser.bringToFront(tab);
    const { data } = await browser.page(tab, 'Page.captureScreenshot', { format: 'webp', quality: QUALITY });
    frames.push({ picture: Buffer.from(data, 'base64'), milliseconds });
  };
  await setLook(browser, tab, MOVING);
  await browser.open(tab, MARKET);
  await take(1_800);
  await browser.press(tab, 'Tab');
  await take(900);
  await meetNotice(browser, tab);
  await take(4_500);
  await browser.press(tab, 'Tab');
  await take(900);
  await browser.click(tab, 'Get help');
  await there(browser, tab, '.help-topics');
  await browser.click(tab, 'Someone forces or controls me');
  await waitFor('the helpline', async () => (await browser.view(tab)).text.includes(HELP));
  await take(4_000);
  return frames;
}

/** Clicks the market's link and waits for the complete notice. */
async function meetNotice(browser: BrowserSession, tab: Tab): Promise<void> {
  await browser.click(tab, 'Meet someone tonight');
  await seeNotice(browser, tab);
  await there(browser, tab, '.notice-place');
  await waitFor('what README.md promises', async () => {
    const { text } = await browser.view(tab);
    const missing = PROMISED.filter((words) => !text.includes(words));
    if (missing.length > 0) throw new Error(`not on the notice: ${missing.join(', ')}`);
    return true;
  });
}

async function still(browser: BrowserSession, tab: Tab, file: string): Promise<void> {
  await setLook(browser, tab, STILL);
  const [picture] = await photograph(browser, tab, false);
  if (picture) writeFileSync(file, picture);
}

const there = (browser: BrowserSession, tab: Tab, selector: string) =>
  waitFor(selector, () =>
    browser.evaluate<boolean>(tab, `document.querySelector(${JSON.stringify(selector)}) !== null`),
  );
