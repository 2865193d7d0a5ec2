/** Lets a person choose one of the product's languages, each under its own name, so that its readers find it. */
import type { ComponentChildren } from 'preact';
import { ownNames } from '../../utils/notice/language-names.ts';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { usePendingChoice } from './use-pending-choice.ts';

interface Props<Value extends Language | 'auto'> {
  label: string;
  value: Value;
  /** The label of the choice for the browser's own language, if that can be chosen. */
  auto?: Value extends 'auto' ? string : never;
  disabled?: boolean;
  /** May return a promise: until it settles, the requested language is shown. */
  onChoose: (value: Value) => unknown;
  /** Shown below, for example who decided the language or who reviewed it. */
  children?: ComponentChildren;
}

export function LanguageSelect<Value extends Language | 'auto'>(props: Props<Value>) {
  const { label, auto, disabled = false, children } = props;
  const [value, choose] = usePendingChoice(props.value, props.onChoose);
  return (
    <div class="fields">
      <label for="language">{label}</label>
      <select
        id="language"
        value={value}
        disabled={disabled}
        onChange={(event) => choose(event.currentTarget.value as Value)}
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
