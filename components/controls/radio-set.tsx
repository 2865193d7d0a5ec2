/** Shows a few choices as radio buttons, each with a line that explains it. */
import type { ComponentChildren } from 'preact';
import { type AnyIconName, PageIcon } from '../icon/page-icon.tsx';
import { usePendingChoice } from './use-pending-choice.ts';

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
  /** May return a promise: until it settles, the requested choice is shown. */
  onChoose: (value: Value) => unknown;
  /** Shown below the legend, for example who decided it. */
  children?: ComponentChildren;
}

export function RadioSet<Value extends string>(props: Props<Value>) {
  const { name, legend, value, choices, disabled = false, onChoose, children } = props;
  const [shown, choose] = usePendingChoice<Value | null>(value, (asked) => asked !== null && onChoose(asked));
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
            checked={choice.value === shown}
            // As in `check-row.tsx`: without it the hint would be a part of the name, and be read twice.
            {...(choice.hint && {
              'aria-labelledby': `${name}-${choice.value}-name`,
              'aria-describedby': `${name}-${choice.value}-hint`,
            })}
            onChange={() => choose(choice.value)}
          />
          <span>
            <span class="choice-label" id={`${name}-${choice.value}-name`}>
              {choice.label}
            </span>
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
