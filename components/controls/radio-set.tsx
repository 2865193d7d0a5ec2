/** One choice among a few, each with a line that explains it. */
import type { ComponentChildren } from 'preact';
import { type AnyIconName, PageIcon } from '../icon/page-icon.tsx';

interface RadioChoice<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
  icon?: AnyIconName;
}

interface Props<Value extends string> {
  name: string;
  legend: string;
  value: Value | null;
  choices: readonly RadioChoice<Value>[];
  disabled?: boolean;
  onChoose: (value: Value) => void;
  /** Shown below the legend: who decided it. */
  children?: ComponentChildren;
}

export function RadioSet<Value extends string>(props: Props<Value>) {
  const { name, legend, value, choices, disabled = false, onChoose, children } = props;
  return (
    <fieldset class="choices" disabled={disabled}>
      <legend>{legend}</legend>
      {children}
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            aria-describedby={choice.hint ? `${name}-${choice.value}-hint` : undefined}
            onChange={() => onChoose(choice.value)}
          />
          <span>
            <span class="choice-label">{choice.label}</span>
            {choice.hint && (
              <span class="hint" id={`${name}-${choice.value}-hint`}>
                {choice.hint}
              </span>
            )}
          </span>
          {choice.icon && <PageIcon name={choice.icon} />}
        </label>
      ))}
    </fieldset>
  );
}
