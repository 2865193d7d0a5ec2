/** Tests that a build fails if its manifest asks for more than the last release did, except while developing. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { assertManifest } from '../../../scripts/build/assert-manifest.ts';
import { keptManifest, lastRelease } from '../../../scripts/release/kept-releases.ts';
import config from '../../../wxt.config.ts';

const built = (target: string) => resolve('.output', `${target}-mv3`);

/** Runs the hook that WXT calls with each manifest that it has made. Writes the notice's pages into a copy of the build. */
async function build(target: string, command: 'build' | 'serve', more: object): Promise<void> {
  type Hook = (wxt: object, made: object) => Promise<void>;
  const hooks = config.hooks as unknown as Record<'build:manifestGenerated', Hook>;
  const outDir = mkdtempSync(join(tmpdir(), 'second-thought-manifest-'));
  try {
    if (command === 'build') cpSync(built(target), outDir, { recursive: true });
    await hooks['build:manifestGenerated'](
      { config: { browser: target, command, outDir } },
      { ...keptManifest(lastRelease(), target), ...more },
    );
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

/** How long a whole build may take (milliseconds). */
const BUILD_MS = 90_000;

test.each(['chrome', 'edge', 'firefox', 'safari'])('%s: asking for more is an error', (target) => {
  expect(() =>
    assertManifest(target, { ...keptManifest(lastRelease(), target), optional_permissions: ['history'] }),
  ).toThrow(/asks for more than release .*\noptional_permissions: history/);
});

test(
  'a build that asks for more fails',
  async () => {
    await expect(build('chrome', 'build', { optional_permissions: ['history'] })).rejects.toThrow(
      /\noptional_permissions: history/,
    );
  },
  BUILD_MS,
);

// `npm run build` checks this for all four.
test('one that asks for no more passes', () => build('chrome', 'build', {}), BUILD_MS);

test('while developing it may: WXT adds what it needs', async () => {
  await expect(build('chrome', 'serve', { optional_permissions: ['history'] })).resolves.toBeUndefined();
});
