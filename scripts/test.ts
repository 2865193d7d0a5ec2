/** `npm test`: lint, types, the four builds, unit tests and the tests in real browsers; ends with one line of totals. */
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { BrowserName } from '../tests/browser/harness/find-browsers.ts';
import { ensureBrowsers, ensureCompiler } from '../tests/browser/harness/install-browsers.ts';
import type { Totals } from '../tests/browser/harness/totals-reporter.ts';
import { runStep } from './run-step.ts';

const MINUTE = 60_000;
const WORK = '.work/test';
const STEPS = ['check', 'build', 'unit', 'browser'] as const;
type Step = (typeof STEPS)[number];

const sum: Totals = { passed: 0, failed: 0, skipped: 0 };
const wanted = readSteps(process.argv.slice(2));
rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });

if (wanted.includes('browser')) {
  ensureBrowsers('chromium', 'firefox');
  ensureCompiler();
}
if (wanted.includes('check')) {
  await Promise.all([
    checked('lint', ['npx', 'biome', 'ci', '.'], 2 * MINUTE),
    checked('types', ['npx', 'tsc', '--noEmit'], 3 * MINUTE),
  ]);
}
if (wanted.includes('build')) await checked('build', ['npm', 'run', 'build'], 4 * MINUTE);
if (wanted.includes('unit')) await unitTests();
if (wanted.includes('browser')) await Promise.all([browserTests('chromium'), browserTests('firefox')]);

// A skipped test proves nothing, so where a machine decides it counts as a failure.
const failed = sum.failed > 0 || (Boolean(process.env.CI) && sum.skipped > 0);
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(failed ? 1 : 0);

function readSteps(words: string[]): readonly Step[] {
  const unknown = words.find((word) => !STEPS.includes(word as Step));
  if (unknown !== undefined) {
    console.error(`"${unknown}" is not a step; the steps are ${STEPS.join(', ')}.`);
    process.exit(2);
  }
  return words.length > 0 ? (words as Step[]) : STEPS;
}

/** A step that has no tests of its own to count: only its failure counts. */
async function checked(name: string, command: string[], limit: number): Promise<void> {
  if (!(await runStep(name, command, limit))) sum.failed++;
}

async function unitTests(): Promise<void> {
  const file = `${WORK}/unit.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const good = await runStep('unit', ['npx', 'vitest', 'run', ...reporters], 6 * MINUTE);
  add(good, () => {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    return {
      passed: report.numPassedTests ?? 0,
      failed: report.numFailedTests ?? 0,
      skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    };
  });
}

async function browserTests(browser: BrowserName): Promise<void> {
  const file = `${WORK}/${browser}.json`;
  const words = [
    ...['--test', '--test-concurrency=1', '--test-timeout=180000'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./tests/browser/harness/totals-reporter.ts', `--test-reporter-destination=${file}`],
  ];
  const files = globSync('tests/browser/*.test.ts').sort();
  const command = [process.execPath, ...words, ...files];
  const good = await runStep(browser, command, 18 * MINUTE, { TEST_BROWSER: browser });
  add(good, () => JSON.parse(readFileSync(file, 'utf8')) as Totals);
}

/** Adds a run's totals; a run that failed without a failed test (it crashed, or wrote nothing) is one failure. */
function add(good: boolean, read: () => Totals): void {
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
}
