/** Tests that the product's texts pass their lint, and that it finds disrespectful words, baseless figures and hard sentences. */
import { describe, expect, test } from 'vitest';
import { excludedFigure } from '../../../scripts/facts/excluded.ts';
import { plainTexts } from '../../../scripts/facts/icu.ts';
import { lintWords } from '../../../scripts/facts/lint-words.ts';
import { englishGrade } from '../../../scripts/facts/measures/english.ts';
import { spanishScore } from '../../../scripts/facts/measures/spanish.ts';
import { spanishSyllables } from '../../../scripts/facts/measures/spanish-syllables.ts';
import { tooHard } from '../../../scripts/facts/reading.ts';
import { sentences, wordsOf } from '../../../scripts/facts/sentences.ts';
import { isHeading, type SpokenText, spokenTexts } from '../../../scripts/facts/spoken-texts.ts';
import type { Language } from '../../../utils/words/languages.ts';

function problems(text: string, language: Language = 'en', change: Partial<SpokenText> = {}): string[] {
  const spoken = { where: 'here', language, text, surface: 'notice', heading: false, ...change };
  return lintWords([spoken])
    .filter(({ where }) => where === 'here')
    .map(({ problem }) => problem);
}

const counted = (text: string, language: Language) => ({
  words: wordsOf(text),
  sentences: sentences(text, language).length,
});

test('every sentence of the product passes', () => {
  expect(lintWords()).toEqual([]);
});

test('the lint reads every kind of text', () => {
  const texts = spokenTexts();
  for (const surface of ['notice', 'help', 'messages', 'claims', 'signs', 'helplines', 'main-helplines']) {
    for (const language of ['en', 'es']) {
      expect(texts.some((spoken) => spoken.surface === surface && spoken.language === language)).toBe(true);
    }
  }
});

describe('words that are never used', () => {
  test.each([
    ['en', 'Police met a child prostitute.'],
    ['en', 'The prostitutes were rescued.'],
    ['en', 'Johns pay, pimps earn.'],
    ['en', 'Girls are sold every night.'],
    ['en', 'It is modern slavery.'],
    ['en', 'Real men do not buy.'],
    ['en', 'An epidemic in our town.'],
    ['en', 'She is an illegal immigrant.'],
    ['es', 'Una prostituta menor.'],
    ['es', 'La policía rescató a dos chicas.'],
    ['es', 'El putero paga.'],
    ['es', 'Fueron vendidas como esclavas.'],
    ['es', 'La trata de blancas.'],
    ['es', 'Un hombre de verdad no paga.'],
  ] as const)('%s: %s', (language, text) => {
    expect(problems(text, language).join()).toContain('never say "');
  });
});

describe('how German speaks to the reader', () => {
  const found = (where: string, text: string) =>
    lintWords([{ where, language: 'de', text, surface: 'notice', heading: false }]).map(
      ({ problem }) => problem,
    );

  test('an adult is not addressed as a friend', () => {
    const problem = ['never address an adult as "Du"; instead: Sie, or no address'];
    expect(found('data/words/de/notice.json continueReady', 'Du kannst jetzt weiter.')).toEqual(problem);
    expect(found('data/words/de/notice.json continueReady', 'Sie können jetzt weiter.')).toEqual([]);
  });

  test('a child is, and so is whoever is quoted', () => {
    expect(found('data/words/de/messages.json family-ok', 'Du darfst es erzählen.')).toEqual([]);
    expect(found('data/words/de/welcome.json familyTalk', 'Fragen Sie: „Geht es dir gut?“')).toEqual([]);
  });
});

describe('words that are not used to the reader', () => {
  test.each([
    ['en', 'Are you a victim?'],
    ['en', 'You are an addict.'],
    ['en', 'You will be caught.'],
    ['en', 'Police are watching.'],
    ['en', 'Your IP address was logged.'],
    ['en', 'Selling is legal here.'],
    ['es', '¿Eres una víctima?'],
    ['es', 'Eres un delincuente.'],
    ['es', 'Te vigilan.'],
    ['es', 'Te van a atrapar.'],
  ] as const)('%s: %s', (language, text) => {
    expect(problems(text, language).join()).toContain('never say to the reader');
  });

  test('plain and true sentences pass', () => {
    expect(problems('You can still leave. Most men do.')).toEqual([]);
    expect(problems('In the US, a minor is treated as a trafficking victim.')).toEqual([]);
    expect(problems('A person who sells sex deserves safety.')).toEqual([]);
    expect(problems('Alguien te puede escuchar.', 'es')).toEqual([]);
  });
});

describe('figures without a basis', () => {
  test.each([
    '300,000 American children are at risk.',
    'Hay 300.000 niñas en riesgo.',
    'The average age of entry is 12 to 14.',
    'La edad media es de 12 a 14 años.',
    'About 27 million people live so.',
    '75% of victims are sexually exploited.',
    'It makes $150 billion a year.',
    'A surge at the Super Bowl.',
    '89% want to leave.',
    'It is the fastest-growing crime.',
    'Only 1% are rescued.',
    'Traffickers make $33,000 a week.',
  ])('%s', (text) => {
    expect(excludedFigure(text)).not.toBeNull();
    expect(problems(text).join()).toContain('excluded figure');
  });

  test('sourced figures pass', () => {
    expect(excludedFigure('In studies, 45% to 75% of people who sell sex had met violence.')).toBeNull();
    expect(excludedFigure('A fine of up to $300,000.')).toBeNull();
    expect(excludedFigure('In 2021, about 23% of people in forced labor.')).toBeNull();
  });

  test('the page of numbers not to use may name them', () => {
    expect(problems('“300,000 American children are at risk”', 'en', { surface: 'learn-myths' })).toEqual([]);
    expect(problems('„27 Millionen Versklavte“', 'de', { surface: 'learn-myths' })).toEqual([]);
    expect(problems('27 Millionen Versklavte', 'de', { surface: 'learn-myths' }).join()).toContain(
      'never say',
    );
  });
});

describe('plain language', () => {
  const long =
    'You can read this and then you can go on and read more of it and then you can stop and leave.';

  test('a sentence of more than 18 words', () => {
    expect(problems(long).join()).toContain('a sentence of 22 words');
    expect(
      problems('One two three four five six seven eight nine ten one two three four five six seven eight.'),
    ).toEqual([]);
  });

  test('a sentence above the eighth grade', () => {
    const hard =
      'Jurisdictional determinations regarding solicitation necessitate considerable evidentiary documentation from municipal authorities.';
    expect(problems(hard).join()).toMatch(/reading grade \d/);
    expect(englishGrade(counted('You can leave this page now. Help is free.', 'en'))).toBeLessThan(3);
  });

  test('a Spanish sentence that is too hard', () => {
    const hard =
      'Las determinaciones jurisdiccionales requieren considerable documentación probatoria procedente de administraciones municipales especializadas.';
    expect(problems(hard, 'es').join()).toContain('Fernández-Huerta');
    expect(spanishScore(counted('Puedes salir de aquí. La ayuda es gratis.', 'es'))).toBeGreaterThan(80);
  });

  test('very short texts are not measured alone, but their surface is', () => {
    expect(tooHard('Institutional responsibility documentation', 'en')).toBeNull();
    const texts = Array.from({ length: 6 }, (_, n) => ({
      where: `key ${n}`,
      language: 'en' as const,
      text: `Institutional responsibility necessitates considerable documentation ${n}.`,
      surface: 'notice',
      heading: false,
    }));
    expect(lintWords(texts).map(({ where }) => where)).toEqual(['all of notice en']);
  });

  test('exclamation marks and digits in headings', () => {
    expect(problems('Stop!')).toEqual(['no exclamation marks']);
    expect(problems('¡Alto', 'es')).toEqual(['no exclamation marks']);
    expect(problems('Before 18', 'en', { heading: true })).toEqual(['no digits in headings']);
    expect(isHeading('headline2')).toBe(true);
    expect(isHeading('page-title')).toBe(true);
    expect(isHeading('untitled')).toBe(false);
  });

  test('words for administrators keep the tone, not the grade', () => {
    expect(problems(long, 'en', { surface: 'policy' })).toEqual([]);
    expect(problems('Bad policy!', 'en', { surface: 'policy' })).toEqual(['no exclamation marks']);
  });
});

test('every branch of a message is read', () => {
  expect(plainTexts('{n, plural, one {Wait # second} other {Wait # seconds}}, {name}')).toEqual([
    'Wait Ana second, Ana',
    'Wait Ana seconds, Ana',
  ]);
  expect(plainTexts('{a, select, x {One {name}} other {Two}} end')).toEqual(['One Ana end', 'Two end']);
  expect(() => plainTexts('{broken')).toThrow('Unbalanced braces');
});

test('Spanish syllables', () => {
  const counts = Object.entries({
    sol: 1,
    ayuda: 3,
    ley: 1,
    persona: 3,
    país: 2,
    puede: 2,
    quien: 1,
    guerra: 2,
    agüero: 3,
    ciudad: 2,
    línea: 3,
    prisión: 2,
    leer: 2,
    teléfono: 4,
  });
  for (const [word, count] of counts) expect(spanishSyllables(word), word).toBe(count);
});
