/** One thing that is on or off, with a line that explains it. */
interface Props {
  id: string;
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  onToggle: (checked: boolean) => void;
}

export function CheckRow({ id, label, hint, checked, disabled = false, onToggle }: Props) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      <span>
        <span class="choice-label">{label}</span>
        {hint && (
          <span class="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
