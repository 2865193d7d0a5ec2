/** Defines what every block of a section gets to render itself. */
import type { HelpSlot } from '../../utils/learn/help-slot.ts';
import type { Say } from '../../utils/learn/load-learn.ts';
import type { PolicyName, SourceId } from '../../utils/learn/types.ts';
import type { Signs } from '../../utils/notice/claims-types.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';

export interface Tools {
  language: Language;
  /** The section's own words. */
  say: Say;
  /** The page's words. */
  page: Words<'learn'>;
  /** The words for the numbers and addresses of helplines. */
  contact: Words<'contact'>;
  /** The number of each source in the list at the end of the section. */
  numbers: ReadonlyMap<SourceId, number>;
  signs: Signs;
  help: HelpSlot | null;
  /** Names already known for the policy text, such as an employer's. */
  names: Partial<Record<PolicyName, string>>;
}
