/** What the data says about the law of one place, and which sentence of it a notice may show today. */
import type { Language } from '../policy/types.ts';
import type { Citation, Message } from './types.ts';

/** One text in every language of the product. */
export type Text = Record<Language, string>;

/** Whom the law of the place punishes for paying. `no`: nobody for paying an adult. */
export const BUYER_PUNISHED = ['yes', 'outside-licensed', 'only-exploited', 'only-public', 'no'] as const;
export type BuyerPunished = (typeof BUYER_PUNISHED)[number];

/** How far the entry was confirmed. `unsure` entries show their plain sentence only. */
export const CONFIDENCE = ['verified', 'likely', 'unsure'] as const;
export type Confidence = (typeof CONFIDENCE)[number];

/** What kind of text stands behind the entry, best first. */
export const EVIDENCE = [
  'statute',
  'statute-copy',
  'statute-older',
  'official-summary',
  'court-and-publisher',
  'secondary',
  'news',
  'little',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** A prison term: for life, or a sum of its parts. */
export type Term =
  | 'life'
  | { years?: number | undefined; months?: number | undefined; days?: number | undefined };

/** An amount in whole units of an ISO 4217 currency. `null` means "do not show", never "none". */
export interface Fine {
  min: number | null;
  max: number | null;
  currency: string;
}

/** Parts of an offence that nobody has read in a source, and that are therefore never shown. */
export const UNREAD_PARTS = [
  'all',
  'name',
  'citation',
  'appliesTo',
  'class',
  'jail',
  'jail.min',
  'jail.max',
  'fine',
  'repeat',
  'since',
] as const;
export type UnreadPart = (typeof UNREAD_PARTS)[number];

/** One offence. `null` means "do not show", never "no penalty". */
export interface Offence {
  /** The law's own name in English, and what it says in Spanish. */
  name: Text;
  citation: string;
  appliesTo: Text;
  class: Text | null;
  jail: { min: Term | null; max: Term | null } | null;
  fine: Fine | null;
  /** Year, month or day from which it holds. */
  since: string | null;
  /** What a court has to impose. */
  mandatory: Text[];
  repeat: Text | null;
  note: Text | null;
  unread?: UnreadPart[] | undefined;
}

export const COLLATERAL_KINDS = [
  'registration',
  'vehicle-forfeiture',
  'vehicle-impound',
  'licence-suspension',
  'publication',
  'program',
  'hiv-test',
  'record',
  'abroad',
  'other',
] as const;
export type CollateralKind = (typeof COLLATERAL_KINDS)[number];

/** What a conviction brings besides jail and fine. */
export interface Collateral {
  kind: CollateralKind;
  text: Text;
  citation: string | null;
  unread?: 'citation'[] | undefined;
}

/** Where a statement was read. `note` says what was read there, for people who review. */
export interface LawSource {
  title: string;
  url?: string | undefined;
  note?: string | undefined;
}

/** One file of `data/law/`. */
export interface Law {
  /** ISO 3166 (`US-GA`, `SE`), or `XT` and `US-XT` for acts abroad. */
  code: string;
  name: Text;
  /** False: nothing of the entry is shown until somebody has checked it. */
  display: boolean;
  buyerPunished: BuyerPunished;
  /** How the law of a country works, in a sentence or two. */
  model: Text | null;
  /** Always true to show: holds no figure at all. */
  plain: Text;
  /** Sentences with figures, which follow `plain` until `checkAgain`. */
  figures: Text | null;
  plainMinor: Text | null;
  figuresMinor: Text | null;
  /** The citation behind a plain text, where it is not that of the first offense; always one of the entry's own. */
  cites?: { plain?: string | undefined; plainMinor?: string | undefined } | undefined;
  /** What the law does not do, so that nothing is overstated. */
  limits: Text | null;
  offences: Offence[];
  minor: Offence[];
  collateral: Collateral[];
  /** Federal law on minors stands beside this entry. */
  showFederalMinor: boolean;
  confidence: Confidence;
  evidence: Evidence;
  sources: LawSource[];
  /** Date of the text that was read: a year, month or day, or two of them with a slash. */
  asOf: string | null;
  /** Days, `YYYY-MM-DD`. */
  checked: string;
  checkAgain: string;
  /** A bill or decision that can change the entry. */
  pending: string | null;
  /** What to look up at the next review; for people who review, in English. */
  toCheck: string | null;
}

export interface Moment {
  language: Language;
  /** `YYYY-MM-DD` in the reader's time zone. */
  today: string;
}

export interface LawMessage extends Message {
  /** True if the text holds figures. */
  figures: boolean;
}

/** @returns whether figures of the entry may be shown: it is confirmed, and its check is not overdue. */
export function figuresHold(law: Law, today: string): boolean {
  return law.confidence !== 'unsure' && today <= law.checkAgain;
}

/**
 * The law on paying an adult, as one message.
 * @returns null where nothing may be shown, and where the law does not punish the person who pays: no false threat.
 */
export function lawMessage(law: Law, moment: Moment): LawMessage | null {
  if (!law.display || law.buyerPunished === 'no') return null;
  return message(law, `law:${law.code}`, law.plain, law.figures, backing(law, 'plain'), moment);
}

/** The law on paying a minor, as one message; null where the entry has none. For US states, pass the federal entry. */
export function minorMessage(law: Law, moment: Moment): LawMessage | null {
  if (!law.display || !law.plainMinor) return null;
  return message(
    law,
    `law-minor:${law.code}`,
    law.plainMinor,
    law.figuresMinor,
    backing(law, 'plainMinor'),
    moment,
  );
}

/** The law messages of one notice, as the chooser takes them. */
export interface LawMaterial {
  law: LawMessage | null;
  minors: LawMessage | null;
}

/**
 * @param law - the entry of the place, or null where there is none.
 * @param federal - the federal entry where the place is a US state; null elsewhere.
 * @returns the law on paying, and the law on minors: federal law beside a US state's, elsewhere the entry's own. The
 *   federal entry on its own, for a reader in the US without a state, speaks of minors already and says it once.
 */
export function lawMaterial(law: Law | null, federal: Law | null, moment: Moment): LawMaterial {
  const minors = law?.showFederalMinor ? federal : law?.code === 'US' ? null : law;
  return { law: law && lawMessage(law, moment), minors: minors && minorMessage(minors, moment) };
}

function message(
  law: Law,
  id: string,
  plain: Text,
  figures: Text | null,
  offence: Offence | undefined,
  { language, today }: Moment,
): LawMessage {
  const shown = figures && figuresHold(law, today) ? figures[language] : null;
  return {
    id,
    theme: 'law',
    text: shown ? `${plain[language]} ${shown}` : plain[language],
    figures: shown !== null,
    citation: citationOf(law, offence),
  };
}

/** The offense a plain text speaks of: the one it cites, else the first. */
function backing(law: Law, part: 'plain' | 'plainMinor'): Offence | undefined {
  const cited = law.cites?.[part];
  const own = part === 'plain' ? [...law.offences, ...law.minor] : law.minor;
  return cited ? [...law.offences, ...law.minor].find(({ citation }) => citation === cited) : own[0];
}

/** The statute where its section was confirmed, else the entry's first source. */
function citationOf(law: Law, offence: Offence | undefined): Citation | null {
  const source = law.sources.find(({ url }) => url) ?? law.sources[0];
  if (!source) return null;
  const unread = offence?.unread ?? [];
  const statute =
    offence &&
    law.evidence !== 'little' &&
    law.confidence !== 'unsure' &&
    !unread.includes('all') &&
    !unread.includes('citation')
      ? offence.citation
      : null;
  return {
    title: statute ?? source.title,
    ...(statute ? { publisher: source.title } : {}),
    ...(source.url ? { url: source.url } : {}),
    checked: law.checked,
  };
}
