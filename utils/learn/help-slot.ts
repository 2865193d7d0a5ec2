/** What the learn page needs to fill a slot for helplines: data only, so that the page decides where they come from. */
import type { HelpView } from '../notice/help-view.ts';
import type { HelpTopic } from './types.ts';

export interface HelpSlot {
  country: string | null;
  /** True while the country is a guess of the device's. */
  guessed: boolean;
  /** ISO 3166-1 codes with helplines of their own. */
  choices: readonly string[];
  choose(country: string | null): void;
  /** Null while the lines are being loaded. */
  view(topic: HelpTopic): HelpView | null;
}
