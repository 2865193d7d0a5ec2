/** The measures of reading, each made for its language by its author; a language that is not here is judged by a person alone. */
import { english } from './english.ts';
import type { Measure } from './measure.ts';
import { spanish } from './spanish.ts';

export type { Measure };

export const MEASURES = { en: english, es: spanish } satisfies Record<string, Measure>;
