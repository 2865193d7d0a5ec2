/** Describes the machine, its load and the browsers: what one has to know to compare results. */
import { cpus, platform, release, totalmem } from 'node:os';
import type { BrowserName } from '../../scripts/browser/find-browsers.ts';
import { launch } from '../../scripts/browser/open-browser.ts';

/** Below this share of the cores, the machine had no other work to do. */
const QUIET = 0.25;

/**
 * @param load - one-minute average before the first browser was started.
 * @returns lines of the report.
 */
export async function circumstances(port: number, load: number): Promise<string[]> {
  const names: readonly BrowserName[] = ['chromium', 'firefox'];
  const versions: string[] = [];
  for (const name of names) {
    const browser = await launch({ port }, name);
    versions.push(browser.version);
    await browser.close();
  }
  const [cpu] = cpus();
  const cores = cpus().length;
  const machine = `${platform()} ${release().split('-')[0]}, ${cores} cores (${cpu?.model.trim() || 'model not named'}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  return [`machine: ${machine}; ${besides(load, cores)}`, `browsers: ${versions.join(', ')}, headless`];
}

/** @returns what the load shows about other work, as text. */
export function besides(load: number, cores: number): string {
  const before = `load before the last run ${load.toFixed(1)}`;
  return load < QUIET * cores
    ? `${before}: it had next to nothing else to do`
    : `${before}: other work ran on it, so times are noisy`;
}
