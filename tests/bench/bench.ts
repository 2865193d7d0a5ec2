/**
 * `npm run bench`: measures the built extension in real browsers and writes `bench/README.md` and `bench/ratios.svg`.
 * `--quick`: few runs, written to `.work/bench/` instead. `--only PART`: one part. `--peer NAME=DIR`: an unpacked extension.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageSize } from '../../scripts/build/package-size.ts';
import { builtExtension, launch } from '../browser/harness/open-browser.ts';
import { startSite } from '../browser/harness/site.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { noticeTimes } from './notice-time.ts';
import { besidePeers, PEERS } from './peers.ts';
import { drawRatios } from './picture.ts';
import { bars, type Results, writeReport } from './report.ts';
import { heavySite, unlistedCost } from './unlisted-cost.ts';
import { workerStart } from './worker-start.ts';

const PARTS = ['notice', 'firefox', 'worker', 'unlisted', 'memory', 'growth', 'peers'] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    peer: { type: 'string', multiple: true, default: [] },
  },
});
const quick = values.quick;
const runs = Number(values.runs ?? (quick ? 5 : 30));
/** Parts that start browsers or keep several open take a third of the runs; the tables say how many. */
const fewer = Math.max(2, Math.ceil(runs / 3));
const wanted: readonly string[] = values.only.length > 0 ? values.only : PARTS;
const peers = values.peer.map(readPeer);
const unknown = wanted.find((part) => !PARTS.includes(part as Part));
if (unknown !== undefined || !Number.isInteger(runs) || runs < 2) {
  console.error(`--only takes ${PARTS.join(', ')}; --runs takes a number from 2 on.`);
  process.exit(2);
}

const startLoad = loadavg()[0] ?? 0;
const site = await startSite((visit) =>
  visit.host.endsWith('.test')
    ? null
    : { body: '<!doctype html><title>Listed</title><h1>A listed page</h1>' },
);
site.handle(heavySite);
const chrome = builtExtension('chromium');

const results: Results = {
  circumstances: await circumstances(),
  notice: {},
  workerStart: null,
  unlisted: null,
  memory: null,
  packages: { chrome: packageSize(chrome), firefox: packageSize(builtExtension('firefox')) },
  growth: [],
  peers: [],
};
await part('notice', async () => {
  results.notice.chromium = await noticeTimes('chromium', chrome, site, { runs, coldRuns: fewer });
});
await part('firefox', async () => {
  results.notice.firefox = await noticeTimes('firefox', builtExtension('firefox'), site, {
    runs,
    coldRuns: 0,
  });
});
await part('worker', async () => {
  results.workerStart = await workerStart(chrome, site, runs);
});
await part('unlisted', async () => {
  results.unlisted = await unlistedCost(chrome, site, runs);
});
await part('memory', async () => {
  results.memory = await memory(chrome, site, quick ? 5 : 60);
});
await part('growth', async () => {
  results.growth = await growth(chrome, site, fewer);
});
if (peers.length > 0) {
  await part('peers', async () => {
    const all = [{ name: 'second-thought', folder: chrome }, ...peers];
    results.peers = await besidePeers(all, site, fewer);
  });
}
await site.close();
results.circumstances.push(
  `load of the machine (one-minute average): ${startLoad.toFixed(1)} at the start, ${(loadavg()[0] ?? 0).toFixed(1)} at the end`,
);

const folder = quick || values.only.length > 0 ? '.work/bench' : 'bench';
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/README.md`, writeReport(results));
writeFileSync(
  `${folder}/ratios.svg`,
  drawRatios('Ratio to what it is measured beside (1 is as fast)', bars(results)),
);
console.log(`\n${writeReport(results)}\nWritten to ${folder}/.`);

async function part(name: Part, measure: () => Promise<void>): Promise<void> {
  if (!wanted.includes(name)) return;
  const start = Date.now();
  try {
    await measure();
  } catch (error) {
    // What was measured before is worth keeping; the report says what is missing.
    results.circumstances.push(`not measured, ${name}: ${(error as Error).message.split('\n')[0]}`);
  }
  console.log(`${name}: ${((Date.now() - start) / 1_000).toFixed(0)} s`);
}

function readPeer(text: string): { name: string; folder: string } {
  const [name = '', folder = ''] = text.split('=');
  if (!(name in PEERS) || folder === '') {
    console.error(`--peer takes NAME=DIR; there are adapters for ${Object.keys(PEERS).slice(1).join(', ')}.`);
    process.exit(2);
  }
  return { name, folder: resolve(folder) };
}

async function circumstances(): Promise<string[]> {
  const [cpu] = cpus();
  const versions: string[] = [];
  for (const name of ['chromium', 'firefox'] as const) {
    const browser = await launch({ port: site.port }, name);
    versions.push(browser.version);
    await browser.close();
  }
  return [
    `date: ${new Date().toISOString().slice(0, 10)}; ${runs} pairs of each, ${fewer} where browsers are started or several stand open`,
    `machine: ${platform()} ${release().split('-')[0]}, ${cpus().length} shared cores (${cpu?.model.trim() || 'model not named'}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB; other work ran on them, so times are noisy`,
    `browsers: ${versions.join(', ')}, headless`,
  ];
}
