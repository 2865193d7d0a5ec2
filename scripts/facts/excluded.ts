/** Figures that circulate without a sound basis: no message of ours may carry one. */

import { anyLetter } from './pattern.ts';

/** What to look for, and why it is out. */
export interface Excluded {
  pattern: RegExp;
  why: string;
}

/** A thousands sign in either language. */
const S = '[.,\\u00a0\\u202f ]?';
const CHILDREN =
  '(american |estadounidenses )?(children|kids|minors|youths?|girls|ni[ñn][oa]s|menores|j[oó]venes|chicas)';

export const EXCLUDED: readonly Excluded[] = [
  out(`300${S}000 (de )?${CHILDREN}`, 'counted risk factors with data of the 1990s; its author disowns it'),
  out(`100${S}000 (de )?${CHILDREN}`, 'a guess'),
  out(
    '(average|media|promedio)[^.]{0,40}\\b1[1-5]\\b[^.]{0,6}(to|and|y|a|-|–)[^.]{0,3}\\b1[3-6]\\b',
    'from 107 interviews with minors',
  ),
  out(
    'second[- ]largest|segundo (negocio|mercado)[^.]{0,20}(grande|mundo)',
    'nothing comparable was measured',
  ),
  out('fastest[- ]growing|de m[aá]s r[aá]pido crecimiento', 'nothing comparable was measured'),
  out('\\$?290 (million|millones)', 'a 2007 estimate for something else'),
  out(`\\$?(33${S}000|32${S}833)\\b`, 'a handful of convicted men'),
  out(
    `\\b354 (minors|girls|menores|ni[ñn]as)|7${S}200 (men|hombres)|8${S}770\\b`,
    'ages guessed from photos',
  ),
  out(`547${S}500`, 'arithmetic on a guess'),
  out('more than half (of|were|are|could)|m[aá]s de la mitad (de las|eran|son)', 'no source'),
  out(`(tens|hundreds) of thousands of ${CHILDREN}|(decenas|cientos) de miles de ${CHILDREN}`, 'no source'),
  out(`1[.,]2 (million|millones de) ${CHILDREN}`, 'from about 2002'),
  out(
    '\\$?42 (billion|mil millones)|\\$?9[.,]8 (billion|mil millones)|\\$?150 (billion|mil millones)',
    'no sound basis',
  ),
  out('27 (million|millones)', 'an estimate of about 1999'),
  out('75 ?% (of (all )?victims|de las v[ií]ctimas)', 'true of some lists of known cases only'),
  out('89 ?%', 'convenience samples, not general'),
  out('87 ?%', 'about 100 people, not representative'),
  out('65[.,]8 ?%|\\b661\\b', 'prosecuted cases, not prevalence'),
  out('84 (children|ni[ñn]os|menores)', 'many operations over several days'),
  out(
    '1 (in|de cada) 5 (girls|ni[ñn]as)|1 (in|de cada) 10 (boys|ni[ñn]os)',
    'older studies of something else',
  ),
  out('\\b1 ?% (are|is|son|es) (rescued|helped|rescatad\\w+)', 'no source'),
  out('15 ?(-|–|to|a) ?20 ?% (of|de)', 'no sound basis'),
  out('super bowl', 'no surge was found'),
  out('every day thousands|thousands every day|miles cada d[ií]a', 'no source'),
];

/** @returns why a text may not be shown, or null. */
export function excludedFigure(text: string): string | null {
  const found = EXCLUDED.find(({ pattern }) => pattern.test(text));
  return found ? `"${found.pattern.exec(text)?.[0] ?? ''}": ${found.why}` : null;
}

function out(pattern: string, why: string): Excluded {
  return { pattern: anyLetter(pattern), why };
}
