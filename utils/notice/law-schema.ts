/** The shape of a file in `data/law/`, for scripts and tests; the extension ships the types without it. */
import { z } from 'zod';
import { BUYER_PUNISHED, COLLATERAL_KINDS, CONFIDENCE, EVIDENCE, type Law, UNREAD_PARTS } from './law.ts';

const text = z.strictObject({ en: z.string().trim().min(1), es: z.string().trim().min(1) });
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
  name: text,
  citation: z.string().min(1),
  appliesTo: text,
  class: text.nullable(),
  jail: z.strictObject({ min: term.nullable(), max: term.nullable() }).nullable(),
  fine: fine.nullable(),
  since: z.string().regex(partialDate).nullable(),
  mandatory: z.array(text),
  repeat: text.nullable(),
  note: text.nullable(),
  unread: z.array(z.enum(UNREAD_PARTS)).nonempty().optional(),
});

const collateral = z.strictObject({
  kind: z.enum(COLLATERAL_KINDS),
  text,
  citation: z.string().min(1).nullable(),
  unread: z.array(z.literal('citation')).optional(),
});

const source = z.strictObject({
  title: z.string().min(3),
  url: z.url({ protocol: /^https?$/ }).optional(),
  note: z.string().min(1).optional(),
});

/** One file of `data/law/`. Throws a ZodError that names the field. */
export const lawSchema = z
  .strictObject({
    code: z.string().regex(/^([A-Z]{2}(-[A-Z]{2,3})?)$/),
    name: text,
    display: z.boolean(),
    buyerPunished: z.enum(BUYER_PUNISHED),
    model: text.nullable(),
    plain: text,
    figures: text.nullable(),
    plainMinor: text.nullable(),
    figuresMinor: text.nullable(),
    cites: z.strictObject({ plain: z.string().optional(), plainMinor: z.string().optional() }).optional(),
    limits: text.nullable(),
    offences: z.array(offence),
    minor: z.array(offence),
    collateral: z.array(collateral),
    showFederalMinor: z.boolean(),
    confidence: z.enum(CONFIDENCE),
    evidence: z.enum(EVIDENCE),
    sources: z.array(source).nonempty(),
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
    (law) => law.confidence !== 'unsure' || (!law.figures && !law.figuresMinor),
    'an unsure entry shows its plain sentence only, so it has no figures',
  )
  .refine(
    (law) =>
      Object.values(law.cites ?? {}).every((cited) =>
        [...law.offences, ...law.minor].some(({ citation, unread }) => citation === cited && !unread),
      ),
    'cites must name a citation of the entry, of an offense that was read',
  )
  .refine(
    (law) => !law.figuresMinor || law.plainMinor,
    'figuresMinor needs plainMinor before it',
  ) satisfies z.ZodType<Law>;
