/** Tests that every address that a regex of the list matches contains one of the short texts that stand for it. */
import compiledList from 'virtual:compiled-list';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHostRegex } from '../../../utils/pattern/join-regexes.ts';
import { neededTexts, withoutLonger } from '../../../utils/pattern/needed-texts.ts';

const neededBy = (expression: string, general?: readonly string[]) =>
  neededTexts([expression], general).get(expression) ?? [];

test.each([
  ['^https?://[^/]*call-?girls?[--.0-9][^/@]*/', ['callgirl', 'call-girl']],
  ['^https?://(?:[^/]*[.@])?(?:bayan-?)?es[ck]ort[^.-/]*\\.com[.-:]*/', ['escort', 'eskort']],
  ['^https?://[^/]*(?:fuzoku|deri-?heru)(?:[a-z]+)?\\.jp/', ['fuzoku', 'deriheru', 'deri-heru']],
  ['^https?://[^/]*(?:laufhaus)+/', ['laufhaus']],
])('%s: every host contains one of the texts', (expression, texts) => {
  expect(neededBy(expression).sort()).toEqual([...texts].sort());
});

test.each([
  ['too short', '^https?://[^/]*(?:dosug|gp)[^/@]*/'],
  ['an ordinary word', '^https?://[^/]*models?[^/@]*/'],
  ['an alternative without any', '^https?://(?:[a-z]+|fuzoku)/'],
  ['not always there', '^https?://[^/]*(?:fuzoku)?(?:callgirl)*/'],
])('none where what is known is %s', (_, expression) => {
  expect(neededBy(expression)).toEqual([]);
});

test('a listed brand that looks like a general site is known by more than that site’s name', () => {
  const lookalikes = '^https?://[^/]*viva-?street-?(?:girls?|escorts?)\\.com/';
  expect(neededBy(lookalikes)).toContain('vivastreet');
  const texts = neededBy(lookalikes, ['vivastreet.co.uk']);
  expect(texts).toContain('streetescort');
  expect(texts.filter((text) => 'vivastreet.co.uk'.includes(text))).toEqual([]);
});

test('a text that contains another one is not needed', () => {
  expect(withoutLonger(['callgirls', 'callgirl', 'fuzoku', 'callgirl'])).toEqual(['fuzoku', 'callgirl']);
});

test('every address that an expression of the list matches contains one of its texts', () => {
  const regexes = [...compiledList.brands, ...compiledList.names]
    .map(({ regex }) => regex)
    .filter(isHostRegex);
  const known = [...neededTexts(regexes)].filter(([, texts]) => texts.length > 0);
  expect(known.length).toBeGreaterThan(regexes.length * 0.95);
  for (const [regex, texts] of known) {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(regex)), (address) => {
        expect(
          texts.some((text) => address.includes(text)),
          `${regex} matches ${address}`,
        ).toBe(true);
      }),
      { numRuns: 5 },
    );
  }
});
