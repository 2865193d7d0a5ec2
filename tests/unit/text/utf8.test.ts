/** Tests that a byte that is not UTF-8 is named by line and column, and that the project's own data and documents have none. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '../../../utils/text/utf8.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

describe('what is UTF-8', () => {
  test('is read unchanged, replacement characters of its own included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeUtf8(bytes(text))).toEqual({ ok: true, text });
      }),
    );
    expect(decodeUtf8(bytes('a\ufffdb'))).toEqual({ ok: true, text: 'a\ufffdb' });
  });

  test('may begin with a byte order mark, which is no part of the text', () => {
    expect(decodeUtf8(bytes([0xef, 0xbb, 0xbf], '{}'))).toEqual({ ok: true, text: '{}' });
  });
});

describe('what is not is named by line, column and byte', () => {
  test.each<[string, Uint8Array, { line: number; column: number; byte: string }]>([
    ['Windows-1252', bytes('{\n "name": "Caf', [0xe9], '"\n}'), { line: 2, column: 14, byte: '0xE9' }],
    ['at once', bytes([0xff, 0xfe], 'a'), { line: 1, column: 1, byte: '0xFF' }],
    [
      'after characters of two, three and four bytes',
      bytes('é€😀', [0x80]),
      { line: 1, column: 4, byte: '0x80' },
    ],
    [
      'after a replacement character of its own',
      bytes('\ufffd\n\ufffd', [0xc0]),
      { line: 2, column: 2, byte: '0xC0' },
    ],
    ['cut off at the end', bytes('ab', [0xe2, 0x82]), { line: 1, column: 3, byte: '0xE2' }],
    ['a surrogate', bytes('a\r\n', [0xed, 0xa0, 0x80]), { line: 2, column: 1, byte: '0xED' }],
    [
      'behind a byte order mark',
      bytes([0xef, 0xbb, 0xbf], 'a', [0xe9]),
      { line: 1, column: 2, byte: '0xE9' },
    ],
  ])('%s', (_name, file, where) => {
    expect(decodeUtf8(file)).toEqual({ ok: false, ...where });
  });
});

test('every file that people review in this repository is UTF-8 without a mark', () => {
  const files = ['data', 'docs', 'public'].flatMap((folder) =>
    globSync(`${folder}/**/*.{json,jsonl,md,txt,html}`),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const read = decodeUtf8(readFileSync(file));
    expect(read.ok && file, JSON.stringify(read)).toBe(file);
    expect(readFileSync(file).subarray(0, 3).toString('hex'), file).not.toBe('efbbbf');
  }
});
