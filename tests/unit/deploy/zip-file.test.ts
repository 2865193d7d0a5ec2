/** Tests that `unzip` reads the kit's archive whole, and that every file of the kit is in exactly one group. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { deploymentKit } from '../../../utils/deploy/deployment-kit.ts';
import { fileBytes } from '../../../utils/deploy/kit-file.ts';
import { groupedFiles, groupOf, kitArchive } from '../../../utils/deploy/kit-groups.ts';
import { crc32 } from '../../../utils/deploy/zip-file.ts';
import { configOf, words, workplace } from './kit-fixture.ts';

const files = deploymentKit(configOf(workplace), words);

test('the checksum is the one zlib computes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes) === zlib.crc32(bytes)));
});

test('unzip finds every file, whole, with its folders and its right to run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-thought-zip-'));
  try {
    const archive = join(folder, 'kit.zip');
    writeFileSync(archive, kitArchive(files));
    const unzip = (...words: string[]) => execFileSync('unzip', words, { cwd: folder });
    expect(unzip('-tq', archive).toString()).toContain('No errors');
    const listed = unzip('-Z1', archive).toString().trim().split('\n');
    expect(listed).toEqual(files.map(({ path }) => path));
    for (const file of files) {
      expect(unzip('-p', archive, file.path).equals(Buffer.from(fileBytes(file))), file.path).toBe(true);
    }
    const modes = unzip('-Z', archive).toString().split('\n');
    for (const { path } of files) {
      const line = modes.find((one) => one.endsWith(` ${path}`)) ?? '';
      expect(line.slice(0, 10)).toBe(path.endsWith('.sh') ? '-rwxr-xr-x' : '-rw-r--r--');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the same kit gives the same archive, whatever the day', () => {
  const archiveOn = (day: string) => {
    vi.setSystemTime(day);
    return kitArchive(deploymentKit(configOf(workplace), words));
  };
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    expect(archiveOn('2031-07-09T18:30:20Z')).toEqual(archiveOn('2026-12-01T09:00:00Z'));
  } finally {
    vi.useRealTimers();
  }
});

test('every file is in one group, and the files that undo are a group of their own', () => {
  const groups = groupedFiles(files);
  expect(groups.flatMap((group) => group.files).length).toBe(files.length);
  const undo = groups.find(({ group }) => group === 'undo')?.files.map(({ path }) => path) ?? [];
  expect(undo).toContain('windows/chrome-undo.reg');
  expect(undo.every((path) => path.includes('-undo.'))).toBe(true);
  // Nobody would look for a script among the files to read first.
  expect(files.filter((file) => groupOf(file) === 'README').map(({ path }) => path)).toEqual(['README.txt']);
});
