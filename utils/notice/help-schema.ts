/** Checks the files of `data/help/` in scripts and tests; not part of what ships. */
import * as z from 'zod';
import { CONFIDENCES, CONFIRMATIONS, EMERGENCY_SERVICES, OPERATORS, TOPICS } from './help-types.ts';

export const day = z.iso.date();
export const sentence = z.string().trim().min(1);
export const rechecked = z.strictObject({ on: day, why: z.string().min(1) });

const address = z.url({ protocol: /^https?$/ });

const helpline = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(1),
    article: z.boolean().optional(),
    operator: z.enum(OPERATORS),
    for: z.array(z.enum(TOPICS)).min(1),
    phone: z
      .string()
      .regex(/^[#+]?[0-9][0-9 -]*$/)
      .nullable(),
    sms: z
      .strictObject({
        number: z.string().regex(/^\+?[0-9][0-9 ]*$/),
        keyword: z.string().nullable(),
        kind: z.enum(['sms', 'whatsapp']),
      })
      .refine(
        ({ kind, number }) => kind === 'sms' || number.startsWith('+'),
        'a WhatsApp number needs its country code, or no link can lead there',
      )
      .nullable(),
    tty: z.string().nullable(),
    chat: address.nullable(),
    url: address.nullable(),
    alwaysOpen: z.boolean(),
    languages: z.array(z.string().refine((code) => Intl.getCanonicalLocales(code).length === 1)),
    unverified: z.array(z.enum(['languages', 'hours'])),
    withheld: z.string().optional(),
    only: z.array(z.string().length(2)).min(1).optional(),
    source: z.string().min(1),
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
  emergencyNote: sentence.optional(),
  lines: z.record(
    z.string(),
    z.strictObject({ about: sentence, hours: sentence, languages: sentence, limits: sentence }),
  ),
});

export const helpFile = z
  .strictObject({
    region: z.string().regex(/^([A-Z]{2}|GLOBAL)$/),
    emergency: z.array(emergencyNumber),
    main: z.string(),
    lines: z.array(helpline).min(1),
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
    (file) => new Set(file.lines.map((line) => line.id)).size === file.lines.length,
    'two lines share an id',
  );
