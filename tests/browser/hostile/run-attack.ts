/** Runs one attack in its own window, and reports what a person saw and where the tab ended. */
import { isNotice as isNoticeUrl } from '../../../scripts/browser/extension/notice-seen.ts';
import type { Tab } from '../../../scripts/browser/session.ts';
import { waitFor } from '../../../scripts/browser/wait.ts';
import type { Arena } from './arena.ts';
import type { Attack, Way } from './attack.ts';
import { type Watch, watch } from './watch.ts';
import { send, where } from './where.ts';

export interface Outcome {
  /** Shares of the page's color, oldest first, since the watch began. */
  seen: number[];
  /** Whether the tab showed the notice in the end. */
  notice: boolean;
  /** The tab's address in the end. */
  url: string;
  /** Milliseconds from entering the listed section to the first frame without the page; 0 if the page was never seen. */
  uncovered: number;
}

/** A smaller share of the color is not the page: letters have colored edges. */
export const SHARE = 0.005;

/** Generous, because the browser is busy with other windows too, and pages hang for seconds. */
const LIMIT = 40_000;

/** Nothing is judged until the page's own attack has begun, so a slow start may be repeated this many times. */
const STARTS = 3;

/** Plays an attack to its end. */
export async function runAttack(arena: Arena, tab: Tab, attack: Attack, way: Way): Promise<Outcome> {
  const { browser, address } = arena;
  const isNotice = async () => {
    const now = await where(browser, tab);
    return now?.title === 'Notice' && isNoticeUrl(browser, now.url);
  };
  if (way === 'first') await browser.open(tab, 'about:blank');
  const picture = way === 'first' ? await watch(browser, tab) : await enterSection(arena, tab, attack);
  try {
    if (way === 'first') await send(browser, tab, address(attack.name, way));
    const uncovered = way === 'first' ? 0 : await untilCovered(picture);
    const notice = await waitFor('the notice', isNotice, LIMIT).catch(() => false);
    // Recording ends with the notice's own frame.
    const clear = async () => ((await picture.seen()).at(-1) ?? 1) < SHARE;
    await waitFor('a frame without the page', clear, 8_000).catch(() => undefined);
    const url = (await where(browser, tab))?.url ?? '';
    const stays = notice && (await waitFor('the notice to stay', isNotice, 3_000).catch(() => false));
    if (stays) await heard(arena, tab);
    return { seen: await picture.seen(), notice: stays, url, uncovered };
  } finally {
    await picture.stop();
  }
}

/** Opens the general site's page, waits until it can be seen, and lets it enter the section. */
async function enterSection({ browser, address }: Arena, tab: Tab, { name }: Attack): Promise<Watch> {
  for (let start = 1; ; start++) {
    let picture: Watch | null = null;
    try {
      await browser.open(tab, address(name, 'late'));
      await waitFor('the attack to stand ready', () =>
        browser.evaluate<boolean>(tab, "typeof hostile === 'object'"),
      );
      const watched = await watch(browser, tab);
      picture = watched;
      await waitFor('the page to show', async () => {
        // Changes the page a little each time, because a browser need not draw an unchanged page again.
        await browser.evaluate(
          tab,
          `void (hostile.root().style.outline = '1px solid rgb(255,0,' + (200 + Math.random() * 50) + ')')`,
        );
        return (await watched.seen()).some((share) => share > 0.5);
      });
      await browser.evaluate(tab, 'hostile.enter()');
      return watched;
    } catch (error) {
      await picture?.stop();
      if (start === STARTS) throw error;
    }
  }
}

/** @returns milliseconds until a frame without the page, or the whole limit if there was none. */
async function untilCovered(picture: Watch): Promise<number> {
  const began = Date.now();
  const before = (await picture.seen()).length;
  const covered = async () => (await picture.seen()).slice(before).some((share) => share < SHARE);
  await waitFor('a frame without the page', covered, LIMIT).catch(() => undefined);
  return Date.now() - began;
}

/** Sends one more message from the notice. A page's messages arrive in order, so the worker then knows that the notice is open. */
async function heard({ browser }: Arena, tab: Tab): Promise<void> {
  await waitFor('the notice to be heard', () =>
    browser.evaluate<boolean>(
      tab,
      `document.querySelector('.notice-more') !== null &&
        (globalThis.browser ?? chrome).runtime.sendMessage({ type: 'notice/visible', visible: true }).then(() => true)`,
    ),
  );
}
