/** Tests that a list that needs more regex rules than browsers accept stops the build. */
import { expect, test } from 'vitest';
import { generatedFiles } from '../../../scripts/build/generated-files.ts';
import { readList } from '../../../scripts/list/read.ts';
import { compileList } from '../../../utils/pattern/compile.ts';

test('a list with more regex rules than a build may have does not build', async () => {
  const list = compileList(readList());
  await expect(generatedFiles('chrome', list)).resolves.toBeDefined();
  // Several small ones share a rule.
  const names = Array.from({ length: 4_000 }, (_, n) => ({
    id: `n${n}`,
    tier: 'extended' as const,
    regex: `^https?://[^/]*word${n}/`,
  }));
  await expect(generatedFiles('chrome', { ...list, names })).rejects.toThrow(
    /rules with a regex; a build may have 950/,
  );
});
