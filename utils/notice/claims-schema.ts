/** Checks the files of `data/claims/` and `data/signs.json` in scripts and tests; not part of what ships. */
import * as z from 'zod';
import { AUDIENCES } from '../policy/types.ts';
import { day, inEachLanguage, rechecked } from './help-schema.ts';
import { CONFIDENCES } from './help-types.ts';
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
    text: inEachLanguage,
    figures: z.boolean(),
    plainWithoutFigures: inEachLanguage,
    source,
    caveat: z.string().min(1),
    regions: z.array(z.string().regex(/^(\*|[A-Z]{2}(-[A-Z0-9]{1,3})?)$/)).min(1),
    audiences: z.array(z.enum(AUDIENCES)).min(1),
    checked: day,
    checkAgain: day,
    rechecked: rechecked.optional(),
    confidence: z.enum(CONFIDENCES),
    display: z.boolean(),
  })
  .refine((entry) => entry.checkAgain > entry.checked, 'checkAgain must lie after checked')
  .refine(
    (entry) => entry.figures !== (entry.text.en === entry.plainWithoutFigures.en),
    'a claim with figures needs a plain sentence without them, and only such a claim',
  );

export const claimFile = z.array(claim).min(1);

export const signsFile = z.strictObject({
  note: inEachLanguage,
  signs: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        about: z.enum(['anyone', 'minor']),
        text: inEachLanguage,
        source,
        checked: day,
        checkAgain: day,
      }),
    )
    .min(1),
});
