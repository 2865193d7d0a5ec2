/** Joins the facts of a place's law with its sentences in one language. */
import type { Language } from '../words/languages.ts';
import type { Law, LawFacts, LawSentences, Offence, OffenceFacts } from './law-types.ts';

/** @returns whether the sentences cover every offense and consequence of the facts: a law is never shown in part. */
export function coversLaw(facts: LawFacts, sentences: LawSentences): boolean {
  const { offences = {}, collateral = {} } = sentences;
  return (
    [...facts.offences, ...facts.minor].every(({ id }) => id in offences) &&
    facts.collateral.every(({ id }) => id in collateral)
  );
}

/**
 * @param facts - `data/law/<place>.json`.
 * @param sentences - `data/law/<language>/<place>.json`.
 * @returns the law as all other code uses it. Throws if an offense or a consequence has no sentences; a test keeps every
 *   file complete.
 */
export function joinLaw(facts: LawFacts, sentences: LawSentences, language: Language): Law {
  const { code } = facts;
  const of = <T>(found: T | undefined, id: string): T => {
    if (found === undefined) throw new Error(`data/law/${language}/${code}.json has nothing on "${id}"`);
    return found;
  };
  const offence = (own: OffenceFacts): Offence => {
    const said = of(sentences.offences?.[own.id], own.id);
    return {
      ...own,
      name: said.name,
      appliesTo: said.appliesTo,
      class: said.class ?? null,
      mandatory: said.mandatory ?? [],
      repeat: said.repeat ?? null,
      note: said.note ?? null,
    };
  };
  return {
    ...facts,
    language,
    name: sentences.name ?? countryName(code, language),
    model: sentences.model ?? null,
    plain: sentences.plain,
    figures: sentences.figures ?? null,
    plainMinor: sentences.plainMinor ?? null,
    figuresMinor: sentences.figuresMinor ?? null,
    limits: sentences.limits ?? null,
    offences: facts.offences.map(offence),
    minor: facts.minor.map(offence),
    collateral: facts.collateral.map((own) => ({
      ...own,
      text: of(sentences.collateral?.[own.id], own.id),
    })),
  };
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
