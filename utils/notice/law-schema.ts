/** The shapes of the files in `data/law/`, for scripts and tests; the extension ships the types without them. */
import { z } from 'zod';
import type { LawSentences } from './law-join.ts';
import {
  BUYER_PUNISHED,
  COLLATERAL_KINDS,
  CONFIDENCE,
  EVIDENCE,
  type LawFacts,
  UNREAD_PARTS,
} from './law-types.ts';

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
  id,
  citation: z.string().min(1),
  jail: z.strictObject({ min: term.nullable(), max: term.nullable() }).nullable(),
  fine: fine.nullable(),
  since: z.string().regex(partialDate).nullable(),
  unread: z.array(z.enum(UNREAD_PARTS)).nonempty().optional(),
});

const collateral = z.strictObject({
  id,
  kind: z.enum(COLLATERAL_KINDS),
  citation: z.string().min(1).nullable(),
  offences: z.array(id).nonempty().optional(),
  unread: z.array(z.literal('citation')).optional(),
});

const collateralRead = z.strictObject({
  kinds: z.array(z.enum(COLLATERAL_KINDS)).nonempty(),
  found: z.literal([false, null]),
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
    name: text.optional(),
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
  .refine(
    (law) => !law.figuresMinor || law.plainMinor,
    'figuresMinor needs plainMinor before it',
  ) satisfies z.ZodType<LawSentences>;

/** One file of `data/law/`: facts. Throws a ZodError that names the field. */
export const lawSchema = z
  .strictObject({
    code: z.string().regex(/^([A-Z]{2}(-[A-Z]{2,3})?)$/),
    display: z.boolean(),
    buyerPunished: z.enum(BUYER_PUNISHED),
    cites: z.strictObject({ plain: z.string().optional(), plainMinor: z.string().optional() }).optional(),
    offences: z.array(offence),
    minor: z.array(offence),
    collateral: z.array(collateral),
    collateralRead: z.array(collateralRead).nonempty().optional(),
    noPenaltyRead: z.string().min(10).optional(),
    showFederalMinor: z.boolean(),
    confidence: z.enum(CONFIDENCE),
    evidence: z.enum(EVIDENCE),
    official: official.nullable(),
    readIn: z.array(source).nonempty(),
    asOf: z
      .string()
      .refine(
        (value) => value.split('/').length <= 2 && value.split('/').every((date) => partialDate.test(date)),
      )
      .nullable(),
    checked: z.iso.date(),
    checkAgain: z.iso.date(),
    pending: z.string().min(1).nullable(),
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
  .refine(({ offences, minor, collateral }) => {
    const all = [...offences, ...minor].map((one) => one.id);
    return collateral.every(({ offences: own = [] }) => own.every((one) => all.includes(one)));
  }, 'a consequence names an offense that the entry does not have') satisfies z.ZodType<LawFacts>;
