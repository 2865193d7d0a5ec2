/** Chooses what one showing of the notice says: a pure function of the reader, the place, the clock and the earlier showings. */
import type { Audience } from '../policy/modes.ts';
import type { Language } from '../words/languages.ts';
import type { Words } from '../words/load.ts';
import { accent } from './accent.ts';
import { claimMessage, claimsFor } from './claims.ts';
import type { Claim } from './claims-types.ts';
import { generalMessages } from './general-messages.ts';
import { messageIds, nextVariant } from './message-history.ts';
import { pickMessage, type Weights } from './pick-message.ts';
import type { Citation, Message, NoticeContent, NoticeInput } from './types.ts';
import { WRITTEN, writtenMessage } from './written-message.ts';

/** A sentence of law, in the reader's language if that language has one. */
export interface LawText {
  text: string;
  citation: Citation | null;
  language?: Language;
}

/** Everything that the notice can choose from. */
export interface Material {
  /** The law of the place; null if it does not punish the payer, or if nothing of it may be shown. */
  law: LawText | null;
  /** The law on minors. In the US it is federal law, shown in addition to the state's; elsewhere it comes first if `law` is null. */
  minors: LawText | null;
  claims: readonly Claim[];
  words: Words<'messages'>;
}

/** Shares per showing: warning-message trials favor the law of the reader's own place (docs/content-policy.md). */
const WEIGHTS: Record<Audience, Weights> = {
  personal: { law: 40, sting: 15, age: 10, coercion: 10, 'help-to-stop': 15, harm: 10, 'own-reason': 40 },
  workplace: { law: 40, sting: 15, age: 10, coercion: 10, 'help-to-stop': 15, harm: 10 },
  family: { family: 45, coercion: 25, 'help-to-stop': 30 },
};

/** "You are not in trouble for seeing this": what a young person needs to hear before anything else. */
const FAMILY_FIRST = 'family-ok';

/** From this showing on, help to stop has twice the weight: repeat visitors need another tone, not a louder one. */
const REPEAT = 3;

/**
 * @returns what to show. The law of the place is always included, except for families, whose first showing begins with "You are
 *   not in trouble". A message that was written for this reader is always included too. The main message is never the one shown last,
 *   and the supporting message has another theme.
 */
export function chooseContent(input: NoticeInput, material: Material): NoticeContent {
  const shown = messageIds(input.messageHistory);
  const law = input.audience === 'family' ? null : lawMessage('law', 'law', input, material.law);
  const onMinors =
    input.audience === 'family' ? null : lawMessage('law-minors', 'age', input, material.minors);
  const minors = law && input.place.country === 'US' ? onMinors : null;
  const written = writtenMessage(input, material.words);
  const others = otherMessages(input, material, law !== null, minors !== null);
  if (!law && onMinors) others.unshift(onMinors);
  const main = mainMessage(input, shown, { law, minors, written, others });
  const supporting = supportingMessage(input, shown, main, { law, written, others });
  const variant = nextVariant(input.messageHistory, input.random);
  return {
    main,
    alongside: alongsideMessage(main, supporting, law, minors),
    supporting,
    variant,
    accent: accent(input.campaign, input.place, input.today, material.words),
  };
}

interface Candidates {
  law: Message | null;
  minors: Message | null;
  written: Message | null;
  others: Message[];
}

/** The id contains the place, so that another state's law counts as another message. */
function lawMessage(
  id: string,
  theme: 'law' | 'age',
  input: NoticeInput,
  law: LawText | null,
): Message | null {
  const where = input.place.region ?? input.place.country ?? '';
  return (
    law && {
      id: `${id}:${where}`,
      theme,
      text: law.text,
      citation: law.citation,
      ...(law.language && law.language !== input.language && { language: law.language }),
    }
  );
}

/** Leaves out stings if no law is shown: the notice does not threaten where the payer is not punished. */
function otherMessages(input: NoticeInput, material: Material, law: boolean, minors: boolean): Message[] {
  const claims = claimsFor(material.claims, input.audience, input.place, input.today)
    .filter((claim) => law || (claim.theme !== 'sting' && claim.theme !== 'law'))
    .map((claim) => claimMessage(claim, input.today));
  return [...claims, ...generalMessages(input.audience, material.words)].filter(
    // The law messages are already on the notice and say it better.
    (message) => !(law && message.theme === 'law') && !(minors && message.theme === 'age'),
  );
}

function mainMessage(input: NoticeInput, shown: string[], all: Candidates): Message {
  const { law, minors, written, others } = all;
  const reason = written?.id === WRITTEN.reason ? written : null;
  if (shown.length === 0) {
    const first =
      reason ??
      law ??
      others.find(
        ({ id }) => id.startsWith('law-minors:') || (input.audience === 'family' && id === FAMILY_FIRST),
      );
    if (first) return first;
  }
  // With a written message and two laws the notice is full: they take turns, so that none of them is ever missing.
  const turns = [law, reason, ...(minors && written ? [minors] : others)].filter(
    (message) => message !== null,
  );
  const candidates = turns.filter(
    (message) => message.id !== shown[0] && (message === written || message.theme !== written?.theme),
  );
  const weights = WEIGHTS[input.audience];
  const help = (weights['help-to-stop'] ?? 0) * (shown.length >= REPEAT ? 2 : 1);
  const main =
    pickMessage(candidates, { ...weights, 'help-to-stop': help }, shown, input.random) ?? candidates[0];
  if (!main) throw new Error('The notice has no message left to show; the general messages are missing');
  return main;
}

function supportingMessage(
  input: NoticeInput,
  shown: string[],
  main: Message,
  { law, written, others }: Omit<Candidates, 'minors'>,
): Message {
  if (written && main !== written) return written;
  if (law && main !== law) return law;
  const candidates = others.filter((message) => message.theme !== main.theme);
  const employment = candidates.filter((message) => message.theme === 'employment');
  const supporting =
    (input.audience === 'workplace'
      ? pickMessage(employment, { employment: 1 }, shown, input.random)
      : null) ?? pickMessage(candidates, WEIGHTS[input.audience], shown, input.random);
  if (!supporting) throw new Error(`No supporting message of another theme than "${main.theme}"`);
  return supporting;
}

function alongsideMessage(
  main: Message,
  supporting: Message,
  law: Message | null,
  minors: Message | null,
): Message | null {
  if (law && main !== law && supporting !== law) return law;
  return main === minors ? null : minors;
}
