/** Says for which place the law is shown, with buttons for another place and for the whole law. */
import type { Place } from '../../utils/place/place.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  place: Place;
  /** The places that a policy offers, named in one line; null if it names fewer than two. */
  offered: string | null;
  /** The place's name in the reader's language, or null if it is not known. */
  placeName: string | null;
  /** What the reader should choose, because the law depends on it and it is not known. */
  choosePlace: 'state' | 'region' | null;
  words: Words<'notice'>;
  onLaw: (() => void) | null;
  onPlace: (() => void) | null;
}

export function NoticePlace(props: Props) {
  const { choosePlace, offered, place, words, onLaw, onPlace } = props;
  const open =
    choosePlace === 'state' ? 'placeState' : choosePlace === 'region' ? 'placeNation' : 'placeChange';
  const change = offered !== null && place.from !== 'user' ? 'placeOfferedChoose' : open;
  return (
    <p class="notice-place">
      <span>{placeSentence(props)}</span>
      {onPlace && (
        <button type="button" class="button-text" onClick={onPlace}>
          {words(change)}
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

/**
 * Without a law to show, only the place itself is named. If a policy names several places, the notice does not claim to know in
 * which one the reader works until the reader has chosen.
 */
function placeSentence({ place, placeName, offered, onLaw, words }: Props): string {
  const known = placeName === null ? null : words(onLaw ? 'placeKnown' : 'placeOnly', { place: placeName });
  if (offered === null) {
    if (placeName === null || known === null) return words('placeUnknown');
    return place.from === 'guess'
      ? words('placeGuess', { place: placeName, country: place.country ?? '' })
      : known;
  }
  const works = words('placeOffered', { places: offered });
  if (placeName === null || known === null) return works;
  if (place.from === 'user') return known;
  return `${works} ${place.from === 'guess' ? words('placeOfferedGuess', { place: placeName }) : known}`;
}
