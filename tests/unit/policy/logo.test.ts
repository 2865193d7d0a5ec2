/** Tests the organization's logo: a still PNG or WebP by its bytes, whatever type the address names. */
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeLogo, MOST_LOGO_BYTES, MOST_LOGO_CHARACTERS, readLogo } from '../../../utils/policy/logo.ts';
import { readValue } from '../../../utils/policy/read-value.ts';
import { hintOf } from '../../../utils/policy/schema.ts';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(width: number, height: number, ...extra: Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width * 4 + 1) * Math.min(height, 10)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    ...extra,
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function webp(kind: string, data: number[]): Buffer {
  const body = Buffer.from([...data, ...Array.from({ length: 20 }, () => 0)]);
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(kind), Buffer.alloc(4), body]);
}

const as = (type: string, bytes: Buffer) => `data:image/${type};base64,${bytes.toString('base64')}`;
const problem = (address: string) => {
  const read = readLogo(address);
  return read.ok ? null : read.problem;
};

describe('what is a logo', () => {
  test.each([
    ['a PNG', as('png', png(240, 80)), 240, 80],
    ['a WebP with loss', as('webp', webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0xf0, 0, 0x50, 0])), 240, 80],
    ['a WebP without loss', as('webp', webp('VP8L', [0x2f, 239, (79 << 6) & 0xff, 79 >> 2, 0])), 240, 80],
    ['an extended WebP', as('webp', webp('VP8X', [0x10, 0, 0, 0, 239, 0, 0, 79, 0, 0])), 240, 80],
  ])('%s', (_what, address, width, height) => {
    expect(readLogo(address)).toMatchObject({ ok: true, logo: { width, height } });
    expect(readValue('organizationLogo', address)).toEqual({ value: address, errors: [], notes: [] });
  });

  test('line breaks in its base64 do no harm', () => {
    const address = as('png', png(24, 8));
    expect(readValue('organizationLogo', address.replace(/.{60}/g, '$&\r\n')).value).toBe(address);
  });

  test('the example of the schema is one', () => {
    expect(describeLogo(String(hintOf('organizationLogo').example))).toMatch(/^WebP, 0\.0 kB, /);
  });
});

describe('what is none', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const padded = Buffer.concat([png(10, 10), Buffer.alloc(MOST_LOGO_BYTES)]);
  test.each([
    ['an SVG', `data:image/svg+xml;base64,${svg.toString('base64')}`, 'logoNotAnImage'],
    ['an SVG that says it is a PNG', as('png', svg), 'logoNotAnImage'],
    ['a PNG that says it is a WebP', as('webp', png(10, 10)), 'logoNotAnImage'],
    [
      'a JPEG',
      as('png', Buffer.from([0xff, 0xd8, 0xff, ...Array.from({ length: 40 }, () => 0)])),
      'logoNotAnImage',
    ],
    ['an address on the web', 'https://example.com/logo.png', 'logoNotAnImage'],
    ['a script', 'javascript:alert(1)', 'logoNotAnImage'],
    ['an address with more behind it', `${as('png', png(10, 10))}" onerror="alert(1)`, 'logoNotAnImage'],
    ['half an image', as('png', png(10, 10).subarray(0, 20)), 'logoNotAnImage'],
    ['an image of no width', as('png', png(0, 10)), 'logoNotAnImage'],
    ['more than 32 kB', as('png', padded), 'logoTooLarge'],
    ['a small file with a huge picture', as('png', png(30_000, 30_000)), 'logoTooWide'],
    ['an animated PNG', as('png', png(10, 10, chunk('acTL', Buffer.alloc(8)))), 'logoMoves'],
    ['an animated WebP', as('webp', webp('VP8X', [0x02, 0, 0, 0, 9, 0, 0, 9, 0, 0])), 'logoMoves'],
  ])('%s', (_what, address, expected) => {
    expect(problem(address)).toBe(expected);
    const read = readValue('organizationLogo', address);
    expect([read.value, read.errors.map(({ problem }) => problem)]).toEqual([undefined, [expected]]);
    expect(describeLogo(address)).toBeNull();
  });

  test('exactly 32 kB is taken, and one byte more is not', () => {
    const small = png(10, 10);
    const filled = (bytes: number) => as('png', Buffer.concat([small, Buffer.alloc(bytes - small.length)]));
    expect(problem(filled(MOST_LOGO_BYTES))).toBeNull();
    expect(filled(MOST_LOGO_BYTES).length).toBeLessThanOrEqual(MOST_LOGO_CHARACTERS);
    expect(problem(filled(MOST_LOGO_BYTES + 1))).toBe('logoTooLarge');
  });

  test('any bytes get an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom('png', 'webp'), (bytes, type) => {
        const start = type === 'png' ? png(1, 1).subarray(0, 8) : Buffer.from('RIFF\0\0\0\0WEBPVP8X');
        for (const data of [Buffer.from(bytes), Buffer.concat([start, bytes])]) {
          expect(typeof readLogo(as(type, data)).ok).toBe('boolean');
        }
      }),
    );
  });
});
