/**
 * Measures the memory of a whole browser with the extension, compared with a browser without it, as the kernel counts it (Chromium on
 * Linux).
 */
import { readFileSync } from 'node:fs';
import type { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { launch } from '../../scripts/browser/open-browser.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { pause } from '../../scripts/browser/wait.ts';
import { settleIn } from './settle-in.ts';
import { copyOf } from './test-builds.ts';

/** How many megabytes (10^6 bytes) more than the browser without the extension, for each measurement. */
export interface Memory {
  idle: number[];
  noticeOpen: number[];
}

/** How many measurements. Each starts two new browsers and waits for an idle minute. */
const TIMES = 5;

/** @param idleSeconds - how long both browsers are idle first. */
export async function memory(build: string, site: Site, idleSeconds: number): Promise<Memory | null> {
  if (process.platform !== 'linux') return null;
  const all: Memory = { idle: [], noticeOpen: [] };
  for (let time = 0; time < TIMES; time++) {
    const { idle, noticeOpen } = await once(build, site, idleSeconds, time % 2 === 0);
    all.idle.push(idle);
    all.noticeOpen.push(noticeOpen);
  }
  return all;
}

/** @param first - start and measure the browser with the extension first. */
async function once(build: string, site: Site, idleSeconds: number, first: boolean) {
  const copy = copyOf(build);
  const start = (ours: boolean) =>
    launch(
      { port: site.port, ...(ours && { extension: copy.folder }) },
      'chromium',
    ) as Promise<ChromiumSession>;
  const one = await start(first);
  const other = await start(!first);
  const [ours, bare] = first ? [one, other] : [other, one];
  const more = async () => {
    const sizes = first
      ? [await used(ours), await used(bare)]
      : [await used(bare), await used(ours)].reverse();
    return (sizes[0] ?? 0) - (sizes[1] ?? 0);
  };
  try {
    await guardRegistered(ours);
    await settleIn(ours);
    await pause(idleSeconds * 1_000);
    const idle = await more();
    await ours.open(await ours.newTab(), CHECK_ADDRESS);
    await bare.open(await bare.newTab(), 'about:blank');
    await pause(3_000);
    return { idle, noticeOpen: await more() };
  } finally {
    await Promise.all([ours.close(), bare.close()]);
    copy.remove();
  }
}

/**
 * @param only - a kind of process, such as `browser`; by default, all.
 * @returns megabytes. Of pages that processes share, each counts its part (`Pss`: proc(5), smaps_rollup).
 */
export async function used(chromium: ChromiumSession, only?: string): Promise<number> {
  const { processInfo } = await chromium.cdp.send('SystemInfo.getProcessInfo');
  let kilobytes = 0;
  for (const { id, type } of processInfo as { id: number; type: string }[]) {
    if (only === undefined || type === only) kilobytes += proportional(id);
  }
  return (kilobytes * 1_024) / 1e6;
}

function proportional(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // The process has ended in the meantime.
  }
}
