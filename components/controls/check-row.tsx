/** Shows a checkbox with a line that explains it. */
import { usePendingChoice } from './use-pending-choice.ts';

interface Props {
  id: string;
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  /** May return a promise: until it settles, the box shows the requested state. */
  onToggle: (checked: boolean) => unknown;
}

export function CheckRow({ id, label, hint, checked, disabled = false, onToggle }: Props) {
  const [shown, toggle] = usePendingChoice(checked, onToggle);
  return (
    <label class="choice">
      <input
        type="checkbox"
        id={id}
        checked={shown}
        disabled={disabled}
        // The hint is in the label too, so that a click on it counts. As a part of the name it would be read twice.
        {...(hint && { 'aria-labelledby': `${id}-name`, 'aria-describedby': `${id}-hint` })}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <span>
        <span class="choice-label" id={`${id}-name`}>
          {label}
        </span>
        {hint && (
          <span class="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
