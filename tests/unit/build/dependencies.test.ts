/** Tests that no package is listed as shipped (`dependencies`) that neither the shipped code nor its build uses. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Packages that the project's own code does not name, and what uses each. */
const THROUGH: Record<string, string> = {
  '@messageformat/runtime': 'the words that @messageformat/core compiles',
  'webextension-polyfill': 'the module @wxt-dev/webextension-polyfill',
};

test('every package that ships is used by what ships, or by what makes it', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const code = globSync('{components,entrypoints,scripts/build,utils}/**/*.{ts,tsx}').map((file) =>
    readFileSync(file, 'utf8'),
  );
  const used = (name: string) =>
    code.some((text) => new RegExp(`from ['"]${name}(?:/[^'"]*)?['"]`).test(text));
  expect(Object.keys(dependencies).filter((name) => !(name in THROUGH) && !used(name))).toEqual([]);
});
