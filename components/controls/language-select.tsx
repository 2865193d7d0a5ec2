/** Lets a person choose one of the product's languages, each under its own name, so that its readers find it. */
import type { ComponentChildren } from 'preact';
import { ownNames } from '../../utils/notice/language-names.ts';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';

interface Props<Value extends Language | 'auto'> {
  label: string;
  value: Value;
  /** The label of the choice for the browser's own language, if that can be chosen. */
  auto?: Value extends 'auto' ? string : never;
  disabled?: boolean;
  onChoose: (value: Value) => void;
  /** Shown below, for example who decided the language or who reviewed it. */
  children?: ComponentChildren;
}

export function LanguageSelect<Value extends Language | 'auto'>(props: Props<Value>) {
  const { label, value, auto, disabled = false, onChoose, children } = props;
  return (
    <div class="fields">
      <label for="language">{label}</label>
      <select
        id="language"
        value={value}
        disabled={disabled}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {auto !== undefined && <option value="auto">{auto}</option>}
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownNames([language])}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}
