/** Tests which phone numbers, addresses, places, patterns and dates a policy may contain, up to the exact limits. */
import { describe, expect, test } from 'vitest';
import { readValue } from '../../../utils/policy/read-value.ts';
import { schemaOf } from '../../../utils/policy/schema.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';

const letters = (count: number) => 'a'.repeat(count);
const problems = (key: Parameters<typeof readValue>[0], raw: unknown) =>
  readValue(key, raw).errors.map(({ problem }) => problem);

describe('a phone number', () => {
  test.each(['911', '1 1 2', '+1 555 0100', '0800 HELP (24/7) #1, *2; ext. 3-4'])('%s', (phone) => {
    expect(readValue('assistancePhone', phone)).toMatchObject({ value: phone, errors: [] });
  });
  test.each(['12', 'call us', 'a1b2', '555_0100', '555 0100 <b>'])('%s is none', (phone) => {
    expect(problems('assistancePhone', phone)).toEqual(['notAPhone']);
  });
});

describe('an address', () => {
  test.each(['https://help.example.com/', 'HTTP://help.example.com', `https://a.example/${letters(1_982)}`])(
    '%.40s',
    (address) => expect(readValue('assistanceUrl', address)).toMatchObject({ value: address, errors: [] }),
  );
  test.each([
    'help.example.com',
    'xhttps://help.example.com/',
    'javascript:https://help.example.com/',
    'https://user@help.example.com/',
    'https://:pass@help.example.com/',
    'https://help.example.com/a b',
    'https://',
    `https://a.example/${letters(1_983)}`,
  ])('%.40s is none', (address) => expect(problems('assistanceUrl', address)).toEqual(['notAnAddress']));
});

describe('a text', () => {
  test('of the longest length stays whole; one character more is cut, and said', () => {
    expect(readValue('organizationName', letters(120))).toEqual({
      value: letters(120),
      errors: [],
      notes: [],
    });
    const cut = readValue('organizationName', letters(121));
    expect(cut.value).toBe(letters(120));
    expect(cut.notes).toEqual([{ problem: 'textCut', values: { most: 120 } }]);
  });
});

describe('a place', () => {
  const schema = schemaOf('jurisdictions');
  test.each(['US', 'US-GA', 'GB-ENG', 'FR-2'])('%s', (place) => {
    expect(schema.safeParse([place]).success).toBe(true);
    expect(readValue('jurisdictions', [place])).toMatchObject({ value: [place], errors: [], notes: [] });
  });
  test.each(['', 'us', 'xUS', 'USA', 'US-', 'US-GEOR', '1US-GA'])('%j is none', (place) => {
    expect(schema.safeParse([place]).success).toBe(false);
  });
  test('the United Kingdom’s common mistake is read as its code, and no other that ends so', () => {
    expect(readValue('jurisdictions', ['UK', 'uk-sct']).value).toEqual(['GB', 'GB-SCT']);
    expect(problems('jurisdictions', ['XUK', 'US-UK-A'])).toEqual(['unknownPlace', 'unknownPlace']);
    expect(problems('jurisdictions', ['US-UK'])).toEqual(['unknownRegion']);
  });
  test('a part that its country does not have is named, and the rest stays', () => {
    const read = readValue('jurisdictions', ['US-GA', 'US-ZZ', 'AU-XYZ', 'US-GU']);
    expect(read.value).toEqual(['US-GA', 'US-GU']);
    expect(read.errors).toEqual([
      { problem: 'unknownRegion', values: { text: 'US-ZZ', country: 'US' } },
      { problem: 'unknownRegion', values: { text: 'AU-XYZ', country: 'AU' } },
    ]);
  });
});

describe('a pattern that is none says why', () => {
  test.each([
    ['not a host', 'patternNoHost'],
    ['=', 'patternNoHost'],
    ['com', 'patternTooWide'],
    ['ftp://a.example', 'patternOtherScheme'],
    [letters(501), 'patternTooLong'],
    ['a*.example', 'patternStarInHost'],
  ])('%.20s: %s', (line, problem) => expect(problems('blockedPatterns', [line])).toEqual([problem]));
});

test.each(['yes please', [], {}, 2, null])('a switch is not %j', (raw) => {
  expect(problems('recognizeNames', raw)).toEqual(['expectedSwitch']);
});

describe('a campaign’s dates', () => {
  const dated = (dates: object) =>
    validatePolicy({ campaignName: 'Name', campaignText: 'Text', ...dates }).issues.map(
      ({ problem }) => problem,
    );
  test('may be a single day, or open on one side', () => {
    expect(dated({ campaignFrom: '2026-03-01', campaignUntil: '2026-03-01' })).toEqual([]);
    expect(dated({ campaignFrom: '2026-03-01' })).toEqual([]);
    expect(dated({ campaignUntil: '2026-03-01' })).toEqual([]);
  });
  test('that run backwards are an error', () => {
    expect(dated({ campaignFrom: '2026-03-02', campaignUntil: '2026-03-01' })).toContain('datesReversed');
  });
});
