/** The unit tests of one folder over its code with all mutants built in: each sleeps until it is switched on. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import unit from '../../vitest.config.ts';
import QuickFirst from './quick-first.ts';

const { MUTANTS_FOLDER: folder = '', MUTANTS_CODE: code = '', MUTANTS_STATIC: onlyLoading } = process.env;
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
    testTimeout: 60_000,
    include: [`tests/unit/${folder}/*.test.ts`],
    // One holds the list's data rather than the code, the other reads megabytes: both take seconds for each mutant.
    exclude: ['tests/unit/pattern/corpus.test.ts', 'tests/unit/pattern/never-throws.test.ts'],
    setupFiles: ['tests/mutation/setup.ts'],
    ...(onlyLoading ? { bail: 1 } : { runner: './tests/mutation/runner.ts' }),
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    sequence: { sequencer: QuickFirst },
    silent: true,
  },
});
