/** What the learn page needs to fill a slot for helplines: data only, so that every page can bring its own. */
import type { HelpTopic } from './types.ts';

/** One helpline in the reader's language; a subset of what `helpView` gives. */
export interface SlotLine {
  id: string;
  name: string;
  phone: string | null;
  sms: { number: string; keyword: string | null; kind: 'sms' | 'whatsapp' } | null;
  url: string | null;
  hours: string | null;
  checked: string;
  /** False: the reader is told to look the number up first. */
  confirmed: boolean;
}

export interface SlotView {
  emergency: string | null;
  support: readonly SlotLine[];
  authorities: readonly SlotLine[];
}

export interface HelpSlot {
  country: string | null;
  /** True while the country is a guess of the device's. */
  guessed: boolean;
  /** ISO 3166-1 codes with helplines of their own. */
  choices: readonly string[];
  choose(country: string | null): void;
  /** Null while the lines are being loaded. */
  view(topic: HelpTopic): SlotView | null;
}
