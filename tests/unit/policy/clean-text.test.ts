/** Tests that characters that hide or reorder text are taken out of a policy's texts, and that nothing else is. */
import { describe, expect, test } from 'vitest';
import { cleanText, renderReceived } from '../../../utils/policy/clean-text.ts';

describe('a text from outside', () => {
  test.each([
    ['a line feed', 'a\nb', 'a\nb', 'a b'],
    ['a carriage return', 'a\rb', 'a\nb', 'a b'],
    ['both', 'a\r\nb', 'a\nb', 'a b'],
    ['two of both', 'a\r\n\r\nb', 'a\n\nb', 'a  b'],
    ['the separators of lines and paragraphs', 'a\u2028b\u2029c', 'a\nb\nc', 'a b c'],
  ])('%s breaks a line where lines are kept, else it is a space', (_name, raw, lines, flat) => {
    expect(cleanText(raw, true)).toEqual({ text: lines, changed: false });
    expect(cleanText(raw, false)).toEqual({ text: flat, changed: false });
  });

  test('a tab is a space, and the ends are trimmed', () => {
    expect(cleanText('\ta\tb \n', true)).toEqual({ text: 'a b', changed: false });
  });

  test.each([
    '\0',
    '\u0007',
    '\u001f',
    '\u007f',
    '\u0080',
    '\u009f',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\u2066',
    '\ufeff',
  ])('%j is taken out, and said so', (mark) => {
    expect(cleanText(`a${mark}b`, true)).toEqual({ text: 'ab', changed: true });
  });

  test.each([' ', '~', '\u00a0', '\u00e9', '\u200d', '\u200c', '😀'])('%j stays', (character) => {
    expect(cleanText(`a${character}b`, true)).toEqual({ text: `a${character}b`, changed: false });
  });

  test('half a character becomes the sign for one; letters are composed', () => {
    expect(cleanText('a\ud800b', true)).toEqual({ text: 'a\ufffdb', changed: true });
    expect(cleanText('cafe\u0301', true)).toEqual({ text: 'caf\u00e9', changed: false });
  });
});

describe('what an administrator is shown of what arrived', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  test.each<[string, unknown, string]>([
    ['text as it is', 'edukate', 'edukate'],
    ['text in one line', 'a\nb', 'a b'],
    ['a list as JSON', ['a', 1], '["a",1]'],
    ['nothing by its name', undefined, 'undefined'],
    ['a list that holds itself', cycle, '[…]'],
    ['an object that holds itself', { cycle }, '{…}'],
    ['as many characters as there is room for', 'a'.repeat(80), 'a'.repeat(80)],
    ['more of them cut, with a sign', 'a'.repeat(81), `${'a'.repeat(79)}…`],
    ['characters, not their halves', '😀'.repeat(80), '😀'.repeat(80)],
    ['characters cut whole', '😀'.repeat(81), `${'😀'.repeat(79)}…`],
    ['hidden marks not at all', `${'\u200b'.repeat(200)}a`, 'a'],
    ['the beginning only, of a text without end', `${'\u200b'.repeat(320)}a`, ''],
  ])('%s', (_name, value, shown) => {
    expect(renderReceived(value)).toBe(shown);
  });

  test('as short as asked for', () => {
    expect(renderReceived('abcdef', 3)).toBe('ab…');
    expect(renderReceived('abc', 3)).toBe('abc');
  });
});
