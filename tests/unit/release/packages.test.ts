/** Tests that a package for a store has no key, unzips whole, has the project's version and names the code of others in it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageFolder } from '../../../scripts/build/bundled-packages-plugin.ts';
import { LICENSES_FILE } from '../../../scripts/release/licenses.ts';
import { packageFiles, packed } from '../../../scripts/release/package-files.ts';
import { buildFolder, TARGETS } from '../../../scripts/release/targets.ts';

const folder = mkdtempSync(join(tmpdir(), 'second-thought-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a package leaves out the key and what Chromium writes, and unzips whole', () => {
  const build = join(folder, 'build');
  for (const place of ['', 'chunks', '_metadata']) mkdirSync(join(build, place), { recursive: true });
  writeFileSync(join(build, 'manifest.json'), '{"manifest_version":3,"key":"MIIB","version":"1.2.3"}');
  writeFileSync(join(build, 'chunks/b.js'), 'b'.repeat(5000));
  writeFileSync(join(build, 'a.js'), '');
  writeFileSync(join(build, '_metadata/indexed'), 'x');
  const files = packageFiles(build);
  const archive = join(folder, 'p.zip');
  writeFileSync(archive, packed(files));
  const unzip = (...words: string[]) => execFileSync('unzip', words, { cwd: folder, encoding: 'utf8' });
  expect(unzip('-tq', archive)).toContain('No errors');
  expect(unzip('-Z1', archive).trim().split('\n')).toEqual(['a.js', 'chunks/b.js', 'manifest.json']);
  expect(unzip('-p', archive, 'chunks/b.js')).toBe('b'.repeat(5000));
  expect(JSON.parse(unzip('-p', archive, 'manifest.json'))).toEqual({
    manifest_version: 3,
    version: '1.2.3',
  });
  expect(readFileSync(archive).length).toBeLessThan(1000);
  expect(Buffer.from(packed(packageFiles(build))).equals(readFileSync(archive))).toBe(true);
});

test('the innermost package is the one that a module belongs to', () => {
  expect(packageFolder('/a/node_modules/wxt/dist/x.mjs?y')).toBe('/a/node_modules/wxt');
  expect(packageFolder('\0/a/node_modules/@b/c/node_modules/@d/e/x.js')).toBe(
    '/a/node_modules/@b/c/node_modules/@d/e',
  );
  expect(packageFolder('/a/utils/content/guard.ts')).toBeNull();
});

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
for (const target of TARGETS) {
  const build = buildFolder(target);
  describe.skipIf(!existsSync(join(build, LICENSES_FILE)))(`the ${target} build`, () => {
    test('is of the version of package.json', () => {
      const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { version: string };
      expect(manifest.version).toBe(version);
    });

    test('names the code of others that is in it', () => {
      const text = readFileSync(join(build, LICENSES_FILE), 'utf8');
      for (const name of ['preact', 'zod', 'webextension-polyfill', 'wxt']) {
        expect(text).toMatch(new RegExp(`^## ${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
      }
      expect(text).toContain('https://github.com/mozilla/webextension-polyfill');
      expect(text).not.toContain(process.cwd());
    });
  });
}
