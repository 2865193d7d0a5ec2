/**
 * `npm run bench`: measures the built extension in real browsers and writes `bench/README.md`, `ratios.svg` and `results.json`.
 * `--quick`: few runs, written to `.work/bench/` instead. `--only PART`: measures one part; the others keep their results.
 * `--peer NAME=DIR` or `NAME=DIR@HOST`: measures another unpacked extension for comparison.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { builtExtension } from '../../scripts/browser/open-browser.ts';
import { startSite } from '../../scripts/browser/site/site.ts';
import { packageSize } from '../../scripts/build/package-size.ts';
import { argumentsOrExit, exitAsMisused } from '../../scripts/command-line.ts';
import { bareRedirect } from './bare-redirect.ts';
import { circumstances } from './circumstances.ts';
import { engineCost } from './engine-cost.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { noticeTimes } from './notice-time.ts';
import { type PeerOption, readPeer } from './peer-option.ts';
import { besidePeers, OUR_NAME, PEERS } from './peers.ts';
import { drawRatios } from './picture.ts';
import { CLOCK } from './reader.ts';
import { bars, writeReport } from './report.ts';
import type { Results } from './results.ts';
import { readResults, writeResults } from './stored-results.ts';
import { heavySite, unlistedCost } from './unlisted-cost.ts';
import { workerStart } from './worker-start.ts';

const PARTS = [
  'notice',
  'redirect',
  'firefox',
  'worker',
  'unlisted',
  'engines',
  'memory',
  'growth',
  'peers',
] as const;
type Part = (typeof PARTS)[number];

const { values } = argumentsOrExit({
  usage: `npm run bench                measures the build in real browsers and writes bench/
  --quick                    few runs, written to .work/bench/ instead
  --runs N                   how many, 30 unless said
  --only PART                one part (may be repeated): ${PARTS.join(', ')}
  --peer NAME=DIR[@HOST]     an unpacked extension beside ours (may be repeated)`,
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    peer: { type: 'string', multiple: true, default: [] },
  },
});
process.env.TZ = CLOCK;
const quick = values.quick;
const runs = Number(values.runs ?? (quick ? 5 : 30));
/** A third of the runs, because a cold start starts a browser for each page. The tables say how many. */
const coldRuns = Math.max(2, Math.ceil(runs / 3));
const wanted: readonly string[] = values.only.length > 0 ? values.only : PARTS;
const peers = values.peer.map(peer);
const unknown = wanted.find((part) => !PARTS.includes(part as Part));
if (unknown !== undefined || !Number.isInteger(runs) || runs < 2) {
  exitAsMisused(`--only takes ${PARTS.join(', ')}; --runs takes a number from 2 on`);
}

const folder = quick ? '.work/bench' : 'bench';
const load = () => loadavg()[0] ?? 0;
const site = await startSite((visit) =>
  visit.host.endsWith('.test')
    ? null
    : { body: '<!doctype html><title>Listed</title><h1>A listed page</h1>' },
);
site.handle(heavySite);
const chrome = builtExtension('chromium');

const results: Results = {
  ...readResults(folder),
  circumstances: await circumstances(site.port, load()),
  packages: { chrome: packageSize(chrome), firefox: packageSize(builtExtension('firefox')) },
};
await part('notice', async () => {
  results.notice.chromium = await noticeTimes('chromium', chrome, site, { runs, coldRuns });
});
await part('redirect', async () => {
  results.notice['chromium, and a bare redirect'] = await bareRedirect(chrome, site, runs);
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
await part('engines', async () => {
  results.engines = await engineCost(chrome, site, runs);
});
await part('memory', async () => {
  results.memory = await memory(chrome, site, quick ? 5 : 60);
});
await part('growth', async () => {
  results.growth = await growth(chrome, site, runs);
});
if (peers.length > 0) {
  await part('peers', async () => {
    results.peers = await besidePeers(chrome, peers, site, runs);
  });
}
await site.close();

console.log(`\n${writeReport(results)}\nWritten to ${folder}/.`);

/** Saves after each part, so that a run that is stopped early keeps its results so far. */
function save(): void {
  mkdirSync(folder, { recursive: true });
  writeResults(folder, results);
  writeFileSync(`${folder}/README.md`, writeReport(results));
  writeFileSync(
    `${folder}/ratios.svg`,
    drawRatios('Ratio to what it is measured beside (1 is as fast)', bars(results)),
  );
}

async function part(name: Part, measure: () => Promise<void>): Promise<void> {
  if (!wanted.includes(name)) return;
  const start = Date.now();
  const before = load();
  let failed: string | undefined;
  try {
    await measure();
  } catch (error) {
    // Keeps what was measured before. The report says what is missing.
    failed = (error as Error).message.split('\n')[0] ?? 'no reason given';
  }
  const seconds = (Date.now() - start) / 1_000;
  results.measured[name] = {
    date: new Date(start).toISOString().slice(0, 16).replace('T', ' '),
    seconds,
    load: [before, load()],
    ...(failed !== undefined && { failed }),
  };
  save();
  console.log(`${name}: ${seconds.toFixed(0)} s${failed === undefined ? '' : `, failed: ${failed}`}`);
}

function peer(text: string): PeerOption {
  const option = readPeer(text, Object.keys(PEERS), OUR_NAME);
  if (typeof option !== 'string') return option;
  return exitAsMisused(option);
}
