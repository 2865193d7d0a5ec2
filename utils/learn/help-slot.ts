/** What the learn page needs to fill a slot for helplines: data only; the page decides where they come from. */
import type { HelpView } from '../notice/help-view.ts';
import type { HelpTopic } from './types.ts';

export interface HelpSlot {
  country: string | null;
  /** True while the country is only guessed from the device. */
  guessed: boolean;
  /** ISO 3166-1 codes of the countries that have their own helplines. */
  choices: readonly string[];
  choose(country: string | null): void;
  /** Null while the lines are being loaded. */
  view(topic: HelpTopic): HelpView | null;
}
