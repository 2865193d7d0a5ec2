/** Prepares "What the law says here": everything that may be shown of a law entry, in one language, and nothing else. */
import type { Language } from '../words/languages.ts';
import type { Words } from '../words/load.ts';
import { figuresAreCurrent, type Moment } from './law.ts';
import { dateText, fineText, spanText, termText } from './law-amounts.ts';
import type { UnreadPart } from './law-kinds.ts';
import type { Collateral, Law, Offence } from './law-types.ts';

export interface Row {
  label: string;
  value: string;
  /** The id by which a cell of the notice leads here (`glance.ts`). */
  part?: string;
}

export interface OffenceView {
  name: string;
  citation: string | null;
  rows: Row[];
}

export interface LawSection {
  id: 'adult' | 'minors' | 'federal' | 'collateral';
  heading: string;
  offences: OffenceView[];
  /** Consequences besides jail and fine; only in `collateral`. */
  points: (Row & { citation: string | null })[];
}

export interface LawInFull {
  /** The language of all of it. */
  language: Language;
  title: string;
  place: string;
  /** The plain sentences, then how the law works and what it does not do. */
  summary: string[];
  sections: LawSection[];
  /** What is left out and why, then one line on the limits of this information. */
  remarks: string[];
  /** The official publication; null if there is none. */
  official: { label: string; title: string; url: string } | null;
  /** A section that is closed at first: how old and how good the sources are, and where they are. */
  readIn: { label: string; remarks: string[]; sources: { title: string; url: string | null }[] };
}

export interface LawViewOptions extends Moment {
  /** The entry's language: all of the law is shown in one language. */
  language: Language;
  words: Words<'law'>;
  /** The entry on acts abroad. Only its plain sentence is shown, and only if the place's own entry says nothing on them. */
  abroad?: Law | null;
}

/**
 * @param law - the entry of the place.
 * @param federal - the entry `US`, shown next to every state that asks for it; null elsewhere.
 * @returns the law in full; null if the entry may not be shown at all. Unsure entries give only their plain sentences;
 *   overdue entries lose every figure.
 */
export function lawInFull(law: Law, federal: Law | null, options: LawViewOptions): LawInFull | null {
  if (!law.display) return null;
  const { language, today, words } = options;
  const figures = figuresAreCurrent(law, today);
  const say = (text: string | null): string[] => (text ? [text] : []);
  const summary = [
    ...say(law.plain),
    ...(figures ? say(law.figures) : []),
    ...(law.plainMinor === law.plain ? [] : say(law.plainMinor)),
    ...(figures ? say(law.figuresMinor) : []),
    ...(figures || !containsFigure(law.model) ? say(law.model) : []),
    ...(figures || !containsFigure(law.limits) ? say(law.limits) : []),
  ];
  const details = law.confidence !== 'unsure';
  const abroad = abroadOf(law, options);
  const own = details
    ? [offenceSection('adult', law, law.offences, options), offenceSection('minors', law, law.minor, options)]
    : [];
  const sections: LawSection[] = [
    ...own,
    collateralSection(details ? law.collateral : [], law, abroad, options),
  ];
  if (federal?.display && law.showFederalMinor && federal.code !== law.code) {
    sections.push(offenceSection('federal', federal, federal.minor, options));
  }
  return {
    language,
    title: words('title'),
    place: law.name,
    summary,
    sections: sections.filter(({ offences, points }) => offences.length + points.length > 0),
    remarks: remarks(law, options),
    official: law.official && { label: words('official'), ...law.official },
    readIn: {
      label: words('readIn'),
      remarks: evidence(law, options),
      sources: [...law.readIn, ...(abroad?.readIn ?? [])].map(({ title, url }) => ({
        title,
        url: url ?? null,
      })),
    },
  };
}

function offenceSection(
  id: 'adult' | 'minors' | 'federal',
  law: Law,
  offences: Offence[],
  options: LawViewOptions,
): LawSection {
  const figures = figuresAreCurrent(law, options.today);
  return {
    id,
    heading: options.words(id),
    points: [],
    offences: offences
      .filter(({ unread }) => !unread?.includes('all'))
      .map((offence) => offenceView(offence, id === 'adult', figures, options)),
  };
}

function offenceView(
  offence: Offence,
  adult: boolean,
  figures: boolean,
  options: LawViewOptions,
): OffenceView {
  const { language, words } = options;
  const read = (part: UnreadPart) => !offence.unread?.includes(part);
  const rows: Row[] = [];
  const row = (label: Parameters<typeof words>[0], value: string | null | undefined) => {
    if (value) rows.push({ label: words(label), value, part: label });
  };
  if (read('appliesTo')) row('who', offence.appliesTo);
  if (read('class')) row('class', offence.class);
  if (figures) {
    const { jail, fine } = offence;
    const min = jail?.min && read('jail.min') ? termText(jail.min, options) : null;
    const max = jail?.max && read('jail.max') ? termText(jail.max, options) : null;
    if (read('jail')) row('prison', spanText(min, max, words));
    if (fine && read('fine')) row('fine', fineText(fine, options));
    for (const text of offence.mandatory) row('required', text);
    if (read('repeat')) row('repeat', offence.repeat);
  }
  if (figures || !containsFigure(offence.note)) row('note', offence.note);
  if (offence.since && read('since')) row('since', dateText(offence.since, language));
  return {
    name: read('name') ? offence.name : words(adult ? 'genericAdult' : 'genericMinor'),
    citation: read('citation') ? offence.citation : null,
    rows,
  };
}

function abroadOf(law: Law, { abroad }: LawViewOptions): Law | null {
  return abroad?.display && law.collateral.every(({ kind }) => kind !== 'abroad') ? abroad : null;
}

function collateralSection(
  collateral: Collateral[],
  law: Law,
  abroad: Law | null,
  options: LawViewOptions,
): LawSection {
  const { today, words } = options;
  const shown = ({ text }: Collateral) => figuresAreCurrent(law, today) || !containsFigure(text);
  return {
    id: 'collateral',
    heading: words('collateral'),
    offences: [],
    points: [
      ...collateral.filter(shown).map(({ id, kind, text, citation, unread }) => ({
        part: id,
        label: words(`kind-${kind}`),
        value: text,
        citation: unread?.includes('citation') ? null : citation,
      })),
      ...(abroad ? [{ label: words('kind-abroad'), value: abroad.plain, citation: null }] : []),
    ],
  };
}

/** @returns whether the law punishes paying an adult but no penalty may be shown. */
function penaltyUnknown(law: Law): boolean {
  const stated = ({ jail, fine, unread = [] }: Offence) =>
    !unread.includes('all') &&
    ((jail !== null && !unread.includes('jail')) || (fine !== null && !unread.includes('fine')));
  return law.buyerPunished === 'yes' && !law.offences.some(stated);
}

function remarks(law: Law, { language, today, words }: LawViewOptions): string[] {
  const unknown = law.confidence === 'unsure' || penaltyUnknown(law);
  return [
    ...(unknown ? [words('penaltyUnknown')] : []),
    ...(today > law.checkAgain ? [words('lapsed', { again: dateText(law.checkAgain, language) })] : []),
    words('limits', { date: dateText(law.checked, language) }),
  ];
}

function evidence(law: Law, { language, words }: LawViewOptions): string[] {
  const [from, to] = law.asOf?.split('/') ?? [];
  const date = (value: string) => dateText(value, language);
  return [
    words(`evidence-${law.evidence}`),
    from === undefined
      ? words('asOfUnknown')
      : to === undefined
        ? words('asOf', { date: date(from) })
        : words('asOfRange', { from: date(from), to: date(to) }),
  ];
}

/** Recognizes a figure by its digits; the data lint prevents spelled-out numbers. */
function containsFigure(text: string | null): boolean {
  return text !== null && /\d/.test(text);
}
