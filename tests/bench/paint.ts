/** Times one navigation from outside the browser: from the command to the first contentful paint. */
import type { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';

/** A page that paints within this time counts as slow, not as missing. */
const PATIENCE_MS = 60_000;

/** Lets the previous page finish its work: both sides of every pair begin with an idle tab. */
const REST_MS = 500;

/** Both clocks of this machine, so that the page's times and the bench's can be compared. */
const now = () => performance.timeOrigin + performance.now();

interface Course {
  /** If false, an `h1` need not be laid out. */
  heading?: boolean;
  /** The page that the tab shows before. */
  from?: string;
}

/**
 * @param arrival - how the address in the tab has to begin.
 * @returns milliseconds. Throws if that page does not paint within a minute.
 */
export async function paintTime(
  browser: BrowserSession,
  tab: Tab,
  address: string,
  arrival: string,
  { heading = true, from = 'about:blank' }: Course = {},
): Promise<number> {
  await browser.open(tab, from);
  // A tab behind another one paints nothing, and a welcome page may have opened in the meantime.
  if (browser.name === 'chromium') await (browser as ChromiumSession).page(tab, 'Page.bringToFront');
  await pause(REST_MS);
  const began = now();
  await browser.open(tab, address);
  const painted = await waitFor(
    `${arrival} to paint`,
    () => browser.evaluate<number | null>(tab, painting(arrival, heading)),
    PATIENCE_MS,
  );
  return painted - began;
}

function painting(arrival: string, heading: boolean): string {
  return `(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const heading = document.querySelector('h1');
    const laidOut = ${!heading} || (heading && heading.getBoundingClientRect().height > 0);
    return location.href.startsWith(${JSON.stringify(arrival)}) && paint && laidOut
      ? performance.timeOrigin + paint.startTime : null;
  })()`;
}
