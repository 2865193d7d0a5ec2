/** Lets the reader say where they are: a country and, where the law depends on it, a region. */
import { useState } from 'preact/hooks';
import type { CountryChoice } from '../../utils/place/countries.ts';
import type { Words } from '../../utils/words/load.ts';
import { Dialog } from '../dialog.tsx';
import '../style/dialog.css';

interface Props {
  places: CountryChoice[];
  country: string | null;
  region: string | null;
  words: Words<'notice'>;
  onChoose: (country: string, region: string) => void;
  onClose: () => void;
}

export function PlaceDialog({ places, words, onChoose, onClose, ...before }: Props) {
  const [country, setCountry] = useState(before.country ?? '');
  const [region, setRegion] = useState(before.region ?? '');
  const regions = places.find(({ code }) => code === country)?.regions ?? [];
  return (
    <Dialog title={words('placeChange')} close={words('close')} leave={words('leave')} onClose={onClose}>
      <form
        class="place-form"
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(country, region);
        }}
      >
        <label>
          {words('placeCountry')}
          <select
            value={country}
            onChange={(event) => {
              setCountry(event.currentTarget.value);
              setRegion('');
            }}
          >
            <option value="">{words('placeNone')}</option>
            {places.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {regions.length > 0 && (
          <label>
            {words('placeRegion')}
            <select value={region} onChange={(event) => setRegion(event.currentTarget.value)}>
              <option value="">{words('placeNone')}</option>
              {regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="submit" class="button primary">
          {words('placeSave')}
        </button>
      </form>
    </Dialog>
  );
}
