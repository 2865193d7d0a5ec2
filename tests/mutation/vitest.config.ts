/** Runs the unit tests of one folder with all mutants in its code. Each is inactive until it is switched on. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import unit from '../../vitest.config.ts';
import QuickFirst from './quick-first.ts';

const { MUTANTS_FOLDER: folder = '', MUTANTS_CODE: code = '', MUTANTS_FRESH: fresh } = process.env;
const instrumented = new Map(
  (JSON.parse(readFileSync(code, 'utf8')) as [string, string][]).map(([name, text]) => [resolve(name), text]),
);

export default defineConfig({
  ...unit,
  cacheDir: '.work/mutants/cache',
  plugins: [
    ...(unit.plugins ?? []),
    { name: 'mutants', enforce: 'pre', load: (id) => instrumented.get(id.split('?')[0] ?? '') ?? null },
  ],
  test: {
    ...unit.test,
    // A cached module would keep the numbers that its mutants had before another file changed.
    fsModuleCache: false,
    testTimeout: fresh ? 20_000 : 3_600_000,
    include: ['tests/mutation/control.test.ts', `tests/unit/${folder}/*.test.ts`],
    // The first tests the list's data rather than the code, the second reads megabytes. Both take seconds for each mutant.
    exclude: ['tests/unit/pattern/corpus.test.ts', 'tests/unit/pattern/never-throws.test.ts'],
    setupFiles: ['tests/mutation/setup.ts'],
    // A fresh run loads everything again, so each file gets its own worker.
    ...(fresh ? { bail: 1, isolate: true } : { runner: './tests/mutation/runner.ts', isolate: false }),
    pool: 'threads',
    maxWorkers: 1,
    // A mutant may reject a promise that no code waits for.
    dangerouslyIgnoreUnhandledErrors: true,
    sequence: { sequencer: QuickFirst },
    silent: true,
  },
});
