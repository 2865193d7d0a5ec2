/** Checks the files of `data/claims/` and the signs of `data/learn/` in scripts and tests; it does not ship. */
import * as z from 'zod';
import { AUDIENCES } from '../policy/modes.ts';
import { CONFIDENCES } from './help-kinds.ts';
import { day, rechecked, sentence } from './help-schema.ts';
import { THEMES } from './types.ts';

const source = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  year: z.int().min(1990).max(2100),
  url: z.url({ protocol: /^https?$/ }),
});

const claim = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z0-9]+)+$/),
    theme: z.enum(THEMES),
    /** True if the text contains a statistic that can go out of date. */
    figures: z.boolean(),
    source,
    /** What a reviewer must know; not shown on the notice. */
    caveat: z.string().min(1),
    /** ISO 3166 codes, or `*` for everywhere. */
    regions: z.array(z.string().regex(/^(\*|[A-Z]{2}(-[A-Z0-9]{1,3})?)$/)).min(1),
    audiences: z.array(z.enum(AUDIENCES)).min(1),
    /** For events such as a police operation: the last day, or the last day of the month if only the month is known. */
    happened: day.optional(),
    checked: day,
    checkAgain: day,
    rechecked: rechecked.optional(),
    confidence: z.enum(CONFIDENCES),
    display: z.boolean(),
  })
  .refine((entry) => entry.checkAgain > entry.checked, 'checkAgain must lie after checked');

export const claimFile = z.array(claim).min(1);

/** One file of `data/claims/<language>/`, by the ids of the claims. */
export const claimSentences = z.record(
  z.string(),
  z.strictObject({
    text: sentence,
    /** The sentence to show once the figure is out of date; only for a claim with a figure. */
    plainWithoutFigures: sentence.optional(),
  }),
);

export const signsFile = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      about: z.enum(['anyone', 'minor']),
      source,
      checked: day,
      checkAgain: day,
    }),
  )
  .min(1);

/** `data/learn/<language>/signs.json`. */
export const signSentences = z.strictObject({
  /** Shown above every list of signs. */
  note: sentence,
  /** By the ids of the signs. */
  signs: z.record(z.string(), sentence),
});
