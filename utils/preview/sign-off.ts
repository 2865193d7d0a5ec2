/** Gathers everything that a notice may show to one reader at one place, for a person who has to approve it. */

import { TOPICS, type Topic } from '../notice/help-kinds.ts';
import { emergencyText, type HelplineView, helpView } from '../notice/help-view.ts';
import { lawOffered } from '../notice/law-offered.ts';
import { type LawInFull, lawInFull } from '../notice/law-view.ts';
import { loadHelp } from '../notice/load-help.ts';
import { loadLawAbroad, loadPlaceLaw, type PlaceLaw } from '../notice/load-law.ts';
import { mainHelpline } from '../notice/main-helpline.ts';
import { gatherNotice } from '../notice/prepare.ts';
import type { Message } from '../notice/types.ts';
import { locate } from '../place/countries.ts';
import { listPlaces, nameOffered } from '../place/list-places.ts';
import { helplineCountry } from '../place/place.ts';
import type { ConfigSnapshot } from '../policy/config-snapshot.ts';
import type { Language } from '../words/languages.ts';
import { loadWords, type Words } from '../words/load.ts';
import { type AccentDays, accentDays } from './accents.ts';
import { everyMessage } from './every-message.ts';

export interface SheetHelpline extends HelplineView {
  topics: Topic[];
}

/** One of several places that a policy names. */
export interface OfficeLaw {
  /** Its name, such as "Georgia (United States)". */
  place: string;
  /** What "What the law says here" opens for a reader there; null if it is not offered. */
  law: LawInFull | null;
}

export interface SignOff {
  headlines: string[];
  messages: Message[];
  accents: AccentDays[];
  /** The sentence with the main helpline, which is on every notice. */
  mainHelpline: string;
  /** What "What the law says here" opens; null if it is not offered. */
  law: LawInFull | null;
  /** The place as the notice names it, such as "Georgia, United States"; null if it is not known. */
  placeName: string | null;
  /** The places that the policy names, in one line; null if it names fewer than two. */
  offered: string | null;
  /** Their laws, in the policy's order; empty if it names fewer than two. */
  offices: OfficeLaw[];
  /** The emergency numbers as one text. */
  emergency: string | null;
  emergencyNote: string | null;
  helplines: SheetHelpline[];
  words: { notice: Words<'notice'>; help: Words<'help'>; law: Words<'law'> };
}

/** @param today - `YYYY-MM-DD`; decides which figures are still valid. Throws if a data file is missing from the build. */
export async function signOff(snapshot: ConfigSnapshot, language: Language, today: string): Promise<SignOff> {
  const moment = { language, today, random: 0, messageHistory: [] };
  const { effective, place } = snapshot;
  const inFull = async (placeLaw: PlaceLaw, country: string | null) => {
    const law = lawOffered(effective.audience.value, placeLaw.law);
    if (!law) return null;
    const [words, abroad] = await Promise.all([
      loadWords('law', law.language),
      loadLawAbroad(country, law.language),
    ]);
    return lawInFull(law, placeLaw.federal, { language: law.language, today, words, abroad });
  };
  const office = async (code: string): Promise<OfficeLaw> => {
    const located = locate(code) ?? { country: null, region: null };
    const [places, placeLaw] = await Promise.all([listPlaces(language), loadPlaceLaw(located, language)]);
    return {
      place: nameOffered(places, [code], language),
      law: await inFull(placeLaw, located.country),
    };
  };
  const [gathered, help, helpWords, lawWords, mainHelplineWords, offices] = await Promise.all([
    gatherNotice(snapshot, moment),
    loadHelp(helplineCountry(place), language),
    loadWords('help', language),
    loadWords('law', language),
    loadWords('main-helpline', language),
    Promise.all((place.offered ?? []).map(office)),
  ]);
  const { input, material, placeLaw, placeName, offered, words: notice } = gathered;
  const helplines = new Map<string, SheetHelpline>();
  for (const topic of TOPICS) {
    const { support, authorities } = helpView(help, topic);
    for (const line of [...support, ...authorities]) {
      const known = helplines.get(line.id);
      if (known) known.topics.push(topic);
      else helplines.set(line.id, { ...line, topics: [topic] });
    }
  }
  return {
    headlines: (['headline0', 'headline1', 'headline2', 'headline3'] as const).map((key) => notice(key)),
    messages: everyMessage(input, material),
    accents: accentDays(effective.campaign, place, today, material.words),
    mainHelpline: mainHelpline(help, language, mainHelplineWords).line,
    law: await inFull(placeLaw, place.country),
    placeName,
    offered,
    offices,
    emergency: emergencyText(help.emergency, helpWords),
    emergencyNote: help.emergencyNote,
    helplines: [...helplines.values()],
    words: { notice, help: helpWords, law: lawWords },
  };
}
