/** Measures how long a sleeping worker takes until it can answer, compared with a worker that does nothing (Chromium). */
import type { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { launch } from '../../scripts/browser/open-browser.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { inTurn } from './notice-time.ts';
import { settleIn } from './settle-in.ts';
import type { Pairs } from './statistics.ts';
import { answeringCopy, emptyCopy, FLOOR_PAGE, READY } from './test-builds.ts';

export interface WorkerStart {
  /** From the message to its answer, as seen by the page that asks. */
  answer: Pairs;
  /** The worker's own clock when it could answer. */
  inside: Pairs;
  /** The same clock at the end of the first turn, with every listener registered. */
  turn: Pairs;
}

/** @param runs - pairs. */
export async function workerStart(build: string, site: Site, runs: number): Promise<WorkerStart> {
  const copies = [answeringCopy(build), emptyCopy(build)];
  const chromium = (await launch(
    { port: site.port, extension: copies[0]?.folder ?? '' },
    'chromium',
  )) as ChromiumSession;
  try {
    await guardRegistered(chromium);
    await settleIn(chromium);
    const { id } = await chromium.cdp.send('Extensions.loadUnpacked', { path: copies[1]?.folder });
    const bases = [chromium.base, `chrome-extension://${id}/`];
    const tabs = await Promise.all(
      bases.map(async (base) => {
        const tab = await chromium.newTab();
        await chromium.open(tab, base + FLOOR_PAGE);
        return tab;
      }),
    );
    const inside: Pairs = { ours: [], beside: [] };
    const turn: Pairs = { ours: [], beside: [] };
    const ask = (place: 0 | 1) => async () => {
      await sleepAll(chromium);
      const [outer = 0, inner = 0, first = 0] = await chromium.evaluate<number[]>(
        tabs[place] as string,
        `(async () => { const began = performance.now(); const inner = await chrome.runtime.sendMessage('${READY}');
          return [performance.now() - began, ...inner]; })()`,
      );
      const side = place === 0 ? 'ours' : 'beside';
      inside[side].push(inner);
      turn[side].push(first);
      return outer;
    };
    const answer = await inTurn(runs, ask(0), ask(1));
    // Leaves out the first of each, which is a warm-up here too.
    const measured = ({ ours, beside }: Pairs) => ({ ours: ours.slice(1), beside: beside.slice(1) });
    return { answer, inside: measured(inside), turn: measured(turn) };
  } finally {
    await chromium.close();
    for (const copy of copies) copy.remove();
  }
}

async function sleepAll(chromium: ChromiumSession): Promise<void> {
  await waitFor(
    'all workers to sleep',
    async () => {
      const workers = (await chromium.targets()).filter(({ type }) => type === 'service_worker');
      for (const { targetId } of workers) await chromium.cdp.send('Target.closeTarget', { targetId });
      await pause(150);
      return !(await chromium.targets()).some(({ type }) => type === 'service_worker');
    },
    40_000,
  );
}
