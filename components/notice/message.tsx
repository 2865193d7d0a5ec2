/** What the notice says: the law of the place, one supporting message, who says it, and where we think the reader is. */
import type { NoticeContent, Place } from '../../utils/notice/types.ts';
import type { Effective } from '../../utils/policy/types.ts';
import type { Words } from '../../utils/words/load.ts';
import { Organization } from './organization.tsx';

interface Props {
  content: NoticeContent;
  effective: Effective;
  place: Place;
  /** The place's name in the reader's language, or null where it is not known. */
  placeName: string | null;
  /** `name` entries: the page is only thought to be one. */
  looksLike: boolean;
  words: Words<'notice'>;
  onLaw: (() => void) | null;
  onPlace: (() => void) | null;
}

export function NoticeMessage(props: Props) {
  const { content, effective, words, looksLike } = props;
  return (
    <>
      {looksLike && <p class="notice-looks">{words('looksLike')}</p>}
      {effective.audience.value === 'personal' && effective.reason !== '' && (
        <p class="notice-reason">
          {words('reasonIntro')} <q>{effective.reason}</q>
        </p>
      )}
      <p class="notice-main">{content.main.text}</p>
      {content.alongside && <p class="notice-alongside">{content.alongside.text}</p>}
      <p class="notice-supporting">{content.supporting.text}</p>
      {effective.audience.value === 'family' && effective.trustedAdult !== '' && (
        <p class="notice-supporting">{words('trustedAdult', { adult: effective.trustedAdult })}</p>
      )}
      <Organization effective={effective} words={words} />
      <PlaceLine {...props} />
    </>
  );
}

function PlaceLine({ place, placeName, words, onLaw, onPlace }: Props) {
  return (
    <p class="notice-place">
      <span>{placeSentence(place, placeName, words)}</span>
      {onPlace && (
        <button type="button" class="button-text" onClick={onPlace}>
          {words(placeQuestion(place))}
        </button>
      )}
      {onLaw && (
        <button type="button" class="button-text" onClick={onLaw}>
          {words('lawFull')}
        </button>
      )}
    </p>
  );
}

function placeSentence(place: Place, name: string | null, words: Words<'notice'>): string {
  if (name === null) return words('placeUnknown');
  return words(place.from === 'guess' ? 'placeGuess' : 'placeKnown', { place: name });
}

/** In the US and the UK the law is the state's or the nation's, and we never guess it. */
function placeQuestion({ country, region }: Place) {
  if (region === null && (country === 'US' || country === 'AU')) return 'placeState';
  return region === null && country === 'GB' ? 'placeNation' : 'placeChange';
}
