/** Runs one attack in a window of its own and says what a person saw and where the tab ended. */
import type { Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait.ts';
import type { Arena } from './arena.ts';
import type { Attack, Way } from './attack.ts';
import { watch } from './watch.ts';
import { send, where } from './where.ts';

export interface Outcome {
  /** Shares of the page's colour, oldest first, from the moment the watch began. */
  seen: number[];
  /** The tab stood on the notice in the end. */
  notice: boolean;
  /** Where it stood. */
  url: string;
}

/** Less than this share of the colour is not the page: letters have coloured edges. */
export const SHARE = 0.005;

/** A browser that is busy with other windows too, and pages that hang for six seconds. */
const LIMIT = 40_000;

/** Plays an attack to its end. */
export async function runAttack(
  { browser, address }: Arena,
  tab: Tab,
  { name }: Attack,
  way: Way,
): Promise<Outcome> {
  const isNotice = async () => {
    const now = await where(browser, tab);
    return now?.title === 'Notice' && now.url.startsWith(`${browser.base}notice.html`);
  };
  if (way === 'late')
    // The last round's page may still be on its way out of this tab, and take it along.
    await waitFor('the attack to stand ready', async () => {
      await browser.open(tab, address(name, way));
      return browser.evaluate<boolean>(tab, "typeof hostile === 'object'");
    });
  else await browser.open(tab, 'about:blank');
  const picture = await watch(browser, tab);
  if (way === 'first') await send(browser, tab, address(name, way));
  else {
    await waitFor('the page to show', async () => {
      // A page that does not change need not be drawn again.
      await browser.evaluate(
        tab,
        `void (hostile.root().style.outline = '1px solid rgb(255,0,' + (200 + Math.random() * 50) + ')')`,
      );
      return (await picture.seen()).some((share) => share > 0.5);
    });
    await browser.evaluate(tab, 'hostile.enter()');
  }
  const notice = await waitFor('the notice', isNotice, LIMIT).catch(() => false);
  // The notice's own frame ends the record.
  const clear = async () => ((await picture.seen()).at(-1) ?? 1) < SHARE;
  await waitFor('a frame without the page', clear, 8_000).catch(() => undefined);
  const url = (await where(browser, tab))?.url ?? '';
  return {
    seen: await picture.stop(),
    notice: notice && (await waitFor('the notice to stay', isNotice, 3_000).catch(() => false)),
    url,
  };
}
