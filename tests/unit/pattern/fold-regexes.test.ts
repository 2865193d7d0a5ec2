/** Tests that regexes are folded into one where only words differ, and that they match the same texts afterward. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldRegexes } from '../../../utils/pattern/fold-regexes.ts';

test('neighbors that differ in their words alone become one', () => {
  expect(
    foldRegexes([
      '(?:paris|lyon)-?esk?orts?[^./]*',
      'lille-?esk?orts?[^./]*',
      '(?:nice|a[bc]?)-?esk?orts?[^./]*',
      'other',
    ]),
  ).toEqual(['(?:paris|lyon|lille|nice|a[bc]?)-?esk?orts?[^./]*', 'other']);
  expect(foldRegexes(['lead-?(?:a|b)', 'lead-?c'])).toEqual(['lead-?(?:a|b|c)']);
});

test('what has too little in common, or could be cut only through an atom, stays as it is', () => {
  for (const expressions of [['abc', 'abd'], ['(?:a|b)x', '(?:c|d)y'], ['one'], []])
    expect(foldRegexes(expressions)).toEqual(expressions);
  // "s?" is one atom, so the common beginning ends before or after it.
  expect(foldRegexes(['beginning-as?', 'beginning-a'])).toEqual(['beginning-(?:as?|a)']);
});

const word = fc.stringMatching(/^[ab-]{1,3}$/);
const group = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `(?:${words.join('|')})`);
const atom = fc.oneof(word, group, fc.constantFrom('a?', '(?:ab|b)?', '[^./]*', '[ab]+', '\\.'));
const expression = fc.array(atom, { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join(''));

test('folded expressions know the same texts', () => {
  const around = fc.tuple(expression, fc.array(expression, { minLength: 2, maxLength: 5 }), expression);
  fc.assert(
    fc.property(around, fc.stringMatching(/^[ab.-]{0,12}$/), ([before, middles, after], text) => {
      const single = middles.map((middle) => `${before}${middle}${after}`);
      const knows = (some: readonly string[]) => some.some((one) => new RegExp(`^(?:${one})$`).test(text));
      expect(knows(foldRegexes(single))).toBe(knows(single));
    }),
    { numRuns: 2_000 },
  );
});
