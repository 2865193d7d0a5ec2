/** `npm run mutants [-- FOLDER…]`: changes the code in small ways, one at a time, and says which changes no test noticed. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { createVitest } from 'vitest/node';
import { type Mutant, report } from './report.ts';
import type { Line } from './runner.ts';

const FOLDERS = ['pattern', 'policy', 'settings'];
/** Share of mutants that the tests must kill, in each folder. */
const LEAST = 0.85;
const WORK = '.work/mutants';
const CONFIG = 'tests/mutation/vitest.config.ts';
/** The edges, which only a real browser can test: tests/browser does. */
const EDGES = [
  'utils/policy/read-managed.ts',
  'utils/policy/published.ts',
  'utils/settings/browser-client.ts',
  'utils/settings/browser-store.ts',
  'utils/settings/browser-tools.ts',
];

const words = process.argv.slice(2);
const unknown = words.find((word) => !FOLDERS.includes(word));
if (unknown !== undefined) {
  console.error(`"${unknown}" is not a folder with mutants; they are ${FOLDERS.join(', ')}.`);
  process.exit(2);
}
// It takes a while: everything else on the machine goes first.
setPriority(constants.priority.PRIORITY_LOW);
mkdirSync(WORK, { recursive: true });
const weak: string[] = [];
for (const folder of words.length > 0 ? words : FOLDERS) {
  if ((await score(folder)) < LEAST) weak.push(folder);
}
if (weak.length > 0) console.error(`\nBelow ${LEAST * 100} %: ${weak.join(', ')}`);
process.exit(weak.length > 0 ? 1 : 0);

/** @returns the share of the folder's mutants that a test killed. */
async function score(folder: string): Promise<number> {
  const code = `${WORK}/${folder}-code.json`;
  const log = `${WORK}/${folder}-log.jsonl`;
  const mutants = await instrument(folder, code);
  rmSync(log, { force: true });
  const env = { ...process.env, MUTANTS_FOLDER: folder, MUTANTS_CODE: code, MUTANTS_LOG: log };

  const run = spawnSync('npx', ['vitest', 'run', '--config', CONFIG, '--reporter=dot'], {
    env,
    stdio: 'inherit',
  });
  if (run.status !== 0) throw new Error(`The tests of utils/${folder} fail without any mutant`);
  const lines = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const killed = new Set(lines.flatMap((line) => line.killed));
  const reached = new Set(lines.flatMap((line) => line.reached));

  Object.assign(process.env, env, { MUTANTS_STATIC: '1' });
  const loading = new Set(lines.flatMap((line) => (line.test === '' ? line.reached : [])));
  const rest = [...loading].filter((mutant) => !killed.has(mutant));
  for (const mutant of await killedByLoading(rest)) killed.add(mutant);
  return report(folder, mutants, { killed, reached });
}

/** Writes the folder's code with every mutant in it, asleep. */
async function instrument(folder: string, code: string): Promise<Mutant[]> {
  const names = globSync(`utils/${folder}/*.ts`).filter(
    (name) => !name.endsWith('.d.ts') && !EDGES.includes(name),
  );
  const files = names.sort().map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const silent = { isDebugEnabled: () => false, debug: () => {}, info: () => {}, warn: console.warn };
  const instrumenter = new Instrumenter(silent);
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const { files: built, mutants } = await instrumenter.instrument(files, options);
  writeFileSync(code, JSON.stringify(built.map(({ name, content }) => [name, content])));
  return mutants;
}

/** Mutants in what runs while a file loads (schemas, tables) need the tests anew, from the loading on. */
async function killedByLoading(mutants: string[]): Promise<string[]> {
  const vitest = await createVitest('test', { config: CONFIG, watch: false, reporters: [] });
  const killed: string[] = [];
  for (const mutant of mutants) {
    process.env.__STRYKER_ACTIVE_MUTANT__ = mutant;
    vitest.state.filesMap.clear();
    await vitest.start();
    const files = vitest.state.getFiles();
    if (files.some((file) => file.result?.state === 'fail')) killed.push(mutant);
    if (killed.length % 50 === 0) console.log(`${killed.length} of ${mutants.length} at loading`);
  }
  delete process.env.__STRYKER_ACTIVE_MUTANT__;
  await vitest.close();
  return killed;
}
