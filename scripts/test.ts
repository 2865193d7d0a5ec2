/**
 * `npm test`: runs lint, types, spelling, unused code, the four builds, unit tests and the tests in real browsers, and ends with one
 * line of totals. `npm run test:browser -- chromium leave` runs the browser tests with `leave` in their name, in one browser.
 */
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { type BrowserName, findBrowser } from './browser/find-browsers.ts';
import { hasCaches, keepCaches } from './browser/firefox-caches.ts';
import { ensureBrowsers, ensureCompiler, orSay } from './browser/install-browsers.ts';
import { launch } from './browser/open-browser.ts';
import { temporaryFolder } from './browser/start-process.ts';
import { argumentsOrExit, exitAsMisused } from './command-line.ts';
import { runStep } from './run-step.ts';
import type { Totals } from './totals-reporter.ts';

const MINUTE = 60_000;
const WORK = '.work/test';
const STEPS = ['check', 'build', 'unit', 'browser'] as const;
type Step = (typeof STEPS)[number];
const BROWSERS = ['chromium', 'firefox'] as const satisfies readonly BrowserName[];

/** How many files run at once. Each waits about as often as it works, so there are more of them than processors. */
const LANES = Math.max(2, Math.floor(availableParallelism() * 1.5));
/** These files measure for how long a page can be seen. Files that run beside them would change the result. */
const ALONE = ['hostile', 'start'];
/** If more files fail, that is not an accident, and none gets a second try. */
const SECOND_TRIES = 6;
const unsteady: string[] = [];
const sum: Totals = { passed: 0, failed: 0, skipped: 0 };
const { positionals } = argumentsOrExit({
  usage: `npm test [-- WORD…]    all steps in both browsers, or some of them
  steps                  ${STEPS.join(', ')}
  after the step browser ${BROWSERS.join(', ')}, and parts of the names of browser tests`,
  options: {},
  mostPositionals: Number.POSITIVE_INFINITY,
});
const { steps: wanted, browsers, files } = readWords(positionals);
rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });

if (wanted.includes('browser')) {
  orSay(() => ensureBrowsers(...browsers));
  orSay(ensureCompiler);
}
if (wanted.includes('check')) {
  await Promise.all([
    checked('lint', ['npx', 'biome', 'ci', '.'], 2 * MINUTE),
    checked('types', ['npx', 'tsc', '--noEmit'], 3 * MINUTE),
    checked('spelling', ['npx', 'cspell', 'lint', '--no-progress'], 2 * MINUTE),
    // Finds exports, files and packages that nothing uses. knip.json names the entry points.
    checked('unused', ['npx', 'knip', '--no-progress'], 2 * MINUTE),
  ]);
}
if (wanted.includes('build')) await checked('build', ['npm', 'run', 'build'], 4 * MINUTE);
if (wanted.includes('unit')) await unitTests();
if (wanted.includes('browser')) {
  const jobs = files.flatMap((path) => browsers.map((browser) => ({ browser, path })));
  const isAlone = ({ path }: Job) => ALONE.includes(basename(path, '.test.ts'));
  if (browsers.includes('firefox')) await keepFirefoxCaches();
  const ran = await inLanes(
    jobs.filter((job) => !isAlone(job)),
    LANES,
  );
  ran.push(...(await inLanes(jobs.filter(isAlone), 1)));
  nameSlowest(ran);
  await secondTry(ran.filter(({ totals }) => totals.failed > 0));
}

// A skipped test proves nothing, so in CI it counts as a failure.
const failed = sum.failed > 0 || (Boolean(process.env.CI) && sum.skipped > 0);
if (unsteady.length > 0)
  console.log(`\nPassed only at a second try, alone (look into it): ${unsteady.join(', ')}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(failed ? 1 : 0);

/**
 * Reads the steps, and after `browser` also the browsers and parts of file names. Ends the process with 2 for a word that it does not
 * know.
 */
function readWords(words: string[]): {
  steps: readonly Step[];
  browsers: readonly BrowserName[];
  files: readonly string[];
} {
  const steps = STEPS.filter((step) => words.includes(step));
  const browsers = BROWSERS.filter((browser) => words.includes(browser));
  const all = globSync('tests/browser/*.test.ts').sort();
  const parts = words.filter((word) => ![...STEPS, ...BROWSERS].includes(word as Step | BrowserName));
  const lost = parts.find(
    (part) => !steps.includes('browser') || !all.some((path) => basename(path).includes(part)),
  );
  if (lost !== undefined) {
    exitAsMisused(
      `"${lost}" is no step (${STEPS.join(', ')}), no browser (${BROWSERS.join(', ')}) and in no name of a browser test.`,
    );
  }
  return {
    steps: words.length > 0 ? steps : STEPS,
    browsers: browsers.length > 0 ? browsers : BROWSERS,
    files: parts.length > 0 ? all.filter((path) => parts.some((part) => basename(path).includes(part))) : all,
  };
}

/** Runs a step whose tests are not counted: only its failure counts. */
async function checked(name: string, command: string[], limit: number): Promise<void> {
  if (!(await runStep(name, command, limit))) sum.failed++;
}

async function unitTests(): Promise<void> {
  const file = `${WORK}/unit.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const good = await runStep('unit', ['npx', 'vitest', 'run', ...reporters], 10 * MINUTE);
  add(good, () => {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    return {
      passed: report.numPassedTests ?? 0,
      failed: report.numFailedTests ?? 0,
      skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    };
  });
}

/** A file of browser tests to run in one browser. */
interface Job {
  browser: BrowserName;
  path: string;
}

/** A file of browser tests that has run. */
interface Ran extends Job {
  totals: Totals;
  /** Includes starting its browsers. */
  seconds: number;
}

/** Runs the files in their order, up to `lanes` at once. */
async function inLanes(jobs: readonly Job[], lanes: number): Promise<Ran[]> {
  const waiting = jobs.values();
  const ran: Ran[] = [];
  const lane = async () => {
    for (const job of waiting) ran.push(await runFile(job, job.browser, 10 * MINUTE));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return ran;
}

/** Runs one file and adds up its totals. @param name - put in the output, before the file's name. @param limit - milliseconds. */
async function runFile(job: Job, name: string, limit: number): Promise<Ran> {
  const began = Date.now();
  const file = basename(job.path, '.test.ts');
  const report = `${WORK}/${name}-${file}.json`.replace(' ', '-');
  const words = [
    // Each file has this process for itself already, so it needs no second one.
    ...['--test', '--test-isolation=none', '--test-timeout=180000'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./scripts/totals-reporter.ts', `--test-reporter-destination=${report}`],
  ];
  const command = [process.execPath, ...words, job.path];
  const environment = { TEST_BROWSER: job.browser, NODE_COMPILE_CACHE: `${WORK}/compile-cache` };
  const good = await runStep(`${name} ${file}`, command, limit, environment);
  const totals = add(good, () => JSON.parse(readFileSync(report, 'utf8')) as Totals);
  return { ...job, totals, seconds: (Date.now() - began) / 1000 };
}

/** Stores Firefox's caches, so that not every test file has to wait for Firefox's first start. */
async function keepFirefoxCaches(): Promise<void> {
  const program = findBrowser('firefox');
  if (!program || hasCaches(program)) return;
  const profile = temporaryFolder('firefox-caches');
  // No site is needed, because no page is opened.
  const firefox = await launch({ port: 9, profile: profile.folder }, 'firefox');
  await firefox.close();
  keepCaches(program, profile.folder);
  profile.remove();
}

/** Prints the slowest files. Time is lost a little at a time, so each run says where most of it went. */
function nameSlowest(ran: readonly Ran[]): void {
  const slowest = ran.toSorted((one, other) => other.seconds - one.seconds).slice(0, 10);
  const named = slowest.map(
    ({ browser, path, seconds }) => `${basename(path, '.test.ts')} (${browser}) ${seconds.toFixed(0)} s`,
  );
  console.log(`\nSlowest: ${named.join(', ')}`);
}

/**
 * Runs failed files again, alone, if they are few: several browsers share the machine, and sometimes one gets too little time.
 * A pass then counts, but the file is named, so that nobody takes an unsteady test for a steady one.
 */
async function secondTry(failed: readonly Ran[]): Promise<void> {
  for (const { browser, path } of failed) console.log(`Failed in ${browser}: ${path}`);
  if (failed.length > SECOND_TRIES) return;
  for (const first of failed) {
    const second = await runFile(first, `${first.browser} again`, 5 * MINUTE);
    const counted = second.totals.failed > 0 ? second.totals : first.totals;
    for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] -= counted[key];
    if (second.totals.failed === 0) unsteady.push(`${first.browser}: ${first.path}`);
  }
}

/** Adds a run's totals. A run that failed without a failed test (it crashed, or wrote nothing) counts as one failure. */
function add(good: boolean, read: () => Totals): Totals {
  let totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  try {
    totals = read();
  } catch (error) {
    console.log(`No totals: ${(error as Error).message}`);
    good = false;
  }
  if (!good && totals.failed === 0) totals.failed = 1;
  if (good && totals.passed + totals.skipped === 0) totals.failed = 1;
  for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += totals[key];
  return totals;
}
