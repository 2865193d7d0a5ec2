/** Checks the files of `data/law/` in scripts and tests; the extension uses only the types. */
import { z } from 'zod';
import {
  BUYER_PUNISHED,
  COLLATERAL_KINDS,
  CONFIDENCE,
  EVIDENCE,
  REQUIRED_KINDS,
  UNREAD_PARTS,
} from './law-kinds.ts';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const partialDate = /^\d{4}(-\d\d(-\d\d)?)?$/;
const count = z.number().positive();

const term = z.union([
  z.literal('life'),
  z
    .strictObject({ years: count.optional(), months: count.optional(), days: count.optional() })
    .refine((value) => Object.keys(value).length > 0, 'a term needs at least one part'),
]);

const fine = z
  .strictObject({
    min: z.number().positive().nullable(),
    max: z.number().positive().nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .refine(({ min, max }) => min !== null || max !== null, 'a fine needs a minimum or a maximum')
  .refine(({ min, max }) => min === null || max === null || min <= max, 'the minimum is above the maximum');

const offence = z.strictObject({
  /** The key of its sentences; no two offenses of an entry share one. */
  id,
  citation: z.string().min(1),
  jail: z.strictObject({ min: term.nullable(), max: term.nullable() }).nullable(),
  fine: fine.nullable(),
  /** The year, month or day from which it applies. */
  since: z.string().regex(partialDate).nullable(),
  unread: z.array(z.enum(UNREAD_PARTS)).nonempty().optional(),
});

const collateral = z.strictObject({
  id,
  kind: z.enum(COLLATERAL_KINDS),
  citation: z.string().min(1).nullable(),
  /** The ids of the offenses that can lead to it; omitted if every offense of the entry can. */
  offences: z.array(id).nonempty().optional(),
  /** The law requires it after a first conviction, so its cell on the notice does not say "can". Omitted if a court decides. */
  required: z.literal(true).optional(),
  unread: z.array(z.literal('citation')).optional(),
});

/** Records that consequences were looked for, and why the entry does not have them. */
const collateralRead = z.strictObject({
  kinds: z.array(z.enum(COLLATERAL_KINDS)).nonempty(),
  /** False: the text that was read contains none. Null: no copy of the text could be read, so nothing is known. */
  found: z.literal([false, null]),
  /** What was read, or what could not be; for people who review, in English. */
  where: z.string().min(10),
  on: z.iso.date(),
});

const official = z.strictObject({ title: z.string().min(3), url: z.url({ protocol: /^https$/ }) });

const source = z.strictObject({
  title: z.string().min(3),
  url: z.url({ protocol: /^https?$/ }).optional(),
  note: z.string().min(1).optional(),
});

/** One file of `data/law/<language>/`: sentences. */
export const lawSentencesSchema = z
  .strictObject({
    /** Only if `Intl.DisplayNames` has no name for the code, or not the name that people use. */
    name: text.optional(),
    /** How the law of a country works, in one or two sentences. */
    model: text.optional(),
    plain: text,
    figures: text.optional(),
    plainMinor: text.optional(),
    figuresMinor: text.optional(),
    limits: text.optional(),
    offences: z
      .record(
        id,
        z.strictObject({
          name: text,
          appliesTo: text,
          class: text.optional(),
          mandatory: z.array(text).nonempty().optional(),
          repeat: text.optional(),
          note: text.optional(),
        }),
      )
      .optional(),
    collateral: z.record(id, text).optional(),
  })
  .refine((law) => !law.figuresMinor || law.plainMinor, 'figuresMinor needs plainMinor before it');

/** One file of `data/law/`: facts. Throws a ZodError that names the field. */
export const lawSchema = z
  .strictObject({
    /** ISO 3166 (`US-GA`, `SE`), or `XT` and `US-XT` for acts abroad. */
    code: z.string().regex(/^([A-Z]{2}(-[A-Z]{2,3})?)$/),
    /** False if nothing of the entry may be shown until it has been checked. */
    display: z.boolean(),
    buyerPunished: z.enum(BUYER_PUNISHED),
    /** The citation for a plain text, if it is not the first offense's; always one of the entry's own. */
    cites: z.strictObject({ plain: z.string().optional(), plainMinor: z.string().optional() }).optional(),
    offences: z.array(offence),
    minor: z.array(offence),
    collateral: z.array(collateral),
    collateralRead: z.array(collateralRead).nonempty().optional(),
    /** What was looked for, if the entry names no penalty for paying an adult; for people who review, in English. */
    noPenaltyRead: z.string().min(10).optional(),
    /** Federal law on minors is shown with this entry. */
    showFederalMinor: z.boolean(),
    confidence: z.enum(CONFIDENCE),
    evidence: z.enum(EVIDENCE),
    /** The official publication, to which readers are sent. Null for the rule that many countries share. */
    official: official.nullable(),
    /** Every copy and report that was read, best first; readers find them in one section that is closed at first. */
    readIn: z.array(source).nonempty(),
    /** The date of the text that was read: a year, month or day, or a range of two with a slash. */
    asOf: z
      .string()
      .refine(
        (value) => value.split('/').length <= 2 && value.split('/').every((date) => partialDate.test(date)),
      )
      .nullable(),
    checked: z.iso.date(),
    checkAgain: z.iso.date(),
    /** A bill or decision that can change the entry. */
    pending: z.string().min(1).nullable(),
    /** What to look up at the next review; for people who review, in English. */
    toCheck: z.string().min(1).nullable(),
  })
  .refine((law) => law.checked < law.checkAgain, 'checkAgain must follow checked')
  .refine(
    (law) =>
      Object.values(law.cites ?? {}).every((cited) =>
        [...law.offences, ...law.minor].some(({ citation, unread }) => citation === cited && !unread),
      ),
    'cites must name a citation of the entry, of an offense that was read',
  )
  .refine(({ collateral, collateralRead: read = [] }) => {
    const kinds = read.flatMap((one) => one.kinds);
    return new Set(kinds).size === kinds.length && collateral.every(({ kind }) => !kinds.includes(kind));
  }, 'a consequence is recorded as absent twice, or beside the consequence itself')
  .refine(({ offences, minor, collateral }) => {
    const all = [...offences, ...minor].map((one) => one.id);
    return (
      new Set(all).size === all.length && new Set(collateral.map((one) => one.id)).size === collateral.length
    );
  }, 'two offenses or two consequences share an id')
  .refine(
    ({ collateral }) =>
      collateral.every(({ kind, required }) => !required || REQUIRED_KINDS.some((one) => one === kind)),
    'only a kind that has words for it can be required',
  )
  .refine(({ offences, minor, collateral }) => {
    const all = [...offences, ...minor].map((one) => one.id);
    return collateral.every(({ offences: own = [] }) => own.every((one) => all.includes(one)));
  }, 'a consequence names an offense that the entry does not have');
