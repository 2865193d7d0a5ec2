/** Runs each test once as it is, then once with every mutant that it reached and that still lives. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';

/** What Stryker's instrumented code reads and counts in. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

/** One line of the log: what a test reached and killed, or what loading the code ran. */
export interface Line {
  test: string;
  reached: string[];
  killed: string[];
}

/** What runs while a file loads is counted under no name, the first run of a test under this one, all else under the other. */
const ONCE = 'once';
const ELSE = 'else';
/** A mutant that keeps a loop going is stopped here: times as often as the test runs that place without it. */
const HIT_FACTOR = 100;
const log = process.env.MUTANTS_LOG ?? '';
const world = globalThis as { __stryker__?: Switches };
world.__stryker__ ??= {};
const switches = world.__stryker__;

export default class MutantRunner extends TestRunner {
  readonly #killed = new Set(readLines().flatMap((line) => line.killed));

  override onCollectStart(file: RunnerTestFile): void {
    switches.currentTestId = undefined;
    super.onCollectStart(file);
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    switches.currentTestId = ELSE;
    await super.onBeforeRunSuite(suite);
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    switches.mutantCoverage ??= { static: {}, perTest: {} };
    const coverage = switches.mutantCoverage;
    write({ test: '', reached: Object.keys(coverage.static), killed: [] });
    coverage.perTest = {};
    switches.currentTestId = ONCE;
    await once(test);
    switches.currentTestId = ELSE;

    const reached: Record<string, number> = coverage.perTest[ONCE] ?? {};
    const killed: string[] = [];
    for (const [mutant, hits] of Object.entries(reached)) {
      if (this.#killed.has(mutant)) continue;
      Object.assign(switches, { activeMutant: mutant, hitCount: 0, hitLimit: hits * HIT_FACTOR + 1_000 });
      try {
        await once(test);
      } catch {
        killed.push(mutant);
        this.#killed.add(mutant);
      }
      Object.assign(switches, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    }
    write({ test: `${test.file.name} > ${test.name}`, reached: Object.keys(reached), killed });
    // What a mutant left behind must not fail the next test.
    await once(test);
  }
}

/** The test with what stands before each test of its suites, from the outermost in. */
async function once(test: RunnerTestCase): Promise<void> {
  for (const suite of suitesOf(test)) {
    for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) await hook(test.context, suite);
  }
  await TestRunner.getTestFn(test)();
}

function suitesOf(test: RunnerTestCase): RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = [];
  for (let suite = test.suite; suite; suite = suite.suite) suites.unshift(suite);
  return [test.file, ...suites.filter((suite) => suite !== test.file)];
}

function readLines(): Line[] {
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

function write(line: Line): void {
  if (line.reached.length > 0) appendFileSync(log, `${JSON.stringify(line)}\n`);
}
