/** Checks the files of `data/help/` in scripts and tests; it does not ship. */
import * as z from 'zod';
import {
  CONFIDENCES,
  CONFIRMATIONS,
  EMERGENCY_SERVICES,
  ESSENTIAL_TOPICS,
  MESSAGE_KINDS,
  MESSAGING,
  OPERATORS,
  TOPICS,
} from './help-kinds.ts';

export const day = z.iso.date();
export const sentence = z.string().trim().min(1);
export const rechecked = z.strictObject({ on: day, why: z.string().min(1) });

const address = z.url({ protocol: /^https?$/ });

const helpline = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** A proper name: never translated. */
    name: z.string().min(1),
    /** True if English puts "the" before the name in a sentence. */
    article: z.boolean().optional(),
    operator: z.enum(OPERATORS),
    for: z.array(z.enum(TOPICS)).min(1),
    phone: z
      .string()
      .regex(/^[#*+]?[0-9][0-9 -]*$/)
      .nullable(),
    sms: z
      .strictObject({
        number: z.string().regex(/^\+?[0-9][0-9 ]*$/),
        /** The word to send first, if the service asks for one. */
        keyword: z.string().nullable(),
        kind: z.enum(MESSAGE_KINDS),
      })
      .refine(
        ({ kind, number }) => !MESSAGING[kind].needsCountryCode || number.startsWith('+'),
        'a number of this kind needs its country code, or no link can lead there',
      )
      .nullable(),
    /** A text telephone number, or how to reach one. */
    tty: z.string().nullable(),
    chat: address.nullable(),
    url: address.nullable(),
    alwaysOpen: z.boolean(),
    /** BCP 47 codes of the languages that are known by name; the text about languages may mention more. */
    languages: z.array(z.string().refine((code) => Intl.getCanonicalLocales(code).length === 1)),
    /** Parts that could not be verified: kept for the reviewer, never shown. */
    unverified: z.array(z.enum(['languages', 'hours'])),
    /** What was left out of this entry and why. */
    withheld: z.string().optional(),
    /** The countries in which a shared number works, if it does not work in all. */
    only: z.array(z.string().length(2)).min(1).optional(),
    source: z.string().min(1),
    /** `YYYY-MM-DD`: the day the source was last looked at. */
    checked: day,
    checkAgain: day,
    rechecked: rechecked.optional(),
    confirmed: z.enum(CONFIRMATIONS),
    confidence: z.enum(CONFIDENCES),
    display: z.boolean(),
  })
  .refine((line) => line.phone || line.sms || line.chat || line.url, 'a helpline needs a way to reach it')
  .refine((line) => line.checkAgain > line.checked, 'checkAgain must lie after checked')
  .refine(
    (line) => !(line.confirmed === 'not-confirmed' && line.confidence === 'verified'),
    'what was not confirmed cannot be verified',
  )
  .refine(
    (line) => !(line.operator === 'police' && line.for.includes('sells-sex')),
    'no police line for a person who sells sex',
  );

const emergencyNumber = z.strictObject({
  number: z.string().regex(/^[0-9]{2,4}$/),
  service: z.enum(EMERGENCY_SERVICES),
});

/** One file of `data/help/<language>/`. */
export const helpSentences = z.strictObject({
  /** Another emergency number, such as "By text: 114"; omitted if there is none. */
  emergencyNote: sentence.optional(),
  lines: z.record(
    z.string(),
    z.strictObject({
      about: sentence,
      hours: sentence,
      languages: sentence,
      /** What the line cannot or may not do. */
      limits: sentence,
    }),
  ),
});

const noneKnown = z.strictObject({
  for: z.enum(ESSENTIAL_TOPICS),
  /** What was looked for and where; for people who review, in English. */
  where: z.string().min(10),
  on: day,
});

export const helpFile = z
  .strictObject({
    region: z.string().regex(/^([A-Z]{2}|GLOBAL)$/),
    /** Empty if none is known. Medical help comes first: a person in a crisis must not reach only the police. */
    emergency: z.array(emergencyNumber),
    /** The id of the line that is on every notice. */
    main: z.string(),
    lines: z.array(helpline).min(1),
    /** Topics for which no line of people who listen is known in the whole region; the dialog tells the reader so. */
    noneKnown: z.array(noneKnown).nonempty().optional(),
  })
  .refine((file) => {
    const main = file.lines.find((line) => line.id === file.main);
    return (
      main?.display === true && main.confidence !== 'unsure' && main.for.includes('forced-or-controlled')
    );
  }, 'the main line must be shown, not unsure, and for someone forced or controlled')
  .refine(
    ({ emergency }) => emergency.length === 0 || emergency[0]?.service !== 'police',
    'the first emergency number must reach medical help',
  )
  .refine(
    ({ lines, noneKnown: none = [] }) =>
      ESSENTIAL_TOPICS.every((topic) => {
        const listens = lines.some(
          (line) => line.display && line.operator === 'support' && !line.only && line.for.includes(topic),
        );
        return listens !== none.some((one) => one.for === topic);
      }),
    'each essential topic needs a line that listens in the whole region, or stands under noneKnown; never both',
  )
  .refine(
    (file) => new Set(file.lines.map((line) => line.id)).size === file.lines.length,
    'two lines share an id',
  );
