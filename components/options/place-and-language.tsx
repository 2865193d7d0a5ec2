/** The section to choose the place whose law the notice shows, and the language. */

import { dateText } from '../../utils/notice/law-amounts.ts';
import { onlyOffered } from '../../utils/place/list-places.ts';
import { offeredPlaces } from '../../utils/settings/layer.ts';
import { type Language, languageEntry } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { pickLanguage } from '../../utils/words/pick-language.ts';
import { LanguageSelect } from '../controls/language-select.tsx';
import { ManagedNote } from '../controls/managed-note.tsx';
import { PlaceFields } from '../controls/place-fields.tsx';
import { isManaged, type SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

export function PlaceAndLanguage({ page }: SectionProps) {
  const { words, controls, choices, state, view, places } = page;
  const note = <ManagedNote effective={view.effective} words={controls} />;
  const offered = offeredPlaces(view.effective);
  return (
    <Section id="place" heading={words('place')}>
      {isManaged(page, 'country') && note}
      <PlaceFields
        country={choices.country}
        region={choices.region}
        places={offered ? onlyOffered(places, offered) : places}
        guessed={page.tools.guessedCountry()}
        disabled={isManaged(page, 'country')}
        words={controls}
        onChoose={state.save}
      />
      <LanguageSelect<Language | 'auto'>
        label={words('language')}
        value={choices.language}
        auto={words('language-auto')}
        disabled={isManaged(page, 'language')}
        onChoose={(language) => state.save({ language })}
      >
        {isManaged(page, 'language') && note}
        <p class="hint">{reviewText(pickLanguage(choices.language, navigator.languages), words)}</p>
      </LanguageSelect>
    </Section>
  );
}

/** @returns a text that says who reviewed the words: a machine translation must be recognizable as one. */
function reviewText(language: Language, words: Words<'options'>): string {
  const review = languageEntry(language)?.review;
  if (!review || review === 'source') return words('review-source');
  if (review === 'machine') return words('review-machine');
  return words('review-read', { by: review.by, date: dateText(review.on, language) });
}
