/** Summarizes the law of a place at a glance: one sentence, and up to three consequences as figures, all from its law file. */
import glance from '../../data/glance.json' with { type: 'json' };
import type { Language } from '../words/languages.ts';
import type { Words } from '../words/load.ts';
import { figuresAreCurrent, lawMaterial } from './law.ts';
import { fineText, spanText, termText } from './law-amounts.ts';
import { REQUIRED_KINDS } from './law-kinds.ts';
import type { Collateral, Law, Term } from './law-types.ts';
import type { PlaceLaw } from './load-law.ts';

/** What a cell is about; each kind has its own icon and words. */
export const CELL_KINDS = [
  'jail',
  'fine',
  'publication',
  'spouse',
  'car-taken',
  'car-held',
  'license',
  'registry',
  'class',
  'test',
] as const;
export type CellKind = (typeof CELL_KINDS)[number];

export interface Cell {
  kind: CellKind;
  /** Set large, such as "up to 12 months". */
  figure: string;
  /** The text under the figure, such as "in jail". */
  label: string;
  /** The part of the full law that says it: `prison` or `fine` of the first offense, or the id of a further consequence. */
  part: string;
}

export interface LawGlance {
  /** The language of the entry, which may differ from the reader's. */
  language: Language;
  /** The sentence on paying; null if the law of the place punishes nobody for it. */
  sentence: string | null;
  /** The sentence with figures that follows it: read aloud, and shown where the cells have no room. */
  figures: string | null;
  /** The law on minors, in one or two sentences. */
  minors: string | null;
  /** The language of that text. Next to a state's law it is the federal entry's, which may be translated when the state's is not. */
  minorsLanguage: Language;
  cells: Cell[];
}

/** As many as a reader takes in at a glance. */
const MOST_CELLS = 3;

type FurtherKind = Exclude<CellKind, 'jail' | 'fine'>;

/** Maps kinds of the law data to kinds of cells, beginning with those that affect a life most. */
const OF_KIND: Readonly<Record<string, FurtherKind>> = {
  publication: 'publication',
  'spouse-told': 'spouse',
  'vehicle-forfeiture': 'car-taken',
  'vehicle-impound': 'car-held',
  'licence-suspension': 'license',
  'license-driving': 'license',
  registration: 'registry',
  registry: 'registry',
  program: 'class',
  class: 'class',
  'hiv-test': 'test',
  testing: 'test',
};

interface Options {
  /** The language of the entry, and of the words. */
  language: Language;
  /** `YYYY-MM-DD`. */
  today: string;
  words: Words<'law'>;
}

/** @returns what a place's notice shows of its law at first sight. */
export function glanceAt({ law, federal }: Pick<PlaceLaw, 'law' | 'federal'>, options: Options): LawGlance {
  const { law: paying, minors } = lawMaterial(law, federal, options);
  const cells = law && paying ? cellsOf(law, options) : [];
  return {
    language: law?.language ?? options.language,
    sentence: law && paying ? law.plain : null,
    figures: law && paying?.figures ? law.figures : null,
    minors: minors?.text ?? null,
    minorsLanguage: minors?.language ?? options.language,
    cells,
  };
}

/**
 * @returns up to three cells: what a first offense of paying an adult can bring. It is empty if the law punishes only some people
 *   who pay, because a figure alone would say more than the law does, and if the entry is overdue for its check.
 */
export function cellsOf(law: Law, options: Options): Cell[] {
  if (!law.display || !['yes', 'outside-licensed'].includes(law.buyerPunished)) return [];
  if (!figuresAreCurrent(law, options.today)) return [];
  const cells = [...penalties(law, options), ...further(law, options.words)];
  return cells.slice(0, MOST_CELLS);
}

function penalties(law: Law, { words, ...options }: Options): Cell[] {
  const [offence] = law.offences;
  if (!offence || offence.unread?.includes('all')) return [];
  const cells: Cell[] = [];
  const unread = (part: string) => (offence.unread as string[] | undefined)?.includes(part) ?? false;
  const { jail, fine } = offence;
  if (jail && !unread('jail')) {
    const say = (term: Term | null, part: string) =>
      term && !unread(part) ? termText(term, { ...options, words }) : null;
    const figure = spanText(say(jail.min, 'jail.min'), say(jail.max, 'jail.max'), words);
    if (figure) cells.push({ kind: 'jail', figure, label: words(jailWord(law, jail.max)), part: 'prison' });
  }
  if (fine && !unread('fine'))
    cells.push({
      kind: 'fine',
      figure: fineText(fine, { ...options, words }),
      label: words('cell-fine-label'),
      part: 'fine',
    });
  return cells;
}

/** In the United States a year or less is served in a jail, and more in a jail or a prison. Elsewhere the word is "prison". */
function jailWord(law: Law, longest: Term | null) {
  if (!law.code.startsWith('US')) return 'cell-prison-label';
  const years =
    longest === null || longest === 'life' ? 9 : (longest.years ?? 0) + (longest.months ?? 0) / 12;
  return years > 1 ? 'cell-either-label' : 'cell-jail-label';
}

function further(law: Law, words: Words<'law'>): Cell[] {
  const allowed = (glance.places as Record<string, string[]>)[law.code] ?? [];
  const order = Object.keys(OF_KIND);
  const [paying] = law.offences;
  // A registry, for example, is often only for people who pay a minor. It must not be next to the figures for paying an adult.
  const follows = ({ offences }: Collateral) => !offences || (paying && offences.includes(paying.id));
  const kindOf = ({ kind }: Collateral) => OF_KIND[kind];
  return law.collateral
    .filter((one) => allowed.includes(one.id) && kindOf(one) && follows(one))
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    .flatMap((one) => {
      const kind = kindOf(one);
      if (!kind) return [];
      return [{ kind, figure: words(`cell-${kind}`), label: labelOf(kind, one, words), part: one.id }];
    });
}

/** Uses the label for a required consequence if the law requires it, so that "can" does not soften it. */
function labelOf(kind: FurtherKind, { required }: Collateral, words: Words<'law'>): string {
  const own = required && REQUIRED_KINDS.find((one) => one === kind);
  return own ? words(`cell-${own}-required-label`) : words(`cell-${kind}-label`);
}
