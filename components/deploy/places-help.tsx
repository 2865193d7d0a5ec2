/** Adds the ISO code of a chosen place to the field and names the places of the codes in it, so that nobody needs to know the codes. */
import { useState } from 'preact/hooks';
import { linesOf } from '../../utils/deploy/draft.ts';
import { PlaceFields } from '../controls/place-fields.tsx';
import type { PartProps } from './deploy-page.ts';

interface Props extends PartProps {
  value: string;
  onSet: (text: string) => void;
}

export function PlacesHelp({ page, value, onSet }: Props) {
  const { places, words, controls } = page;
  const [country, setCountry] = useState('');
  const [region, setRegion] = useState('');
  const codes = linesOf(value);
  const names = codes.flatMap((code) => nameOf(code, places) ?? []);
  const add = () => {
    const code = region || country;
    if (code && !codes.includes(code)) onSet([...codes, code].join('\n'));
    setCountry('');
    setRegion('');
  };
  return (
    <div class="places-help">
      {names.length > 0 && <p class="hint">{words('places', { names: names.join('; ') })}</p>}
      <PlaceFields
        country={country}
        region={region}
        places={places}
        none={words('notSet')}
        words={controls}
        onChoose={({ country: chosen = '', region: part = '' }) => {
          setCountry(chosen);
          setRegion(part);
        }}
      />
      <button type="button" class="button" onClick={add} disabled={country === ''}>
        {words('addPlace')}
      </button>
    </div>
  );
}

function nameOf(code: string, places: PartProps['page']['places']): string | null {
  for (const country of places) {
    if (country.code === code) return country.name;
    const region = country.regions.find((one) => one.code === code);
    if (region) return `${region.name}, ${country.name}`;
  }
  return null;
}
