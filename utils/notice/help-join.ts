/** Joins a region's helplines with their sentences, and a place's own lines with the worldwide ones. */
import type { Language } from '../words/languages.ts';
import type { CountryHelp, HelpFacts, HelpFile, HelpSentences } from './help-types.ts';

/**
 * @param facts - `data/help/<region>.json`.
 * @param sentences - `data/help/<language>/<region>.json`.
 * @returns the region in that language. Throws if a line has no sentences; a test keeps every file complete.
 */
export function sayHelp(facts: HelpFacts, sentences: HelpSentences, language: Language): HelpFile {
  const lines = facts.lines.map((line) => {
    const said = sentences.lines[line.id];
    if (!said) throw new Error(`data/help/${language}/${facts.region}.json has nothing on "${line.id}"`);
    return { ...line, said, language };
  });
  return { ...facts, language, emergencyNote: sentences.emergencyNote ?? null, lines };
}

/**
 * @param own - the file that `helpRegion(country)` names.
 * @param global - the worldwide file.
 * @param country - the country asked for, or null.
 */
export function joinHelp(own: HelpFile, global: HelpFile, country: string | null): CountryHelp {
  return { ...own, country, worldwide: own.region === global.region ? [] : global.lines };
}
