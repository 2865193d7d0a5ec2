/**
 * `npm test`: lint, types, spelling, unused code, the four builds, unit tests and the tests in real browsers; ends with one line of totals.
 * `npm run test:browser -- chromium leave` runs the browser tests with `leave` in their name, in one browser.
 */
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { type BrowserName, findBrowser } from './browser/find-browsers.ts';
import { hasCaches, keepCaches } from './browser/firefox-caches.ts';
import { ensureBrowsers, ensureCompiler, orSay } from './browser/install-browsers.ts';
import { launch } from './browser/open-browser.ts';
import { temporaryFolder } from './browser/start-process.ts';
import { argumentsOrExit, exitAsMisused } from './command-line.ts';
import { runStep } from './run-step.ts';
import type { BrowserTotals, Totals } from './totals-reporter.ts';

const MINUTE = 60_000;
const WORK = '.work/test';
const STEPS = ['check', 'build', 'unit', 'browser'] as const;
type Step = (typeof STEPS)[number];
const BROWSERS = ['chromium', 'firefox'] as const satisfies readonly BrowserName[];

/** These measure for how long a page can be seen: the other browser beside them would be measured too. */
const ALONE = ['hostile', 'start'];
/** More failed files than this are no accident, and get no second try. */
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
    // Exports, files and packages that nothing uses; knip.json says where use begins.
    checked('unused', ['npx', 'knip', '--no-progress'], 2 * MINUTE),
  ]);
}
if (wanted.includes('build')) await checked('build', ['npm', 'run', 'build'], 4 * MINUTE);
if (wanted.includes('unit')) await unitTests();
if (wanted.includes('browser')) {
  const alone = files.filter((path) => ALONE.includes(basename(path, '.test.ts')));
  const together = files.filter((path) => !alone.includes(path));
  if (browsers.includes('firefox')) await keepFirefoxCaches();
  const failed = await Promise.all(browsers.map((browser) => browserTests(browser, together)));
  for (const browser of browsers) failed.push(await browserTests(browser, alone, 'alone'));
  await secondTry(failed.flat());
}

// A skipped test proves nothing, so where a machine decides it counts as a failure.
const failed = sum.failed > 0 || (Boolean(process.env.CI) && sum.skipped > 0);
if (unsteady.length > 0)
  console.log(`\nPassed only at a second try, alone (look into it): ${unsteady.join(', ')}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(failed ? 1 : 0);

/** Steps; after `browser` also the browsers and parts of file names that are wanted. Says what it does not know, and ends with 2. */
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

/** A step that has no tests of its own to count: only its failure counts. */
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

/** @param how - said in the output, beside the browser. @returns the files with a failure. */
async function browserTests(
  browser: BrowserName,
  paths: readonly string[],
  how = '',
): Promise<readonly Unsteady[]> {
  if (paths.length === 0) return [];
  const name = [browser, how].filter(Boolean).join(' ');
  const file = `${WORK}/${name.replace(' ', '-')}.json`;
  const good = await runBrowser(name, browser, paths, file, 65 * MINUTE);
  const totals = add(good, () => JSON.parse(readFileSync(file, 'utf8')) as BrowserTotals);
  nameSlowest(name, totals?.seconds ?? {});
  const failed = Object.entries(totals?.failedFiles ?? {});
  return failed.map(([path, counted]) => ({ browser, path, counted }));
}

/** So that not every test file pays for Firefox's first start. */
async function keepFirefoxCaches(): Promise<void> {
  const program = findBrowser('firefox');
  if (!program || hasCaches(program)) return;
  const profile = temporaryFolder('firefox-caches');
  // No site: nothing is opened.
  const firefox = await launch({ port: 9, profile: profile.folder }, 'firefox');
  await firefox.close();
  keepCaches(program, profile.folder);
  profile.remove();
}

/** Time is lost a little at a time, so each run says where most of it went. */
function nameSlowest(name: string, seconds: Readonly<Record<string, number>>): void {
  const slowest = Object.entries(seconds).sort(([, one], [, other]) => other - one);
  const named = slowest
    .slice(0, 8)
    .map(([path, time]) => `${basename(path, '.test.ts')} ${time.toFixed(0)} s`);
  console.log(`${name} | slowest: ${named.join(', ')}`);
}

/** A file with a failure, and what was counted of it. */
interface Unsteady {
  browser: BrowserName;
  path: string;
  counted: Totals;
}

/**
 * Two browsers share the machine, and now and then one is starved. Few failed files get a second try, alone; a pass counts then,
 * and is named, so that nobody takes an unsteady test for a steady one.
 */
async function secondTry(failed: readonly Unsteady[]): Promise<void> {
  if (failed.length === 0 || failed.length > SECOND_TRIES) return;
  for (const { browser, path, counted } of failed) {
    const file = `${WORK}/${browser}-again.json`;
    if (!(await runBrowser(`${browser} again`, browser, [path], file, 5 * MINUTE))) continue;
    const totals = JSON.parse(readFileSync(file, 'utf8')) as BrowserTotals;
    for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += totals[key] - counted[key];
    unsteady.push(`${browser}: ${relative('.', path)}`);
  }
}

function runBrowser(
  name: string,
  browser: BrowserName,
  files: readonly string[],
  totals: string,
  limit: number,
): Promise<boolean> {
  const words = [
    ...['--test', '--test-concurrency=1', '--test-timeout=180000'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./scripts/totals-reporter.ts', `--test-reporter-destination=${totals}`],
  ];
  return runStep(name, [process.execPath, ...words, ...files], limit, { TEST_BROWSER: browser });
}

/** Adds a run's totals; a run that failed without a failed test (it crashed, or wrote nothing) is one failure. */
function add<T extends Totals>(good: boolean, read: () => T): T | null {
  let totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  let whole: T | null = null;
  try {
    whole = read();
    totals = { ...whole };
  } catch (error) {
    console.log(`No totals: ${(error as Error).message}`);
    good = false;
  }
  if (!good && totals.failed === 0) totals.failed = 1;
  if (good && totals.passed + totals.skipped === 0) totals.failed = 1;
  for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += totals[key];
  return whole;
}
