/** Tests that the code that each part of a build loads, and the package as a whole, stay within their budgets of bytes. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type PackageSize, packageSize } from '../../../scripts/build/package-size.ts';
import { SCRIPT_BUDGETS, ZIP_BUDGET } from '../../../scripts/build/size-budgets.ts';

// `npm test` builds first. Without a build, there is nothing to measure.
for (const browser of ['chrome', 'edge', 'firefox', 'safari']) {
  const folder = `.output/${browser}-mv3`;
  describe.skipIf(!existsSync(folder))(`the ${browser} build keeps its size`, () => {
    let size: PackageSize | null = null;
    const measured = () => {
      size ??= packageSize(folder);
      return size;
    };

    test.each(Object.entries(SCRIPT_BUDGETS))('%s loads at most %i bytes of code', (surface, budget) => {
      const bytes = measured().scripts[surface] ?? 0;
      expect(bytes, `${surface} brings no code at all: is it still there?`).toBeGreaterThan(500);
      expect(bytes, `${surface} brings ${bytes} bytes of code`).toBeLessThanOrEqual(budget);
    });

    test('the package', () => {
      const { zipped } = measured();
      expect(zipped, `${folder} comes to ${zipped} bytes as a zip`).toBeLessThanOrEqual(ZIP_BUDGET);
    });
  });
}
