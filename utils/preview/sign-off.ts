/** Gathers everything a notice may show at one place to one reader, for a person who has to approve it. */

import { TOPICS, type Topic } from '../notice/help-kinds.ts';
import { emergencyText, type HelplineView, helpView } from '../notice/help-view.ts';
import { lawOffered } from '../notice/law-offered.ts';
import { type LawInFull, lawInFull } from '../notice/law-view.ts';
import { loadHelp } from '../notice/load-help.ts';
import { loadLawAbroad } from '../notice/load-law.ts';
import { mainHelpline } from '../notice/main-helpline.ts';
import { gatherNotice } from '../notice/prepare.ts';
import type { Message } from '../notice/types.ts';
import type { ConfigSnapshot } from '../policy/config-snapshot.ts';
import type { Language } from '../words/languages.ts';
import { loadWords, type Words } from '../words/load.ts';
import { type AccentDays, accentDays } from './accents.ts';
import { everyMessage } from './every-message.ts';

export interface SheetHelpline extends HelplineView {
  topics: Topic[];
}

export interface SignOff {
  headlines: string[];
  messages: Message[];
  accents: AccentDays[];
  /** The line of help that stands on every notice. */
  mainHelpline: string;
  /** What "What the law says here" opens; null where it is not offered. */
  law: LawInFull | null;
  /** The entry's own name of the place, such as "Georgia"; null where there is no entry. */
  lawPlace: string | null;
  /** The emergency numbers as one text. */
  emergency: string | null;
  emergencyNote: string | null;
  helplines: SheetHelpline[];
  words: { notice: Words<'notice'>; help: Words<'help'>; law: Words<'law'> };
}

/** @param today - `YYYY-MM-DD`; decides which figures still hold. Throws if a data file is missing from the build. */
export async function signOff(snapshot: ConfigSnapshot, language: Language, today: string): Promise<SignOff> {
  const moment = { language, today, random: 0, messageHistory: [] };
  const { effective, place } = snapshot;
  const [{ input, material, placeLaw, words: notice }, help, helpWords, lawWords, mainHelplineWords, abroad] =
    await Promise.all([
      gatherNotice(snapshot, moment),
      loadHelp(place.country, language),
      loadWords('help', language),
      loadWords('law', language),
      loadWords('main-helpline', language),
      loadLawAbroad(place.country, language),
    ]);
  const helplines = new Map<string, SheetHelpline>();
  for (const topic of TOPICS) {
    const { support, authorities } = helpView(help, topic);
    for (const line of [...support, ...authorities]) {
      const known = helplines.get(line.id);
      if (known) known.topics.push(topic);
      else helplines.set(line.id, { ...line, topics: [topic] });
    }
  }
  const law = lawOffered(effective.audience.value, placeLaw.law);
  return {
    headlines: (['headline0', 'headline1', 'headline2', 'headline3'] as const).map((key) => notice(key)),
    messages: everyMessage(input, material),
    accents: accentDays(effective.campaign, place, today, material.words),
    mainHelpline: mainHelpline(help, language, mainHelplineWords).line,
    law: law && lawInFull(law, placeLaw.federal, { language, today, words: lawWords, abroad }),
    lawPlace: placeLaw.law?.name ?? null,
    emergency: emergencyText(help.emergency, helpWords),
    emergencyNote: help.emergencyNote,
    helplines: [...helplines.values()],
    words: { notice, help: helpWords, law: lawWords },
  };
}
