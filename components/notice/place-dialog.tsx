/** Lets the reader choose their place: a country and, if the law depends on it, a region. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CountryChoice } from '../../utils/place/list-places.ts';
import type { Words } from '../../utils/words/load.ts';
import { PlaceFields } from '../controls/place-fields.tsx';
import { Dialog } from '../dialog.tsx';
import '../controls/controls.css';
import '../style/dialog.css';

interface Props {
  places: CountryChoice[];
  country: string | null;
  region: string | null;
  words: Words<'notice'>;
  controls: Words<'controls'>;
  helpline: ComponentChildren;
  /** @returns false if it could not be saved; may reject as well. */
  onChoose: (country: string, region: string) => Promise<boolean>;
  onClose: () => void;
}

export function PlaceDialog({ places, words, controls, helpline, onChoose, onClose, ...before }: Props) {
  const [place, setPlace] = useState({ country: before.country ?? '', region: before.region ?? '' });
  const [refused, setRefused] = useState(false);
  const save = async () => setRefused(!(await onChoose(place.country, place.region).catch(() => false)));
  return (
    <Dialog
      title={words('placeChange')}
      close={words('close')}
      leave={words('leave')}
      helpline={helpline}
      onClose={onClose}
    >
      <PlaceFields
        {...place}
        places={places}
        words={controls}
        onChoose={({ country, region }) => setPlace({ country: country ?? '', region: region ?? '' })}
      />
      <button type="button" class="button primary" onClick={save}>
        {words('placeSave')}
      </button>
      <p role="status">{refused && words('placeNotSaved')}</p>
    </Dialog>
  );
}
