/** Tests that still WebP pictures become one endless animation, unchanged and in order, each shown for its time. */
import { expect, test } from 'vitest';
import { animatedWebp } from '../../../scripts/screenshots/animated-webp.ts';

/** The smallest still pictures, one pixel each: lossless, and lossy with an odd length. */
const LOSSLESS = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
const LOSSY = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');

const inside = (still: Buffer) => still.subarray(12);

test('frames stand in the container in their order, each for its time', () => {
  const film = animatedWebp(
    [
      { picture: LOSSLESS, milliseconds: 900 },
      { picture: LOSSY, milliseconds: 70_000 },
    ],
    { width: 960, height: 640 },
  );
  expect(film.toString('latin1', 0, 4)).toBe('RIFF');
  expect(film.readUInt32LE(4)).toBe(film.length - 8);
  expect(film.toString('latin1', 8, 16)).toBe('WEBPVP8X');
  // Animated, without transparency, with width and height minus one.
  expect([film[20], film.readUIntLE(24, 3), film.readUIntLE(27, 3)]).toEqual([2, 959, 639]);
  const play = film.indexOf('ANIM');
  // Number of loops: 0 means endless.
  expect(film.readUInt16LE(play + 12)).toBe(0);
  const first = film.indexOf('ANMF');
  const second = film.indexOf('ANMF', first + 1);
  expect(film.indexOf('ANMF', second + 1)).toBe(-1);
  expect([first, second].map((at) => film.readUIntLE(at + 8 + 12, 3))).toEqual([900, 70_000]);
  expect(film.subarray(first + 8 + 16, second)).toEqual(inside(LOSSLESS));
  expect(film.subarray(second + 8 + 16)).toEqual(inside(LOSSY));
});

test('a picture of another kind is refused', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64');
  expect(() => animatedWebp([{ picture: png, milliseconds: 1 }], { width: 1, height: 1 })).toThrow(
    'a still WebP file was expected',
  );
});
