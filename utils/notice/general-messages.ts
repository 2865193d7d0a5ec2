/** Messages that state no fact and so need no source. They are true anywhere, for places with few messages of their own. */
import type { Audience } from '../policy/modes.ts';
import type { Words } from '../words/load.ts';
import type { SurfaceKey } from '../words/surfaces.ts';
import type { Message, Theme } from './types.ts';

type Key = SurfaceKey<'messages'>;

const FOR_ADULTS: [Key, Theme][] = [
  ['general-reflect', 'help-to-stop'],
  ['general-stop', 'help-to-stop'],
  ['general-forced', 'coercion'],
  ['general-age', 'age'],
];

const FOR_FAMILIES: [Key, Theme][] = [
  ['family-ok', 'family'],
  ['family-ask', 'family'],
  ['family-listen', 'help-to-stop'],
];

/** @returns the general messages for one kind of reader. */
export function generalMessages(audience: Audience, words: Words<'messages'>): Message[] {
  const list = audience === 'family' ? FOR_FAMILIES : FOR_ADULTS;
  return list.map(([key, theme]) => ({ id: key, theme, text: words(key), citation: null }));
}
