/** Lets a person choose a country and a region. A region is never guessed; a change of the country clears it. */

import type { PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Chosen } from '../../utils/settings/schema.ts';
import type { Words } from '../../utils/words/load.ts';
import { usePendingChoice } from './use-pending-choice.ts';

interface Props {
  country: string;
  region: string;
  places: readonly PlaceOption[];
  disabled?: boolean;
  /** The country that is guessed if none is chosen. */
  guessed?: string | null;
  /** The label of the empty choice, if it does not mean a guess. */
  none?: string;
  words: Words<'controls'>;
  /** May return a promise: until it settles, the requested place is shown. */
  onChoose: (place: Pick<Chosen, 'country' | 'region'>) => unknown;
}

export function PlaceFields(props: Props) {
  const { places, disabled = false, words } = props;
  const inForce: Pick<Chosen, 'country' | 'region'> = { country: props.country, region: props.region };
  const [{ country = '', region = '' }, choose] = usePendingChoice(inForce, props.onChoose);
  const chosen = places.find(({ code }) => code === country);
  const known = country === '' || chosen !== undefined;
  return (
    <div class="fields">
      <label for="country">{words('country')}</label>
      <p class="hint" id="country-hint">
        {words('placeWhy')}
      </p>
      <select
        id="country"
        aria-describedby="country-hint"
        value={country}
        disabled={disabled}
        onChange={(event) => choose({ country: event.currentTarget.value, region: '' })}
      >
        <option value="">{props.none ?? guessText(props)}</option>
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
            onChange={(event) => choose({ country, region: event.currentTarget.value })}
          >
            <option value="">{words('regionNone')}</option>
            {region !== '' && !chosen.regions.some(({ code }) => code === region) && (
              <option value={region}>{region}</option>
            )}
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

/** Names the guessed country, so that a wrong guess can be corrected. */
function guessText({ guessed, places, words }: Props): string {
  const name = places.find(({ code }) => code === guessed)?.name;
  return name ? words('countryGuessed', { country: name }) : words('countryGuess');
}
