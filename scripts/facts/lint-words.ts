/** Checks every displayed sentence against the rules of docs/content-policy.md: tone, truth, length and plain language. */
import type { Language } from '../../utils/words/languages.ts';
import { excludedFigure } from './excluded.ts';
import { type Avoid, lexiconOf } from './lexicon.ts';
import { tooHard } from './reading.ts';
import { tooLong, wordsOf } from './sentences.ts';
import { type SpokenText, spokenTexts } from './spoken-texts.ts';

export interface Problem {
  /** File and key. */
  where: string;
  problem: string;
  text: string;
}

/** Surfaces for administrators and reviewers. They need technical terms, so length and reading grade are not checked. */
const FOR_ADMINISTRATORS = ['policy', 'deploy', 'learn-policy'];

/** The page about numbers that should not be used has to name them. */
const NAMES_EXCLUDED_FIGURES = ['learn-myths'];

/** Finds hosts and pages, and the patterns that people write for them. */
const ADDRESS = /(https?:\/\/)?=?([a-z0-9*-]+\.)+(com|org|net|test|example)\b(\/[\w*/-]*)?/gi;

/** @returns everything wrong with the texts, in the order of the files. Checks all texts of the extension by default. */
export function lintWords(texts: readonly SpokenText[] = spokenTexts()): Problem[] {
  return [...texts.flatMap(lintText), ...lintSurfaces(texts)];
}

function lintText(spoken: SpokenText): Problem[] {
  const { where, language, surface } = spoken;
  const names = NAMES_EXCLUDED_FIGURES.includes(surface);
  const text = withoutProperNames(names ? withoutQuotations(spoken.text) : spoken.text, language);
  const lexicon = lexiconOf(language);
  const problems: string[] = [
    ...unwanted(text, lexicon.never, 'never say'),
    ...unwanted(text, lexicon.neverToReader, 'never say to the reader'),
    ...(lexicon.address && !lexicon.address.young.test(where)
      ? unwanted(withoutQuotations(text), [lexicon.address], 'never address an adult as')
      : []),
  ];
  if (/[!¡]/.test(text)) problems.push('no exclamation marks');
  if (spoken.heading && /\d/.test(text)) problems.push('no digits in headings');
  const figure = names ? null : excludedFigure(spoken.text);
  if (figure) problems.push(`excluded figure ${figure}`);
  if (!FOR_ADMINISTRATORS.includes(surface)) {
    for (const line of text.split('\n')) problems.push(...hardToRead(line, language));
  }
  return problems.map((problem) => ({ where, problem, text: spoken.text }));
}

function hardToRead(text: string, language: Language): string[] {
  const hard = tooHard(text, language);
  return [...tooLong(text, language), ...(hard ? [hard] : [])];
}

/** Measures each surface as a whole, because hard texts below the length that is measured would otherwise go unnoticed. */
function lintSurfaces(texts: readonly SpokenText[]): Problem[] {
  const surfaces = Map.groupBy(texts, ({ surface, language }) => `${surface} ${language}`);
  return [...surfaces].flatMap(([where, group]) => {
    const [first] = group;
    if (!first || FOR_ADMINISTRATORS.includes(first.surface)) return [];
    // Leaves out labels of one or two words: they are not sentences and would make a surface look easy.
    const long = group
      .map(({ text }) => withoutProperNames(text, first.language))
      .filter((text) => wordsOf(text).length > 3);
    const whole = [...new Set(long)].map((text) => (/[.?:]$/.test(text) ? text : `${text}.`)).join(' ');
    const hard = tooHard(whole, first.language);
    return hard ? [{ where: `all of ${where}`, problem: hard, text: '' }] : [];
  });
}

function unwanted(text: string, list: readonly Avoid[], what: string): string[] {
  return list.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(text);
    return found ? [`${what} "${found[0]}"; instead: ${instead}`] : [];
  });
}

/** Replaces names and addresses, which cannot be reworded, by one word of the sentence. */
function withoutProperNames(text: string, language: Language): string {
  const { properNames } = lexiconOf(language);
  return properNames.reduce((rest, name) => rest.replaceAll(name, 'Ana'), text).replace(ADDRESS, 'Ana');
}

/** Handles English, Polish, German and French marks. A mark that opens in one language closes in another. */
function withoutQuotations(text: string): string {
  return text.replace(/„[^“”]*[“”]|“[^”]*”|«[^»]*»/g, 'Ana');
}
