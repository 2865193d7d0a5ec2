/** The closed sets of the law data. */

/** Whom the law of the place punishes for paying. `no`: it punishes nobody for paying an adult. */
export const BUYER_PUNISHED = ['yes', 'outside-licensed', 'only-exploited', 'only-public', 'no'] as const;
export type BuyerPunished = (typeof BUYER_PUNISHED)[number];

/** How well the entry was confirmed. `unsure` entries show only their plain sentence. */
export const CONFIDENCE = ['verified', 'likely', 'unsure'] as const;
export type Confidence = (typeof CONFIDENCE)[number];

/** What kind of source the entry is based on, best first. */
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

/** Parts of an offense that were not read in any source and are therefore never shown. */
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

/** Consequences that are looked up for every place in the US; an entry has each, or records that it was looked for and not found. */
export const LOOKED_UP_KINDS = [
  'vehicle-forfeiture',
  'vehicle-impound',
  'publication',
  'spouse-told',
  'class',
  'registry',
  'testing',
  'license-driving',
  'license-professional',
  'diversion',
] as const;

export const COLLATERAL_KINDS = [...LOOKED_UP_KINDS, 'immigration', 'record', 'abroad', 'other'] as const;
export type CollateralKind = (typeof COLLATERAL_KINDS)[number];

/** Consequences that an entry can call required, not only possible; each has its own words for that. */
export const REQUIRED_KINDS = ['publication', 'class'] as const satisfies readonly CollateralKind[];
