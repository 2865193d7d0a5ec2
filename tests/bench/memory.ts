/** Memory of a whole browser with the extension beside a bare one, by the kernel's own count (Chromium on Linux). */
import { readFileSync } from 'node:fs';
import type { ChromiumSession } from '../browser/harness/chromium-session.ts';
import { guardRegistered } from '../browser/harness/guard-registered.ts';
import { CHECK_ADDRESS } from '../browser/harness/listed.ts';
import { launch } from '../browser/harness/open-browser.ts';
import type { Site } from '../browser/harness/site.ts';
import { pause } from '../browser/harness/wait.ts';
import { settleIn } from './settle-in.ts';
import { copyOf } from './test-builds.ts';

/** Megabytes (10^6 bytes) more than the bare browser. */
export interface Memory {
  idle: number;
  noticeOpen: number;
}

/** @param idleSeconds - how long both browsers are left alone first. */
export async function memory(build: string, site: Site, idleSeconds: number): Promise<Memory | null> {
  if (process.platform !== 'linux') return null;
  const copy = copyOf(build);
  const [ours, bare] = (await Promise.all([
    launch({ port: site.port, extension: copy.folder }, 'chromium'),
    launch({ port: site.port }, 'chromium'),
  ])) as [ChromiumSession, ChromiumSession];
  try {
    await guardRegistered(ours);
    await settleIn(ours);
    await pause(idleSeconds * 1_000);
    const idle = (await used(ours)) - (await used(bare));
    await ours.open(await ours.newTab(), CHECK_ADDRESS);
    await bare.open(await bare.newTab(), 'about:blank');
    await pause(3_000);
    return { idle, noticeOpen: (await used(ours)) - (await used(bare)) };
  } finally {
    await Promise.all([ours.close(), bare.close()]);
    copy.remove();
  }
}

/**
 * @param only - a kind of process, such as `browser`; absent: all.
 * @returns megabytes, pages that are shared counted in parts (`Pss`: proc(5), smaps_rollup).
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
    return 0; // The process has ended since it was named.
  }
}
