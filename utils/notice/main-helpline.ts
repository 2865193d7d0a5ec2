/** Makes the one line about help that is on every notice. */

import type { Language } from '../words/languages.ts';
import type { Words } from '../words/load.ts';
import {
  type ContactLink,
  callLink,
  emergencyLink,
  plainAddress,
  textLink,
  webLink,
} from './contact-links.ts';
import { MESSAGING } from './help-kinds.ts';
import type { CountryHelp, EmergencyNumber, Helpline, TextNumber } from './help-types.ts';
import { ownNames } from './language-names.ts';

/** Its no-break space keeps the dot on the line of the word before it. */
export const LANGUAGE_SEPARATOR = '\u00A0· ';

/** Limits the line, in characters: it must fit in one row, and the static HTML contains it once for every country. */
const LONGEST = 120;

export interface MainHelpline {
  /** The whole line as one text, without languages. */
  text: string;
  /** The text followed by the other languages spoken there, in their own script, as many as fit in 120 characters. */
  line: string;
  /** The question at the beginning, for a surface that shows it separately. */
  lead: string;
  name: string;
  phone: string | null;
  sms: TextNumber | null;
  url: string | null;
  alwaysOpen: boolean;
  /** In their own script. */
  languages: string[];
  checked: string;
}

/**
 * @param help - a country's helplines.
 * @param language - the reader's language.
 * @param words - the words in that language.
 * @returns the main line for someone being forced or controlled. If a shared number does not work in the country, it has the
 *   emergency number and a worldwide directory. Throws if the file names a main line that it does not contain.
 */
export function mainHelpline(
  help: CountryHelp,
  language: Language,
  words: Words<'main-helpline'>,
): MainHelpline {
  const main = mainLine(help);
  const codes = main.unverified.includes('languages') ? [] : main.languages;
  const text = withoutDoubleSpace(`${words('lead')} ${waysToReach(main, help.emergency, words)}`);
  return {
    text,
    line: withLanguages(text, words('also'), ownNames(codes.filter((code) => code !== language))),
    lead: words('lead'),
    name: main.name,
    phone: main.phone,
    sms: main.sms,
    url: main.url,
    alwaysOpen: openAlways(main),
    languages: ownNames(codes),
    checked: main.checked,
  };
}

/**
 * @param help - as for `mainHelpline`.
 * @returns a link for each number and address in the line, in the order of the line.
 */
export function mainHelplineLinks(help: CountryHelp, words: Words<'contact'>): ContactLink[] {
  const main = mainLine(help);
  const links = [callLink(main, words), textLink(main, words)].filter((link) => link !== null);
  if (links.length > 0) return links;
  const emergency = help.emergency.map(({ number }) => emergencyLink(number, words));
  return main.url ? [...emergency, webLink(main.url)] : emergency;
}

/** Adds the languages, so that people who cannot read the line itself can find their language in it. */
function withLanguages(text: string, also: string, names: readonly string[]): string {
  return names.reduce((line, name) => {
    // If the first name is too long for the line, a shorter one may begin the list.
    const begin = line === text ? withoutDoubleSpace(`${line} ${also} `) : `${line}${LANGUAGE_SEPARATOR}`;
    const longer = `${begin}${name}`;
    return longer.length <= LONGEST ? longer : line;
  }, text);
}

/** Removes spaces after full-width punctuation (Chinese), which has its space in itself. */
export function withoutDoubleSpace(line: string): string {
  return line.replace(/([？：，。]) /g, '$1');
}

function mainLine(help: CountryHelp): Helpline {
  const main = help.lines.find((line) => line.id === help.main);
  if (!main) {
    throw new Error(
      `data/help/${help.region}.json names "${help.main}" as its main line but has no such line`,
    );
  }
  if (!main.only || (help.country !== null && main.only.includes(help.country))) return main;
  return help.worldwide.find((line) => line.display && line.for.includes('forced-or-controlled')) ?? main;
}

function waysToReach(
  main: Helpline,
  emergency: readonly EmergencyNumber[],
  words: Words<'main-helpline'>,
): string {
  if (!main.phone && !main.sms) {
    const find = `${words('find')} ${plainAddress(main.url ?? '')}${words('fullStop')}`;
    const numbers = emergency.map(({ number }) => number).join(` ${words('or')} `);
    return numbers ? `${words('danger')} ${numbers}${words('fullStop')} ${find}` : find;
  }
  const ways = [
    main.phone && `${words('call')} ${main.phone}`,
    main.sms && `${words(MESSAGING[main.sms.kind].word)} ${main.sms.number}`,
  ].filter(Boolean);
  const always = openAlways(main) ? `${words('comma')}${words('always')}` : '';
  return `${ways.join(` ${words('or')} `)}${always}${words('fullStop')}`;
}

function openAlways(main: Helpline): boolean {
  return main.alwaysOpen && !main.unverified.includes('hours');
}
