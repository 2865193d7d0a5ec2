/** Whose law the notice shows, and in which language. */
import { LANGUAGES } from '../../utils/policy/types.ts';
import { ManagedNote } from '../controls/managed-note.tsx';
import { PlaceFields } from '../controls/place-fields.tsx';
import { RadioSet } from '../controls/radio-set.tsx';
import { isManaged, type SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

export function PlaceAndLanguage({ page }: SectionProps) {
  const { words, controls, choices, state, view, places } = page;
  const note = <ManagedNote effective={view.effective} words={controls} />;
  return (
    <Section id="place" heading={words('place')}>
      {isManaged(page, 'country') && note}
      <PlaceFields
        country={choices.country}
        region={choices.region}
        places={places}
        guessed={page.tools.guessedCountry()}
        disabled={isManaged(page, 'country')}
        words={controls}
        onChoose={state.save}
      />
      <RadioSet
        name="language"
        legend={words('language')}
        value={choices.language}
        choices={(['auto', ...LANGUAGES] as const).map((value) => ({
          value,
          label: words(`language-${value}`),
        }))}
        disabled={isManaged(page, 'language')}
        onChoose={(language) => state.save({ language })}
      >
        {isManaged(page, 'language') && note}
      </RadioSet>
    </Section>
  );
}
