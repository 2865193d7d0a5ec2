/** Runs each test once unchanged, then once with every mutant that it reached and that has survived so far. */
import { relative } from 'node:path';
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';
import { hashOf, type Line, readLog, writeLine } from './log.ts';
import { switches } from './switches.ts';

/**
 * The names under which Stryker's code counts. What runs while a file loads has no name; the first run of a test has the first name,
 * everything else the second.
 */
const ONCE = 'once';
const ELSE = 'else';
/** Stops a mutant that causes an endless loop: it may run that place this many times as often as the test without it. */
const HIT_FACTOR = 100;
/** Stops a mutant that makes a test wait forever: the test may take this many times its usual time, but at least `LEAST_TIME`. */
const TIME_FACTOR = 20;
const LEAST_TIME = 10_000;
/** How often results are written. */
const WRITE_EVERY = 5_000;
/** The real timers, because tests replace the clock. */
const { setTimeout, clearTimeout } = globalThis;
const now = performance.now.bind(performance);
const log = process.env.MUTANTS_LOG ?? '';

export default class MutantRunner extends TestRunner {
  readonly #killed: Set<string>;
  /** Mutants that a test has already failed to kill, by the test's id. */
  readonly #lived = new Map<string, Set<string>>();

  constructor(...options: ConstructorParameters<typeof TestRunner>) {
    super(...options);
    const lines = readLog(log);
    this.#killed = new Set(lines.flatMap(({ killed }) => killed));
    for (const { test, lived } of lines) {
      this.#lived.set(test, new Set([...(this.#lived.get(test) ?? []), ...lived]));
    }
  }

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
    const files = [relative(process.cwd(), test.file.filepath)];
    const empty = { files, hash: hashOf(files), reached: [], killed: [], lived: [] };
    const loaded = Object.keys(coverage.static);
    coverage.static = {};
    if (loaded.length > 0) writeLine(log, { ...empty, test: '', reached: loaded });
    coverage.perTest = {};
    switches.currentTestId = ONCE;
    const before = now();
    await once(test);
    const time = Math.max(LEAST_TIME, (now() - before) * TIME_FACTOR);
    switches.currentTestId = ELSE;

    const reached: Record<string, number> = coverage.perTest[ONCE] ?? {};
    const line: Line = { ...empty, test: test.id, reached: Object.keys(reached) };
    if (await this.#tryAll(test, reached, time, line)) {
      // What a mutant left behind must not make the next test fail.
      await once(test);
    }
  }

  /** @returns whether there was any mutant left to try. */
  async #tryAll(
    test: RunnerTestCase,
    reached: Record<string, number>,
    time: number,
    empty: Line,
  ): Promise<boolean> {
    const done = this.#lived.get(test.id);
    const rest = Object.entries(reached).filter(([one]) => !this.#killed.has(one) && !done?.has(one));
    let line = { ...empty, killed: [] as string[], lived: [] as string[] };
    let written = now();
    for (const [mutant, hits] of rest) {
      Object.assign(switches, { activeMutant: mutant, hitCount: 0, hitLimit: hits * HIT_FACTOR + 1_000 });
      const passes = await within(time, once(test));
      Object.assign(switches, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
      (passes ? line.lived : line.killed).push(mutant);
      if (!passes) this.#killed.add(mutant);
      if (now() - written < WRITE_EVERY) continue;
      writeLine(log, line);
      line = { ...empty, reached: [], killed: [], lived: [] };
      written = now();
    }
    writeLine(log, line);
    return rest.length > 0;
  }
}

/** @returns whether the run succeeded in time. */
async function within(time: number, run: Promise<void>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), time);
  const passes = run.then(
    () => true,
    () => false,
  );
  const result = await Promise.race([passes, late]);
  clearTimeout(timer);
  return result;
}

/** Runs the test with the hooks that run before each test of its suites, from the outermost in. */
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
