/** Chooses the helplines that the "Get help" dialog shows for one topic, and prepares their texts. */
import type { Language } from '../words/languages.ts';
import { ESSENTIAL_TOPICS, type Topic } from './help-kinds.ts';
import type { CountryHelp, EmergencyNumber, Helpline, TextNumber } from './help-types.ts';
import { ownNames } from './language-names.ts';

/** One helpline in the reader's language, without the parts that could not be verified. */
export interface HelplineView {
  id: string;
  name: string;
  article: boolean;
  /** The language of `about`, `hours`, `languages` and `limits`. */
  language: Language;
  about: string;
  sms: TextNumber | null;
  phone: string | null;
  tty: string | null;
  chat: string | null;
  url: string | null;
  /** Null if they could not be verified. */
  hours: string | null;
  languages: string | null;
  /** In their own script; empty if unknown. */
  languageNames: string[];
  limits: string;
  checked: string;
  /** False if no page confirmed the number: the reader is advised to check it first. */
  confirmed: boolean;
}

export interface HelpView {
  topic: Topic;
  emergency: readonly EmergencyNumber[];
  emergencyNote: string | null;
  /** People who listen and help. */
  support: HelplineView[];
  /** Lines that take reports, then the police: listed apart, after support. */
  authorities: HelplineView[];
  /** True if the place has no line of its own for this topic: the worldwide ones are shown, and the reader is told so. */
  worldwideOnly: boolean;
}

/**
 * @param help - what `loadHelp` returned.
 * @param topic - what the reader is looking for.
 * @returns the lines in the order to show them. It is never empty: a country without lines gets the worldwide ones. For someone who
 *   wants to stop, the worldwide meetings are always added. A helpline is never left out because its check is old.
 */
export function helpView(help: CountryHelp, topic: Topic): HelpView {
  const own = help.lines.filter((line) => serves(line, topic, help.country));
  const worldwide = help.worldwide.filter((line) => serves(line, topic, help.country));
  const known = servesOwn(help, own, topic);
  const lines = known && topic !== 'wants-to-stop' ? own : withoutRepeats([...own, ...worldwide]);
  return {
    topic,
    emergency: help.emergency,
    emergencyNote: help.emergencyNote,
    support: lines.filter((line) => line.operator === 'support').map(viewOf),
    authorities: [
      ...lines.filter((line) => line.operator === 'report'),
      ...lines.filter((line) => line.operator === 'police'),
    ].map(viewOf),
    worldwideOnly: !known,
  };
}

/**
 * @param numbers - a country's emergency numbers, in the order to show them.
 * @param words - the words of a surface that names the services.
 * @returns the numbers as one text, each with its service unless it reaches every service, such as
 *   "119 (ambulance), 110 (police)"; null if none is known.
 */
export function emergencyText(
  numbers: readonly EmergencyNumber[],
  words: (key: 'emergencyMedical' | 'emergencyPolice', values: { number: string }) => string,
): string | null {
  if (numbers.length === 0) return null;
  return numbers
    .map(({ number, service }) => {
      if (service === 'any') return number;
      const said = words(service === 'medical' ? 'emergencyMedical' : 'emergencyPolice', { number });
      // No-break spaces keep the service on the number's line.
      return said.replaceAll(' ', '\u00A0');
    })
    .join(', ');
}

/**
 * @param sentence - the sentence with the emergency number.
 * @param note - another number of the country, such as "By text: 114".
 * @returns both, as one text.
 */
export function dangerText(sentence: string, note: string | null | undefined): string {
  return note ? `${sentence}. ${note}.` : sentence;
}

function serves(line: Helpline, topic: Topic, country: string | null): boolean {
  if (!line.display || !line.for.includes(topic)) return false;
  return !line.only || country === null || line.only.includes(country);
}

/** For a person in a crisis, or forced by somebody, police lines alone are not enough. */
function servesOwn(help: CountryHelp, own: readonly Helpline[], topic: Topic): boolean {
  if (help.region === 'GLOBAL' && help.country !== null) return false;
  const essential = (ESSENTIAL_TOPICS as readonly Topic[]).includes(topic);
  return own.some(({ operator }) => !essential || operator === 'support');
}

/** The same fellowship may be in the country's file and in the worldwide one; only the country's entry is kept. */
function withoutRepeats(lines: Helpline[]): Helpline[] {
  const names = new Set<string>();
  return lines.filter((line) => !names.has(line.name) && names.add(line.name));
}

function viewOf(line: Helpline): HelplineView {
  // An unsure number could be somebody else's: only the way to look it up is shown.
  const sure = line.confidence !== 'unsure';
  const languagesKnown = !line.unverified.includes('languages');
  return {
    id: line.id,
    name: line.name,
    article: line.article ?? false,
    language: line.language,
    about: line.said.about,
    sms: sure ? line.sms : null,
    phone: sure ? line.phone : null,
    tty: sure ? line.tty : null,
    chat: sure ? line.chat : null,
    url: line.url,
    hours: line.unverified.includes('hours') ? null : line.said.hours,
    languages: languagesKnown ? line.said.languages : null,
    languageNames: languagesKnown ? ownNames(line.languages, line.language) : [],
    limits: line.said.limits,
    checked: line.checked,
    confirmed: line.confirmed !== 'not-confirmed',
  };
}
