/**
 * Runs the tests again for mutants that have survived so far, each active from load time on: it may be in schemas, in tables, or in
 * what is cached between tests.
 */
import { relative } from 'node:path';
import { createVitest, type TestSpecification } from 'vitest/node';
import { hashOf, readLog, writeLine } from './log.ts';
import type { Mutant } from './report.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The mutant that is active from load time on. */
    mutant?: string;
  }
}

/** Two mutants that prove that the others were active: one that must be killed, and one that must survive. */
export interface Controls {
  dies: string;
  lives: string;
}

const TEST = 'fresh';
const nameOf = ({ moduleId }: TestSpecification) => relative(process.cwd(), moduleId);

/** Runs the tests again for each of these mutants, until the first test fails, and records the result. */
export async function runFresh(
  mutants: readonly Mutant[],
  { log, config, controls }: { log: string; config: string; controls: Controls },
): Promise<void> {
  const vitest = await createVitest('test', { config, watch: false, reporters: [] });
  const tests = await vitest.globTestSpecifications();
  const names = tests.map(nameOf).sort();
  /** @returns the file that fails, if there is one. */
  const failing = async (mutant: string | undefined, order = tests): Promise<string | undefined> => {
    vitest.provide('mutant', mutant);
    vitest.state.filesMap.clear();
    const { testModules } = await vitest.runTestSpecifications(order);
    if (testModules.length === 0) throw new Error('No test ran');
    const failed = testModules.find((one) => one.state() === 'failed');
    return failed && relative(process.cwd(), failed.moduleId);
  };
  const check = async () => {
    if ((await failing(controls.dies)) === undefined) throw new Error('A mutant that must die lives');
    const wrong = await failing(controls.lives);
    if (wrong) throw new Error(`A mutant that must live dies in ${wrong}`);
  };

  try {
    const done = new Set(readLog(log).flatMap(({ test, lived }) => (test === TEST ? lived : [])));
    const rest = mutants.filter(({ id }) => !done.has(id));
    if (rest.length > 0) await check();
    for (const [index, { id, fileName }] of rest.entries()) {
      const killer = await failing(id, likelyFirst(tests, fileName));
      const files = killer === undefined ? names : [killer];
      const [killed, lived] = killer === undefined ? [[], [id]] : [[id], []];
      writeLine(log, { test: TEST, files, hash: hashOf(files), reached: [id], killed, lived });
      if (index % 25 === 24) console.log(`${index + 1} of ${rest.length} fresh runs`);
    }
    // Checks once more at the end: a worker that was used again would have kept the code of an earlier run.
    if (rest.length > 0) await check();
  } finally {
    await vitest.close();
  }
}

/** Puts the test that is named like the file first. */
function likelyFirst(tests: readonly TestSpecification[], fileName: string): TestSpecification[] {
  const subject = fileName.replace(/^.*\/|\.ts$/g, '');
  const likely = (test: TestSpecification) => nameOf(test).endsWith(`/${subject}.test.ts`);
  return [...tests.filter(likely), ...tests.filter((test) => !likely(test))];
}
