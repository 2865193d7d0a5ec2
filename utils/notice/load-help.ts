/** Loads the helplines of one country in one language; the build makes each file a separate chunk. */
import type { Language } from '../words/languages.ts';
import { joinHelp, sayHelp } from './help-join.ts';
import { helpRegion } from './help-region.ts';
import type { CountryHelp, HelpFacts, HelpFile, HelpSentences } from './help-types.ts';

const facts = import.meta.glob<{ default: HelpFacts }>('./*.json', { base: '../../data/help/' });
const sentences = import.meta.glob<{ default: HelpSentences }>('./*/*.json', { base: '../../data/help/' });

/**
 * @param country - an ISO 3166-1 code, or null if it is not known.
 * @param language - the reader's language.
 * @returns the lines of that country, of the European Union, or only the worldwide ones. Throws if a file is missing
 *   from the build. A region without sentences in the language is returned in English; its `language` says so.
 */
export async function loadHelp(country: string | null, language: Language): Promise<CountryHelp> {
  const region = helpRegion(country);
  const [own, global] = await Promise.all([loadRegion(region, language), loadRegion('GLOBAL', language)]);
  return joinHelp(own, global, country);
}

async function loadRegion(region: string, language: Language): Promise<HelpFile> {
  const [own, said] = await Promise.all([
    facts[`./${region}.json`]?.(),
    sentences[`./${language}/${region}.json`]?.(),
  ]);
  if (own && said && own.default.lines.every(({ id }) => id in said.default.lines)) {
    return sayHelp(own.default, said.default, language);
  }
  const english = await sentences[`./en/${region}.json`]?.();
  if (!own || !english) throw new Error(`No helplines for "${region}" in data/help`);
  return sayHelp(own.default, english.default, 'en');
}
