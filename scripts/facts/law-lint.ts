/** Finds what is wrong with the words of a law entry: length, tone, figures without a source, differences between languages. */
import type { Law, Offence } from '../../utils/notice/law-types.ts';
import { lexiconOf } from './lexicon.ts';
import { numbers, tooLong } from './sentences.ts';

/**
 * @param law - an entry in any language.
 * @param model - the same entry in English, whose numbers it must contain.
 * @returns what is wrong, one line each, with the field; empty if nothing is.
 */
export function lintLaw(law: Law, model: Law): string[] {
  const { code, language } = law;
  const problems: string[] = [];
  const report = (field: string, problem: string) =>
    problems.push(`${code} ${language} ${field}: ${problem}`);
  const modelTexts = new Map(shownTexts(model));
  for (const [field, text] of shownTexts(law)) {
    for (const problem of wordingProblems(text, language)) report(field, problem);
    if (!same(numbers(text, language), numbers(modelTexts.get(field) ?? '', model.language))) {
      report(field, 'the languages give different numbers');
    }
  }
  for (const field of ['plain', 'plainMinor'] as const) {
    if (/\d/.test(law[field] ?? '')) report(field, 'contains a figure, which would stay after checkAgain');
  }
  const backed = structuredNumbers(law);
  for (const field of ['figures', 'figuresMinor'] as const) {
    const text = law[field];
    if (!text) continue;
    if (law.confidence === 'unsure') report(field, 'an unsure entry shows its plain sentence only');
    if (numbers(text, language).length === 0)
      report(field, 'contains no figure, so it belongs to the plain text');
    for (const number of numbers(text, language)) {
      if (!backed.has(number)) report(field, `${number} is not in the structured entry`);
    }
  }
  for (const [field, text] of spokenTexts(law)) {
    const word = lexiconOf(language).numberWords?.exec(text);
    if (word) report(field, `write "${word[0]}" in digits`);
  }
  return problems;
}

/** Finds what is wrong with a text by itself: sentences that are too long, words that are never used. */
function wordingProblems(text: string, language: Law['language']): string[] {
  const problems = [...tooLong(text, language)];
  for (const { pattern, instead } of lexiconOf(language).never) {
    const word = pattern.exec(text);
    if (word) problems.push(`never say "${word[0]}"; instead: ${instead}`);
  }
  if (!/[.。]$/.test(text)) problems.push('a sentence ends with a full stop');
  return problems;
}

/** Every number in the fields of an entry that can be shown. */
function structuredNumbers(law: Law): Set<string> {
  const found = new Set<string>();
  const add = (value: string) => {
    for (const number of numbers(value, law.language)) found.add(number);
  };
  for (const offence of [...law.offences, ...law.minor]) addOffence(offence, add);
  for (const { text } of law.collateral) add(text);
  return found;
}

function addOffence(offence: Offence, add: (value: string) => void): void {
  const read = (part: string) => !(offence.unread as string[] | undefined)?.includes(part);
  if (!read('all')) return;
  if (read('jail')) {
    for (const end of ['min', 'max'] as const) {
      const term = offence.jail?.[end];
      if (term && term !== 'life' && read(`jail.${end}`)) add(Object.values(term).join(' '));
    }
  }
  if (read('fine')) add(`${offence.fine?.min ?? ''} ${offence.fine?.max ?? ''}`);
  if (read('repeat')) add(offence.repeat ?? '');
  if (read('appliesTo')) add(offence.appliesTo);
  if (read('name')) add(offence.name);
  if (read('since')) add((offence.since ?? '').split('-').map(Number).join(' '));
  add(offence.note ?? '');
  for (const text of offence.mandatory) add(text);
}

/** The texts in which a number must be written in digits. */
function spokenTexts(law: Law): [string, string][] {
  const texts: [string, string | null][] = [
    ['plain', law.plain],
    ['figures', law.figures],
    ['plainMinor', law.plainMinor],
    ['figuresMinor', law.figuresMinor],
    ['limits', law.limits],
  ];
  [...law.offences, ...law.minor].forEach(({ note }, index) => {
    texts.push([`note[${index}]`, note]);
  });
  law.collateral.forEach(({ text }, index) => {
    texts.push([`collateral[${index}]`, text]);
  });
  return present(texts);
}

/** Every text that is a sentence of the project. Names and classes are the law's own words. */
function shownTexts(law: Law): [string, string][] {
  const texts: [string, string | null][] = [...spokenTexts(law), ['model', law.model]];
  for (const [list, offences] of [
    ['offences', law.offences],
    ['minor', law.minor],
  ] as const) {
    offences.forEach((offence, index) => {
      texts.push(
        [`${list}[${index}].appliesTo`, offence.appliesTo],
        [`${list}[${index}].repeat`, offence.repeat],
      );
      offence.mandatory.forEach((text, at) => {
        texts.push([`${list}[${index}].mandatory[${at}]`, text]);
      });
    });
  }
  return present(texts);
}

function present(texts: [string, string | null][]): [string, string][] {
  return texts.filter((entry): entry is [string, string] => entry[1] !== null);
}

function same(first: string[], second: string[]): boolean {
  return first.toSorted().join() === second.toSorted().join();
}
