/**
 * `npm run mutants [-- FOLDER…]`: changes the code in small ways, one at a time, and reports which changes no test noticed. Resumes
 * where it was interrupted.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { argumentsOrExit, exitAsMisused } from '../../scripts/command-line.ts';
import { type Controls, runFresh } from './fresh.ts';
import { hashOf, openLog, readLog } from './log.ts';
import { type Mutant, report } from './report.ts';
import { FOLDERS, type Folder, type Result, withResults } from './results-table.ts';

const PAGE = 'docs/mutation.md';
/** Share of mutants that the tests must kill, in each folder. */
const LEAST = 0.85;
const WORK = '.work/mutants';
const CONFIG = 'tests/mutation/vitest.config.ts';
const CONTROL = 'tests/mutation/control.ts';
/** Files that only a real browser can test, which tests/browser does. */
const EDGES = [
  'utils/worker/policy/read-managed.ts',
  'utils/policy/config-snapshot.ts',
  'utils/messages/client.ts',
  'utils/worker/settings/browser-store.ts',
  'utils/settings/browser-tools.ts',
];

const { positionals: words, values } = argumentsOrExit({
  usage: `npm run mutants [-- FOLDER…]    changes the code of utils in small ways, and says which changes no test noticed
  FOLDER    one or more of ${FOLDERS.join(', ')}; all of them unless said
  --write   puts the results into the table of ${PAGE}`,
  options: { write: { type: 'boolean' } },
  mostPositionals: FOLDERS.length,
});
const unknown = words.find((word) => !isFolder(word));
if (unknown !== undefined)
  exitAsMisused(`"${unknown}" is not a folder with mutants; they are ${FOLDERS.join(', ')}`);
// Everything else on the machine goes first, because this takes long.
setPriority(constants.priority.PRIORITY_LOW);
mkdirSync(WORK, { recursive: true });
const chosen = words.filter(isFolder);
const results: Result[] = [];
for (const folder of chosen.length > 0 ? chosen : FOLDERS) {
  results.push(await score(folder));
  if (values.write) writeFileSync(PAGE, withResults(readFileSync(PAGE, 'utf8'), results));
}
const weak = results.filter(({ mutants, killed }) => killed < LEAST * mutants).map(({ folder }) => folder);
if (weak.length > 0) console.error(`\nBelow ${LEAST * 100} %: ${weak.join(', ')}`);
process.exit(weak.length > 0 ? 1 : 0);

function isFolder(word: string): word is Folder {
  return FOLDERS.some((folder) => folder === word);
}

/** @returns how many of the folder's mutants a test killed. */
async function score(folder: Folder): Promise<Result> {
  const code = `${WORK}/${folder}-code.json`;
  const log = `${WORK}/${folder}-log.jsonl`;
  const { mutants, controls } = await instrument(folder, code);
  openLog(log, `${hashOf([code])} ${hashOf(sharedByTests(folder))}`);
  const env = { MUTANTS_FOLDER: folder, MUTANTS_CODE: code, MUTANTS_LOG: log };
  const run = spawnSync('npx', ['vitest', 'run', '--config', CONFIG, '--reporter=dot'], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  if (run.status !== 0) throw new Error(`The tests of utils/${folder} fail without any mutant`);

  const killed = killedIn(log);
  Object.assign(process.env, env, { MUTANTS_FRESH: '1' });
  const reached = reachedIn(log);
  const rest = mutants.filter(({ id }) => reached.has(id) && !killed.has(id));
  await runFresh(rest, { log, config: CONFIG, controls });
  delete process.env.MUTANTS_FRESH;
  const counts = report(folder, mutants, { killed: killedIn(log), reached: reachedIn(log) });
  return { folder, ...counts, day: new Date().toISOString().slice(0, 10) };
}

function reachedIn(log: string): Set<string> {
  return new Set(readLog(log).flatMap(({ reached }) => reached));
}

function killedIn(log: string): Set<string> {
  return new Set(readLog(log).flatMap(({ killed }) => killed));
}

/** Writes the folder's code with every mutant in it, inactive, and the two controls. */
async function instrument(folder: string, code: string): Promise<{ mutants: Mutant[]; controls: Controls }> {
  const names = globSync(`utils/${folder}/*.ts`).filter(
    (name) => !name.endsWith('.d.ts') && !EDGES.includes(name),
  );
  const files = [...names.sort(), CONTROL].map((name) => ({
    name,
    mutate: true,
    content: readFileSync(name, 'utf8'),
  }));
  const silent = { isDebugEnabled: () => false, debug: () => {}, info: () => {}, warn: console.warn };
  const instrumenter = new Instrumenter(silent);
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const { files: built, mutants } = await instrumenter.instrument(files, options);
  writeFileSync(code, JSON.stringify(built.map(({ name, content }) => [name, content])));
  const [dies, lives] = mutants.filter(({ fileName }) => fileName === CONTROL);
  if (!dies || !lives) throw new Error(`${CONTROL} has no mutants`);
  return {
    mutants: mutants.filter(({ fileName }) => fileName !== CONTROL),
    controls: { dies: dies.id, lives: lives.id },
  };
}

/** @returns what several tests of the folder use. A change there may change the result of any of them. */
function sharedByTests(folder: string): string[] {
  const helpers = globSync(`tests/unit/${folder}/*.ts`).filter((name) => !name.endsWith('.test.ts'));
  return [...helpers.sort(), 'tests/mutation/setup.ts', CONFIG];
}
