/** Takes a picture of a tab: of its window, or of the whole page. */
import { ChromiumSession } from '../browser/chromium-session.ts';
import type { FirefoxSession } from '../browser/firefox-session.ts';
import type { BrowserSession, Tab } from '../browser/session.ts';

/** CSS pixels. A longer page is photographed in parts, each small enough to be read. */
const PART = 2_000;
const MOST_PARTS = 6;

/**
 * @param whole - photograph the page from top to bottom, in parts, instead of only what the window shows.
 * @param most - the most parts.
 * @returns PNGs.
 */
export async function photograph(
  browser: BrowserSession,
  tab: Tab,
  whole: boolean,
  most = MOST_PARTS,
): Promise<Buffer[]> {
  await browser.bringToFront(tab);
  if (!whole) return [await part(browser, tab, null)];
  const [width = 0, height = 0, window = 0] = await browser.evaluate<number[]>(
    tab,
    '[innerWidth, document.documentElement.scrollHeight, innerHeight]',
  );
  // If nothing is beyond the window, Chromium would cut a right-to-left page in the wrong place.
  if (height <= window) return [await part(browser, tab, null)];
  const parts: Buffer[] = [];
  for (let y = 0; y < height && parts.length < most; y += PART)
    parts.push(await part(browser, tab, { x: 0, y, width, height: Math.min(PART, height - y) }));
  return parts;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** @param area - a part of the document; null for what the window shows. */
async function part(browser: BrowserSession, tab: Tab, area: Area | null): Promise<Buffer> {
  if (browser instanceof ChromiumSession) {
    const clip = area && { captureBeyondViewport: true, clip: { ...area, scale: 1 } };
    const { data } = await browser.page(tab, 'Page.captureScreenshot', { format: 'png', ...clip });
    return Buffer.from(data, 'base64');
  }
  const { data } = await (browser as FirefoxSession).bidi.send('browsingContext.captureScreenshot', {
    context: tab,
    ...(area ? { origin: 'document', clip: { type: 'box', ...area } } : { origin: 'viewport' }),
  });
  return Buffer.from(data, 'base64');
}
