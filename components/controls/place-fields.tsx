/** Country and region. A region is never guessed, and changing the country forgets it. */

import type { PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Chosen } from '../../utils/settings/schema.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  country: string;
  region: string;
  places: readonly PlaceOption[];
  disabled?: boolean;
  /** What no country means here, where it is not a guess. */
  none?: string;
  words: Words<'controls'>;
  onChoose: (changes: Chosen) => void;
}

export function PlaceFields({ country, region, places, disabled = false, none, words, onChoose }: Props) {
  const chosen = places.find(({ code }) => code === country);
  const known = country === '' || chosen !== undefined;
  return (
    <div class="fields">
      <p class="hint">{words('placeWhy')}</p>
      <label for="country">{words('country')}</label>
      <select
        id="country"
        value={country}
        disabled={disabled}
        onChange={(event) => onChoose({ country: event.currentTarget.value, region: '' })}
      >
        <option value="">{none ?? words('countryGuess')}</option>
        {!known && <option value={country}>{country}</option>}
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {chosen && chosen.regions.length > 0 && (
        <>
          <label for="region">{words('region')}</label>
          <select
            id="region"
            value={region}
            disabled={disabled}
            onChange={(event) => onChoose({ country, region: event.currentTarget.value })}
          >
            <option value="">{words('regionNone')}</option>
            {chosen.regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
