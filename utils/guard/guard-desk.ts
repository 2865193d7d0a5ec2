/** Answers a guard in a page: away to the notice, or in peace with a strip. */
import helpStrips from 'virtual:help-strips';
import type { GuardAnswer, StripWords } from '../messages.ts';
import { decide, isZeroTolerance } from './cover.ts';
import { curtainWords } from './curtain-words.ts';
import type { Sender } from './sender.ts';
import type { GuardState } from './state.ts';

/** @param sender - as the browser reports it: the page cannot choose its tab or address. */
export async function answerGuard({ url, frameId, tab }: Sender): Promise<GuardAnswer> {
  if (frameId !== 0 || tab?.id === undefined || !url)
    throw new Error('A guard speaks from the top frame of a tab');
  // After pushState the document's first address is not the tab's: the tab's own counts.
  const { outcome, state } = await decide(tab.url ?? url, tab.id);
  if (outcome === 'covered')
    return { kind: 'leave', path: state.noticePath, withAddress: !isZeroTolerance(state) };
  return { kind: 'pass', strip: outcome === 'passed' ? stripWords(state) : null };
}

function stripWords({ place, effective }: GuardState): StripWords {
  const wished = effective.language.value === 'auto' ? navigator.languages : [effective.language.value];
  const { leave, heading, language } = curtainWords(wished);
  const texts = helpStrips[place.country ?? 'any'] ?? helpStrips.any;
  return { help: texts?.[language] ?? '', leave, label: heading };
}
