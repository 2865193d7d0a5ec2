/** Tests that the checksum of stored settings is FNV-1a, so that a later version reads what this one wrote. */
import { expect, test } from 'vitest';
import { checksum } from '../../../utils/settings/checksum.ts';

test('a checksum is FNV-1a over the characters, with the length', () => {
  // Values from the published test suite (Noll, FNV-1a 32 bit).
  expect(checksum('')).toBe('811c9dc5-0');
  expect(checksum('a')).toBe('e40c292c-1');
  expect(checksum('foobar')).toBe('bf9cf968-6');
  // A hash that begins with zeros keeps them.
  expect(checksum('text 203')).toBe('00c4ed11-8');
  expect(checksum('ab')).not.toBe(checksum('ba'));
});
