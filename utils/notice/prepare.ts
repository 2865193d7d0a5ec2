/** Gathers the words, the law, the claims and the help of one place, and chooses what the notice says. */

import { placeName } from '../place/place-name.ts';
import { loadRegionNames } from '../place/region-names.ts';
import type { ConfigSnapshot } from '../policy/config-snapshot.ts';
import type { Language } from '../words/languages.ts';
import { loadWords, type Words } from '../words/load.ts';
import { chooseContent, type Material } from './choose-content.ts';
import { glanceAt, type LawGlance } from './glance.ts';
import { lawMaterial } from './law.ts';
import { loadClaims } from './load-claims.ts';
import { loadPlaceLaw, type PlaceLaw } from './load-law.ts';
import type { NoticeContent, NoticeInput } from './types.ts';

/** What differs from one showing to the next. */
export interface Moment {
  language: Language;
  /** `YYYY-MM-DD` in the reader's time zone. */
  today: string;
  /** In [0, 1). */
  random: number;
  /** Newest first, from the browser's session memory. */
  messageHistory: readonly string[];
}

export interface Prepared {
  content: NoticeContent;
  /** The law of the place; null for a family. */
  glance: LawGlance | null;
  placeLaw: PlaceLaw;
  /** The place in the reader's language, such as "Georgia, United States"; null if it is not known. */
  placeName: string | null;
  /** The places that a policy offers, named in one line; null if it names fewer than two. */
  offered: string | null;
  words: Words<'notice'>;
}

/** Everything from which a notice is chosen for one place and one reader. */
export interface Gathered {
  input: NoticeInput;
  material: Material;
  placeLaw: PlaceLaw;
  placeName: string | null;
  offered: string | null;
  words: Words<'notice'>;
}

/** Loads only the files of this place and language, in parallel. Throws if one is missing from the build. */
export async function gatherNotice({ effective, place }: ConfigSnapshot, moment: Moment): Promise<Gathered> {
  const { language, today } = moment;
  const [words, messages, claims, placeLaw, regions, offered] = await Promise.all([
    loadWords('notice', language),
    loadWords('messages', language),
    loadClaims(language),
    loadPlaceLaw(place, language),
    place.region ? loadRegionNames(language) : null,
    place.offered ? nameThem(place.offered, language) : null,
  ]);
  const input: NoticeInput = {
    audience: effective.audience.value,
    mode: effective.mode.value,
    place,
    organization: effective.organization,
    campaign: effective.campaign,
    reason: effective.reason,
    trustedAdult: effective.trustedAdult,
    ...moment,
  };
  const material: Material = {
    ...lawMaterial(placeLaw.law, placeLaw.federal, { today }),
    claims,
    words: messages,
  };
  // Not the law's own name of the place: a law that the language lacks is in English, and two nations may share one.
  const region = place.region && regions?.[place.region];
  const name = placeName(place, language, region ? { name: region, words } : null);
  return { input, material, placeLaw, placeName: name, offered, words };
}

/** Gathers and chooses what a notice needs at the moment it is shown. */
export async function prepareNotice(snapshot: ConfigSnapshot, moment: Moment): Promise<Prepared> {
  const { input, material, ...rest } = await gatherNotice(snapshot, moment);
  // A law is shown in the language of its entry.
  const language = rest.placeLaw.law?.language ?? moment.language;
  const words = await loadWords('law', language);
  const glance = input.audience === 'family' ? null : glanceAt(rest.placeLaw, { ...moment, language, words });
  return { content: chooseContent(input, material), glance, ...rest };
}

/** Few policies name several places, so the names of the world's places are loaded only then. */
async function nameThem(offered: readonly string[], language: Language): Promise<string> {
  const { listPlaces, nameOffered } = await import('../place/list-places.ts');
  return nameOffered(await listPlaces(language), offered, language);
}
