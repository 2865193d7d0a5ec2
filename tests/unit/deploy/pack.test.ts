/** Tests `npm run pack`: it keeps the host's private key safe, signs with it, and points out versions that browsers would ignore. */
import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../scripts/browser/find-browsers.ts';
import {
  compareVersions,
  copyAsVersion,
  nextVersion,
  readVersion,
} from '../../../scripts/policy/other-version.ts';
import { hostKey, idOf, packCrx } from '../../../scripts/policy/pack-crx.ts';
import { updateXml, versionIn } from '../../../scripts/policy/update-xml.ts';

const folder = mkdtempSync(join(tmpdir(), 'pack-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the host’s key', () => {
  test('is made once, for its owner only, and read again', () => {
    const file = join(folder, 'host.pem');
    const id = idOf(hostKey(file));
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(idOf(hostKey(file))).toBe(id);
    expect(idOf(hostKey(undefined))).not.toBe(id);
  });

  test('is refused inside the project', () => {
    expect(() => hostKey('host.pem')).toThrow(/outside the project/);
    expect(existsSync('host.pem')).toBe(false);
  });
});

describe('npm run pack', () => {
  const pack = (...words: string[]) =>
    spawnSync(process.execPath, ['scripts/policy/pack.ts', ...words], { encoding: 'utf8' });

  test('explains itself', () => {
    const { status, stdout } = pack('--help');
    expect({ status, explained: stdout.includes('--base-url') }).toEqual({ status: 0, explained: true });
  });

  const here = ['--base-url', 'https://example.com', '--out', join(folder, 'packed')];
  const noKey = join(folder, 'no.pem');
  writeFileSync(noKey, 'not a key');
  test.each([
    [[], '--out DIR is needed'],
    [['--out', 'x'], '--base-url URL is needed'],
    [['--out', 'x', '--base-url', 'example.com'], '--base-url: an address with https://'],
    [['--keys', 'x'], "Unknown option '--keys'"],
    [['more'], '"more" was not expected'],
    [
      [...here, '--chrome', folder, '--key', 'host.pem'],
      'host.pem: keep the private key outside the project',
    ],
    [[...here, '--chrome', folder, '--key', noKey], `${noKey}: this is not a private key (PEM)`],
    [[...here, '--chrome', folder, '--key', folder], `${folder}: a file was expected, not a folder`],
    [[...here, '--chrome', folder], `${folder} is not a built extension`],
    [[...here, '--chrome', folder, '--as-version', '1.0'], `${folder} is not a built extension`],
    [[...here, '--as-version', '1.02'], '"1.02" is no version: one to four numbers up to 65535'],
  ])('used wrongly (%j) it says so in one line and ends with 2', (words, line) => {
    const { status, stdout, stderr } = pack(...words);
    expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({ status: 2, stdout: '', lines: 2 });
    expect(stderr).toContain(line);
  });
});

test('a version is what Chromium takes, and the next one is always above it', () => {
  for (const version of ['1', '0.2.0.1', '65535.0']) expect(readVersion(version)).toBe(version);
  for (const version of ['', '1.', '01', '1.2.3.4.5', '65536', '0.0', 'v1', '1.0-beta'])
    expect(() => readVersion(version)).toThrow(/is no version/);
  expect(nextVersion('0.2.0')).toBe('0.2.0.1');
  expect(nextVersion('0.2.0.9')).toBe('0.2.0.10');
  for (const version of ['1', '0.2', '0.2.0', '0.2.0.9']) {
    expect(compareVersions(nextVersion(version), version)).toBeGreaterThan(0);
  }
  expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0);
  expect(compareVersions('1.0', '1')).toBe(0);
});

test('a copy as another version has nothing of a browser that has loaded the build', () => {
  const build = join(folder, 'loaded');
  mkdirSync(join(build, '_metadata'), { recursive: true });
  writeFileSync(join(build, '_metadata/indexed'), 'x');
  writeFileSync(join(build, 'manifest.json'), '{"name":"x","version":"0.1.0"}');
  const copy = copyAsVersion(build, '0.2.0');
  expect(readFileSync(join(copy.folder, 'manifest.json'), 'utf8')).toBe('{"name":"x","version":"0.2.0"}');
  expect(existsSync(join(copy.folder, '_metadata'))).toBe(false);
  copy.remove();
});

test.skipIf(!findBrowser('chromium'))(
  'older code under another number; a lower number than before is pointed out',
  () => {
    const build = join(folder, 'older');
    mkdirSync(build, { recursive: true });
    const manifest = { manifest_version: 3, name: 'test', version: '0.1.0' };
    writeFileSync(join(build, 'manifest.json'), JSON.stringify(manifest));
    const out = join(folder, 'rollback');
    const key = join(folder, 'rollback.pem');
    const pack = (...more: string[]) => {
      const words = ['--base-url', 'https://example.com', '--out', out, '--key', key];
      const builds = ['--chrome', build, '--firefox', build];
      const command = ['scripts/policy/pack.ts', ...words, ...builds, ...more];
      const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
      return { status, stderr };
    };
    expect(pack('--as-version', '0.2.0')).toEqual({ status: 0, stderr: '' });
    expect(readFileSync(join(out, 'update.xml'), 'utf8')).toContain('version="0.2.0"');
    const lower = pack();
    expect(lower.status).toBe(0);
    expect(lower.stderr).toBe(
      `${join(out, 'update.xml')} named 0.2.0: Chromium stays at that and ignores 0.1.0. Pack again with --as-version 0.2.0.1.\n`,
    );
    expect(existsSync(join(out, 'second-thought-0.2.0.xpi'))).toBe(true);
    expect(JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'))).toEqual(manifest);
  },
);

test('update.xml says id, version and address', () => {
  const xml = updateXml('a'.repeat(32), '1.2.3', 'https://example.com/e.crx?a=1&b=2');
  expect(versionIn(xml, 'a'.repeat(32))).toBe('1.2.3');
  expect(versionIn(xml, 'b'.repeat(32))).toBeNull();
  const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml);
  expect(parsed.gupdate).toEqual({
    xmlns: 'http://www.google.com/update2/response',
    protocol: '2.0',
    app: {
      appid: 'a'.repeat(32),
      updatecheck: { codebase: 'https://example.com/e.crx?a=1&b=2', version: '1.2.3' },
    },
  });
});

/** The CRX3 header is a protocol buffer. It contains the public key of its first proof byte for byte. */
test.skipIf(!findBrowser('chromium'))('a packed copy carries the host’s key', () => {
  const build = join(folder, 'build');
  mkdirSync(build, { recursive: true });
  const manifest = { manifest_version: 3, name: 'test', version: '1.2.3', key: 'AAAA' };
  writeFileSync(join(build, 'manifest.json'), JSON.stringify(manifest));
  const key = hostKey(undefined);
  const file = join(folder, 'test.crx');
  const packed = packCrx(build, key, 'https://example.com/update.xml', file);
  expect(statSync(file).mode & 0o777).toBe(0o644);
  expect(packed).toEqual({ id: idOf(key), version: '1.2.3' });
  const crx = readFileSync(file);
  expect(crx.subarray(0, 4).toString()).toBe('Cr24');
  expect(crx.readUInt32LE(4)).toBe(3);
  const header = crx.subarray(12, 12 + crx.readUInt32LE(8));
  expect(header.includes(createPublicKey(key).export({ type: 'spki', format: 'der' }))).toBe(true);
  expect(JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'))).toEqual(manifest);
});
