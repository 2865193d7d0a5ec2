/** Step 2: the place, which decides the law. */
import { ManagedNote } from '../controls/managed-note.tsx';
import { PlaceFields } from '../controls/place-fields.tsx';
import type { StepProps } from './welcome-page.ts';

export function StepWhere({ page }: StepProps) {
  const { words, controls, choices, state, view, places } = page;
  const managed = view.policyKeys.includes('country');
  return (
    <>
      <p>{words('whereLead')}</p>
      {managed && <ManagedNote effective={view.effective} words={controls} />}
      <PlaceFields
        country={choices.country}
        region={choices.region}
        places={places}
        guessed={page.tools.guessedCountry()}
        disabled={managed}
        words={controls}
        onChoose={state.save}
      />
    </>
  );
}
