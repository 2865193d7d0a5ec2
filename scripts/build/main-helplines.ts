/** Gives the build the main helpline of every country and its links, so that the notice's static HTML can contain both. */
import type { ContactLink } from '../../utils/notice/contact-links.ts';
import { joinHelp } from '../../utils/notice/help-join.ts';
import { helpRegion, servedCountries } from '../../utils/notice/help-region.ts';
import type { CountryHelp, HelpFile } from '../../utils/notice/help-types.ts';
import { mainHelpline, mainHelplineLinks } from '../../utils/notice/main-helpline.ts';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { readWords } from '../read-words.ts';
import { readHelpFiles } from './read-help.ts';

/** The line of one country in one language. */
export interface BuiltMainHelpline {
  line: string;
  /** One for each number in the line, in its order. */
  links: ContactLink[];
}

/**
 * @returns the main helpline's line by country and language, with the languages spoken there in their own script. `any` is
 *   for every country that has no entry. Countries of the European Union and territories of the United States have one entry
 *   each.
 */
export function mainHelplines(
  languages: readonly Language[] = LANGUAGES,
): Record<string, Record<Language, BuiltMainHelpline>> {
  // The line contains only numbers and the words of `main-helpline.json`, so English files are enough for every language.
  const files = new Map(readHelpFiles('en').map((file) => [file.region, file]));
  const file = (country: string | null): HelpFile => {
    const found = files.get(helpRegion(country));
    if (!found) throw new Error(`data/help has no file for ${country ?? 'the rest of the world'}`);
    return found;
  };
  const texts = (country: string | null) => {
    const help = joinHelp(file(country), file(null), country);
    const pairs = languages.map((language) => [language, lineOf(help, language)]);
    return Object.fromEntries(pairs) as Record<Language, BuiltMainHelpline>;
  };
  const countries = servedCountries().map((country) => [country, texts(country)] as const);
  return { any: texts(null), ...Object.fromEntries(countries) };
}

function lineOf(help: CountryHelp, language: Language): BuiltMainHelpline {
  return {
    line: mainHelpline(help, language, readWords('main-helpline', language)).line,
    links: mainHelplineLinks(help, readWords('contact', language)),
  };
}
