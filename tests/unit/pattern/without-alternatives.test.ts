/** Tests that a regex split for Safari matches the same texts without `|`, and that unknown syntax is refused by name and place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutAlternatives } from '../../../utils/pattern/without-alternatives.ts';

test.each([
  ['^https?://a', ['^https?://a']],
  ['a(?:b|c)d', ['abd', 'acd']],
  ['a(?:[/?#]|$)', ['a[/?#]', 'a$']],
  ['a(?:b(?:c|d)|e)?f', ['af', 'abcf', 'abdf', 'aef']],
  ['a(?::\\d+)?b', ['a(?::[0-9]+)?b']],
  ['[|)]\\|\\(', ['[|)]\\|\\(']],
  ['(?:a|)b', ['ab', 'b']],
  ['(?:a|a)b', ['ab']],
  ['(?:a)b', ['ab']],
  ['a|b', ['a', 'b']],
  ['', ['']],
  ['[a\\]|]\\d', ['[a\\]|][0-9]']],
])('%s', (expression, several) => {
  expect(withoutAlternatives(expression)).toEqual(several);
});

test.each(['(a|b)', '(?=a)', 'a{2}', '(?:a|b)*', '\\bword', '(?:a', 'a)'])('refuses %s', (expression) => {
  expect(() => withoutAlternatives(expression)).toThrow(expression);
});

test.each([
  ['x(a|b)', 'a group of another kind at 2'],
  ['(?:a', 'an open group at 5'],
  ['(?:a|b)+', 'a group with + at 8'],
  ['a{2}', 'syntax that is not used here at 2'],
  ['a\\bword', 'an escape that WebKit does not know at 2'],
  ['a\\w', 'an escape that WebKit does not know at 2'],
])('says where and why it refuses %s', (expression, reason) => {
  expect(() => withoutAlternatives(expression)).toThrow(new Error(`"${expression}" has ${reason}.`));
});

/** Generates small regexes with two letters, so that random addresses often match. */
const { tree } = fc.letrec<{ tree: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    fc.constantFrom('a', 'b', '[ab]', 'a*', 'b?'),
    fc
      .tuple(tie('tree'), tie('tree'), fc.constantFrom('', '?'))
      .map(([one, other, q]) => `(?:${one}|${other})${q}`),
  ),
  tree: fc.array(tie('atom'), { maxLength: 3 }).map((atoms) => atoms.join('')),
}));

test('several together match what the one matches', () => {
  fc.assert(
    fc.property(tree, fc.stringMatching(/^[ab]{0,6}$/), (expression, text) => {
      const whole = new RegExp(`^(?:${expression})$`).test(text);
      const several = withoutAlternatives(expression);
      expect(several.join(' ')).not.toContain('|');
      expect(several.some((one) => new RegExp(`^(?:${one})$`).test(text))).toBe(whole);
    }),
    { numRuns: 500 },
  );
});
