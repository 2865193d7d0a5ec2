/** Gives the build every country's line of help and its links, so that both can stand in the notice's static HTML. */
import { readFileSync } from 'node:fs';
import type { ContactLink } from '../../utils/notice/contact-links.ts';
import { joinHelp } from '../../utils/notice/help-join.ts';
import { helpRegion, servedCountries } from '../../utils/notice/help-region.ts';
import type { CountryHelp, HelpFile } from '../../utils/notice/help-types.ts';
import { mainHelpline, mainHelplineLinks } from '../../utils/notice/main-helpline.ts';
import { LANGUAGES, type Language } from '../../utils/policy/types.ts';
import type { Words } from '../../utils/words/load.ts';
import { readWords } from '../facts/words.ts';
import { readHelpFiles } from './read-help.ts';

/** The line of one country in one language. */
export interface BuiltMainHelpline {
  line: string;
  /** One for each number in the line, in its order. */
  links: ContactLink[];
}

/**
 * @returns the main helpline's line by country and language, with the languages spoken there in their own script; `any` stands
 *   for every country that is not named. Countries of the European Union and territories of the United States are named
 *   one by one.
 */
export function mainHelplines(): Record<string, Record<Language, BuiltMainHelpline>> {
  const files = new Map(
    LANGUAGES.flatMap((language) =>
      readHelpFiles(language).map((file) => [`${language} ${file.region}`, file] as const),
    ),
  );
  const file = (country: string | null, language: Language): HelpFile => {
    const found = files.get(`${language} ${helpRegion(country)}`);
    if (!found) throw new Error(`data/help has no file for ${country ?? 'the rest of the world'}`);
    return found;
  };
  const texts = (country: string | null) => {
    const pairs = LANGUAGES.map((language) => {
      const help = joinHelp(file(country, language), file(null, language), country);
      return [language, stripOf(help, language)];
    });
    return Object.fromEntries(pairs) as Record<Language, BuiltMainHelpline>;
  };
  const countries = servedCountries().map((country) => [country, texts(country)] as const);
  return { any: texts(null), ...Object.fromEntries(countries) };
}

function stripOf(help: CountryHelp, language: Language): BuiltMainHelpline {
  return {
    line: mainHelpline(help, language, mainHelplineWords(language)).line,
    links: mainHelplineLinks(help, readWords('contact', language)),
  };
}

/** @returns the words of the line as they stand in the file; they have no placeholders, so that nothing has to be compiled. */
export function mainHelplineWords(language: Language): Words<'main-helpline'> {
  const file = new URL(`../../data/words/${language}/main-helpline.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<
    Parameters<Words<'main-helpline'>>[0],
    string
  >;
  return (key) => texts[key];
}
