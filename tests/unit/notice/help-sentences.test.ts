/**
 * Tests the sentence in other languages: each is in its own script, and besides the number it contains nothing else that could be
 * wrong.
 */
import { describe, expect, test } from 'vitest';
import sentences from '../../../data/help-sentences.json' with { type: 'json' };
import { readWords } from '../../../scripts/read-words.ts';
import { helpSentences } from '../../../utils/notice/help-sentences.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

const NUMBER = '1-888-373-7888';

/** Languages that do not use the Latin script. */
const SCRIPTS: Record<string, RegExp> = {
  ar: /^\p{Script=Arabic}+$/u,
  bg: /^\p{Script=Cyrillic}+$/u,
  bn: /^\p{Script=Bengali}+$/u,
  fa: /^\p{Script=Arabic}+$/u,
  hi: /^\p{Script=Devanagari}+$/u,
  ko: /^\p{Script=Hangul}+$/u,
  ne: /^\p{Script=Devanagari}+$/u,
  ru: /^\p{Script=Cyrillic}+$/u,
  th: /^\p{Script=Thai}+$/u,
  uk: /^\p{Script=Cyrillic}+$/u,
  ur: /^\p{Script=Arabic}+$/u,
  zh: /^\p{Script=Han}+$/u,
};
const LATIN = /^\p{Script=Latin}+$/u;

/** @returns only the letters, without marks, which belong to no script. */
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');

test('25 languages and English, and never the reader’s own', () => {
  expect(Object.keys(sentences)).toHaveLength(26);
  const inSpanish = helpSentences(NUMBER, 'es').map(({ language }) => language);
  expect(inSpanish).toHaveLength(25);
  expect(inSpanish).not.toContain('es');
  expect(inSpanish).toContain('en');
});

describe.each(Object.entries(sentences))('%s', (language, sentence) => {
  test('contains the number once and no other figure', () => {
    expect(sentence.split('{number}')).toHaveLength(2);
    expect(sentence).not.toMatch(/\p{N}|!/u);
    const said = helpSentences(NUMBER, '').find((one) => one.language === language);
    expect(said?.said).toContain(NUMBER);
  });

  test('is in its own script, under its own name', () => {
    const script = SCRIPTS[language] ?? LATIN;
    expect(letters(sentence.replace('{number}', ''))).toMatch(script);
    const name = helpSentences(NUMBER, '').find((one) => one.language === language)?.name ?? '';
    expect(letters(name)).toMatch(script);
  });
});

test('a language of the notice says it as the notice does', () => {
  const shared = LANGUAGES.filter((language) => language in sentences);
  expect(shared.length).toBeGreaterThan(10);
  for (const language of shared) {
    const words = readWords('main-helpline', language);
    const sentence = sentences[language as keyof typeof sentences];
    expect(sentence.startsWith(words('lead')), language).toBe(true);
    expect(sentence, language).toContain(`${words('call')} {number}`);
  }
});
