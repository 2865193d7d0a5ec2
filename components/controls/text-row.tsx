/** A line of text that is saved with its button or the Enter key, never half-typed. */
import { useEffect, useState } from 'preact/hooks';

interface Props {
  id: string;
  label: string;
  hint: string;
  value: string;
  type?: 'text' | 'number' | 'url' | 'date';
  longest?: number;
  disabled?: boolean;
  saveLabel: string;
  /** Why the text cannot be saved, or null. */
  problemOf?: (text: string) => string | null;
  onSave: (text: string) => void;
}

export function TextRow(props: Props) {
  const { id, label, hint, value, type = 'text', longest, disabled = false, saveLabel, onSave } = props;
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setText(value), [value]);

  const submit = (event: Event) => {
    event.preventDefault();
    const found = props.problemOf?.(text.trim()) ?? null;
    setProblem(found);
    if (found === null) onSave(text.trim());
  };
  return (
    <form class="text-row" noValidate onSubmit={submit}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div class="text-row-line">
        <input
          id={id}
          // Preact's types want one literal; the five behave alike here.
          type={type as 'text'}
          value={text}
          {...(longest !== undefined && { maxLength: longest })}
          disabled={disabled}
          autocomplete="off"
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem !== null}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={disabled || text === value}>
          {saveLabel}
        </button>
      </div>
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </form>
  );
}
