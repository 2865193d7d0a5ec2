/** Step 2: the place, which decides the law. */
import { onlyOffered } from '../../utils/place/list-places.ts';
import { offeredPlaces } from '../../utils/settings/layer.ts';
import { ManagedNote } from '../controls/managed-note.tsx';
import { PlaceFields } from '../controls/place-fields.tsx';
import type { StepProps } from './welcome-page.ts';

export function StepWhere({ page }: StepProps) {
  const { words, controls, choices, state, view, places } = page;
  const managed = view.policyKeys.includes('country');
  const offered = offeredPlaces(view.effective);
  return (
    <>
      <p>{words('whereLead')}</p>
      {managed && <ManagedNote effective={view.effective} words={controls} />}
      <PlaceFields
        country={choices.country}
        region={choices.region}
        places={offered ? onlyOffered(places, offered) : places}
        guessed={page.tools.guessedCountry()}
        disabled={managed}
        words={controls}
        onChoose={state.save}
      />
    </>
  );
}
