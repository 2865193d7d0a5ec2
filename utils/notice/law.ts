/** Decides which sentences about the law of one place a notice may show today. */
import type { Language } from '../words/languages.ts';
import type { Law, Offence } from './law-types.ts';
import type { Citation, Message } from './types.ts';

export interface Moment {
  /** `YYYY-MM-DD` in the reader's time zone. */
  today: string;
}

export interface LawMessage extends Message {
  language: Language;
  /** True if the text contains figures. */
  figures: boolean;
}

/** @returns whether figures of the entry may be shown: only if it is confirmed and its next check is not overdue. */
export function figuresAreCurrent(law: Law, today: string): boolean {
  return law.confidence !== 'unsure' && today <= law.checkAgain;
}

/**
 * @returns the law on paying an adult, as one message. Null if nothing of the entry may be shown, and if it says nothing about it: the
 *   law does not punish the person who pays, or only its part on minors is confirmed. So the notice never threatens without reason.
 */
export function lawMessage(law: Law, moment: Moment): LawMessage | null {
  const silent = law.buyerPunished === 'no' || law.plain === law.plainMinor;
  if (!law.display || silent) return null;
  return message(law, `law:${law.code}`, law.plain, law.figures, backing(law, 'plain'), moment);
}

/** @returns the law on paying a minor, as one message; null if the entry has none. For US states, pass the federal entry. */
export function minorMessage(law: Law, moment: Moment): LawMessage | null {
  if (!law.display || !law.plainMinor) return null;
  return message(
    law,
    `law-minor:${law.code}`,
    law.plainMinor,
    law.figuresMinor,
    backing(law, 'plainMinor'),
    moment,
  );
}

/** The law messages of one notice, as the chooser needs them. */
export interface LawMaterial {
  law: LawMessage | null;
  minors: LawMessage | null;
}

/**
 * @param law - the entry of the place, or null if there is none.
 * @param federal - the federal entry if the place is a US state; null elsewhere.
 * @returns the law on paying, and the law on minors: federal law next to a US state's, elsewhere the entry's own. If the state is not
 *   known, the federal entry is `law`; it is already about minors, so `minors` is null.
 */
export function lawMaterial(law: Law | null, federal: Law | null, moment: Moment): LawMaterial {
  const minors = law?.showFederalMinor ? federal : law?.code === 'US' ? null : law;
  return { law: law && lawMessage(law, moment), minors: minors && minorMessage(minors, moment) };
}

function message(
  law: Law,
  id: string,
  plain: string,
  figures: string | null,
  offence: Offence | undefined,
  { today }: Moment,
): LawMessage {
  const shown = figures && figuresAreCurrent(law, today) ? figures : null;
  return {
    id,
    theme: 'law',
    language: law.language,
    text: shown ? `${plain} ${shown}` : plain,
    figures: shown !== null,
    citation: citationOf(law, offence),
  };
}

/** @returns the offense that a plain text is about: the one it cites, else the first. */
function backing(law: Law, part: 'plain' | 'plainMinor'): Offence | undefined {
  const cited = law.cites?.[part];
  const own = part === 'plain' ? [...law.offences, ...law.minor] : law.minor;
  return cited ? [...law.offences, ...law.minor].find(({ citation }) => citation === cited) : own[0];
}

/** @returns the section of the law if it was confirmed, else the official publication; never a report or advertisement that was read. */
function citationOf(law: Law, offence: Offence | undefined): Citation | null {
  if (!law.official) return null;
  const { title, url } = law.official;
  const unread = offence?.unread ?? [];
  const section =
    offence &&
    law.evidence !== 'little' &&
    law.confidence !== 'unsure' &&
    !unread.includes('all') &&
    !unread.includes('citation')
      ? offence.citation
      : null;
  return {
    title: section ?? title,
    ...(section ? { publisher: title } : {}),
    url,
    checked: law.checked,
  };
}
