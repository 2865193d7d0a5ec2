/** Lets the reader choose the country whose helplines are shown. The choice is kept only while the page is open. */
import { useId } from 'preact/hooks';
import type { HelpSlot } from '../../utils/learn/help-slot.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  help: HelpSlot;
  language: Language;
  page: Words<'learn'>;
}

export function CountryChoice({ help, language, page }: Props) {
  const id = useId();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const choices = help.choices
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
  const listed = help.country !== null && help.choices.includes(help.country);
  return (
    <div class="country">
      <label for={id} class="screen-only">
        {page('help-country')}
      </label>
      <select
        class="screen-only"
        id={id}
        value={listed ? (help.country ?? '') : ''}
        onChange={(event) => help.choose(event.currentTarget.value || null)}
      >
        <option value="">{page('help-country-other')}</option>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {help.country && <p class="print-only">{names.of(help.country)}</p>}
      {help.guessed && <p class="small screen-only">{page('help-guess')}</p>}
    </div>
  );
}
