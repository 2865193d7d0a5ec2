/** Makes the one line about help that stands on every notice. */
import type { Language } from '../policy/types.ts';
import type { CountryHelp, Helpline, TextNumber } from './help-types.ts';
import { ownNames } from './language-names.ts';

/** The line is set in one row and stands in static HTML once for every country. */
const LONGEST = 120;

export interface HelpStrip {
  /** The whole line as one text, without languages. */
  text: string;
  /** The same with the other languages spoken there, in their own script, as many as fit in 120 characters. */
  line: string;
  /** The question it opens with, for a surface that sets it apart. */
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

interface StripWords {
  lead: string;
  call: string;
  or: string;
  text: string;
  whatsapp: string;
  always: string;
  find: string;
  danger: string;
  also: string;
}

/** Kept in code and not in `data/words`: the build needs it before words are compiled, and the lint reads it here. */
export const STRIP_WORDS: Record<Language, StripWords> = {
  en: {
    lead: 'Being forced, threatened or controlled?',
    call: 'Call',
    or: 'or',
    text: 'text',
    whatsapp: 'WhatsApp',
    always: 'day or night',
    find: 'Find free help at',
    danger: 'In danger, call',
    also: 'Also:',
  },
  es: {
    lead: '¿Alguien te fuerza, te amenaza o te controla?',
    call: 'Llama al',
    or: 'o',
    text: 'escribe al',
    whatsapp: 'por WhatsApp al',
    always: 'día y noche',
    find: 'Busca ayuda gratis en',
    danger: 'En peligro, llama al',
    also: 'También:',
  },
};

/**
 * @param help - a country's helplines.
 * @param language - the reader's.
 * @returns the main line for someone being forced or controlled; where a shared number does not work in the country, the
 *   emergency number and a worldwide directory. Throws if the file names a main line it does not hold.
 */
export function helpStrip(help: CountryHelp, language: Language): HelpStrip {
  const main = mainLine(help);
  const words = STRIP_WORDS[language];
  const codes = main.unverified.includes('languages') ? [] : main.languages.codes;
  const text = `${words.lead} ${waysToReach(main, help.emergency, words)}`;
  return {
    text,
    line: withLanguages(text, words.also, ownNames(codes.filter((code) => code !== language))),
    lead: words.lead,
    name: main.name,
    phone: main.phone,
    sms: main.sms,
    url: main.url,
    alwaysOpen: openAlways(main),
    languages: ownNames(codes),
    checked: main.checked,
  };
}

/** Whoever cannot read the line itself can find their language in it. */
function withLanguages(text: string, also: string, names: readonly string[]): string {
  return names.reduce((line, name, index) => {
    const longer = `${line}${index === 0 ? ` ${also} ` : ' · '}${name}`;
    return longer.length <= LONGEST ? longer : line;
  }, text);
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

function waysToReach(main: Helpline, emergency: string | null, words: StripWords): string {
  if (!main.phone && !main.sms) {
    const find = `${words.find} ${plainAddress(main.url ?? '')}.`;
    return emergency ? `${words.danger} ${emergency}. ${find}` : find;
  }
  const ways = [
    main.phone && `${words.call} ${main.phone}`,
    main.sms && `${main.sms.kind === 'sms' ? words.text : words.whatsapp} ${main.sms.number}`,
  ].filter(Boolean);
  return `${ways.join(` ${words.or} `)}${openAlways(main) ? `, ${words.always}` : ''}.`;
}

function openAlways(main: Helpline): boolean {
  return main.alwaysOpen && !main.unverified.includes('hours');
}

function plainAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
