/** Tests language matching: it follows the rules of Unicode, as a maintained library applies them. */
import { match } from '@formatjs/intl-localematcher';
import { describe, expect, test } from 'vitest';
import { readLanguage } from '../../utils/policy/read-language.ts';
import { LANGUAGES } from '../../utils/words/languages.ts';
import { negotiate } from '../../utils/words/negotiate.ts';

const MANY = [
  'en',
  'es',
  'fr',
  'pt',
  'de',
  'sv',
  'nb',
  'nl',
  'it',
  'pl',
  'ro',
  'ru',
  'uk',
  'zh',
  'vi',
  'ko',
  'ar',
  'he',
];

/** Languages that readers' browsers send, each tested alone. */
const WISHES =
  'en-GB en-AU es-419 es-MX fr-CA fr-CH fr-BE pt-PT pt-BR pt-AO pt-MZ de-AT de-CH gsw lb sv-FI no nb nb-NO nn nn-NO da nl-BE it-CH pl-PL ro-MD mo ru-UA uk-UA zh zh-CN zh-Hans zh-Hans-HK zh-SG zh-TW zh-HK zh-Hant zh-Hant-US vi-VN ko-KR ar-EG ar-MA he-IL iw ca gl ja fi hu tr ka';

test.each(WISHES.split(' '))('%s is matched as the library matches it', (tag) => {
  const theirs = match([tag], MANY, 'xx');
  // For a few languages of countries where English is official, the library chooses English. This project tries the next one first.
  expect(negotiate([tag], MANY)).toBe(
    theirs === 'xx' || (theirs === 'en' && !tag.startsWith('en')) ? null : theirs,
  );
});

test('the first wish that is there wins, and what is no tag is passed over', () => {
  expect(negotiate(['fi', 'zh-TW', 'not a tag!', '', 'pt-AO', 'de'], MANY)).toBe('pt');
  expect(negotiate(['fr-CA'], ['fr', 'fr-CA'])).toBe('fr-CA');
  expect(negotiate([], MANY)).toBeNull();
});

describe('a policy', () => {
  test.each([
    ['auto', 'auto', []],
    ['AUTO', 'auto', ['readAs']],
    ['es', 'es', []],
    ['es_MX', 'es', ['readAs']],
    ['fi', 'auto', ['languageLacking']],
    ['klingon, please', 'auto', ['languageLacking']],
    ['', 'auto', ['languageLacking']],
  ])('"%s" is read as "%s" with %j', (raw, language, problems) => {
    const read = readLanguage(raw);
    expect(read.language).toBe(language);
    expect(
      read.notes.map(({ problem }) => problem).filter((problem) => problem !== 'readAs' || raw !== language),
    ).toEqual(problems);
  });

  test('every language of the list is read as itself', () => {
    for (const language of LANGUAGES) expect(readLanguage(language)).toEqual({ language, notes: [] });
  });
});
