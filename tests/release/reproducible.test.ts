/** Tests that a release is the same byte for byte wherever it is built, also from the sources that it contains. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFiles } from '../../scripts/release/package-files.ts';
import { buildFolder, packageName, TARGETS } from '../../scripts/release/targets.ts';
import { writePackages } from '../../scripts/release/write-packages.ts';
import { build, cloneCommit, install } from './rebuild.ts';

const folder = mkdtempSync(join(tmpdir(), 'second-thought-release-'));
const one = join(folder, 'one');
const other = join(folder, 'another place', 'second');
const unpacked = join(folder, 'from-sources');
const LABEL = 'test';
let written: string[] = [];

beforeAll(() => {
  for (const [place, environment] of [
    [one, { TZ: 'UTC', LANG: 'C.UTF-8' }],
    [other, { TZ: 'Pacific/Auckland', LANG: 'es_ES.UTF-8' }],
  ] as const) {
    cloneCommit(place);
    install(place);
    build(place, environment);
  }
  written = writePackages(one, join(one, '.output/release'), LABEL);
  expect(writePackages(other, join(other, '.output/release'), LABEL)).toEqual(written);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('two builds of one commit', () => {
  test('every file of the release is the same, byte for byte', () => {
    expect(written.length).toBeGreaterThan(8);
    for (const name of written) {
      const [a, b] = [one, other].map((place) => readFileSync(join(place, '.output/release', name)));
      expect(a && b && a.equals(b), name).toBe(true);
    }
  });

  test('the checksums are those that sha256sum finds', () => {
    const checked = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
      cwd: join(one, '.output/release'),
      encoding: 'utf8',
    });
    const published = written.filter((name) => name !== 'SHA256SUMS' && !name.startsWith('stores/'));
    expect(checked.trim().split('\n')).toHaveLength(published.length);
  });
});

describe('the build from the unpacked sources', () => {
  beforeAll(() => {
    mkdirSync(unpacked);
    const sources = join(one, '.output/release', packageName(LABEL, 'firefox-sources'));
    execFileSync('unzip', ['-q', sources, '-d', unpacked]);
    install(unpacked);
    build(unpacked);
  });

  test('says at its top how to build', () => {
    const text = readFileSync(join(unpacked, 'BUILD.md'), 'utf8');
    expect(text.split('\n').slice(0, 8)).toEqual(expect.arrayContaining(['npm ci', 'npm run build']));
  });

  for (const target of TARGETS) {
    test(`equals what is shipped for ${target}`, () => {
      const shipped = packageFiles(join(one, buildFolder(target)));
      const rebuilt = packageFiles(join(unpacked, buildFolder(target)));
      expect(rebuilt.map(({ path }) => path)).toEqual(shipped.map(({ path }) => path));
      for (const [index, { path, bytes }] of shipped.entries()) {
        expect(Buffer.from(bytes).equals(Buffer.from(rebuilt[index]?.bytes ?? [])), path).toBe(true);
      }
    });
  }

  test('and the Firefox package holds nothing else', () => {
    const archive = join(one, '.output/release', packageName(LABEL, 'firefox'));
    const held = execFileSync('unzip', ['-Z1', archive], { encoding: 'utf8' }).trim().split('\n');
    expect(held).toEqual(packageFiles(join(unpacked, buildFolder('firefox'))).map(({ path }) => path));
  });
});
