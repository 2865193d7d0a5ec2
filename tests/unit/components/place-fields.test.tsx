/**
 * Tests that the selects for the place show what is in force, even if the lists of places do not have it.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import { PlaceFields } from '../../../components/controls/place-fields.tsx';
import { listPlaces } from '../../../utils/place/list-places.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { show } from './page.tsx';

test('a policy for England and Wales together is shown as its code', async () => {
  await show(
    <PlaceFields
      country="GB"
      region="GB-EAW"
      places={await listPlaces('en')}
      disabled
      words={await loadWords('controls', 'en')}
      onChoose={() => undefined}
    />,
  );
  const region = document.querySelector<HTMLSelectElement>('#region');
  expect(region?.value).toBe('GB-EAW');
});
