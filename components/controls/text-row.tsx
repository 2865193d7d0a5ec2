/** A text field that is saved with its button, with Enter, or when the focus leaves it. It says why a text cannot be saved. */
import { useRef, useState } from 'preact/hooks';
import type { Words } from '../../utils/words/load.ts';
import { ChangedElsewhere } from './changed-elsewhere.tsx';
import { useDraft } from './use-draft.ts';
import { useUnsaved } from './use-unsaved.ts';

interface Props {
  id: string;
  label: string;
  hint: string;
  value: string;
  type?: 'text' | 'number' | 'url' | 'date';
  longest?: number;
  /** The last day that can be chosen. */
  latest?: string;
  disabled?: boolean;
  words: Words<'controls'>;
  /** Why the text cannot be saved, or null. */
  problemOf?: (text: string) => string | null;
  /** May return the request, so that the field shows what is in force once it has ended. */
  onSave: (text: string) => unknown;
}

export function TextRow(props: Props) {
  const { id, label, hint, value, type = 'text', longest, disabled = false, words, onSave } = props;
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const draft = useDraft(value, disabled);
  const text = draft.value;
  const [problem, setProblem] = useState<string | null>(null);

  useUnsaved(text !== value);

  /** What was asked for since the last keystroke. Leaving the field, as for the PIN dialog, does not ask for it again. */
  const asked = useRef<string | null>(null);
  // A field of one line still takes tabs that are pasted.
  const wanted = text.replace(/\p{Cc}+/gu, ' ').trim();
  const save = () => {
    if (draft.elsewhere !== null) return;
    const found = wanted === value ? null : (props.problemOf?.(wanted) ?? null);
    setProblem(found);
    // A date of which a part is missing has an empty value, as if it were to be deleted.
    if (found !== null || input.current?.validity.badInput) return;
    if (wanted === value) return draft.write(value);
    asked.current = wanted;
    draft.send(wanted, onSave(wanted));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    save();
  };
  return (
    <form ref={form} class="text-row" noValidate onSubmit={submit}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div class="text-row-line">
        <input
          ref={input}
          id={id}
          // Preact's types require a single literal; all of these types behave alike here.
          type={type as 'text'}
          value={text}
          {...(longest !== undefined && { maxLength: longest })}
          {...(props.latest !== undefined && { max: props.latest })}
          disabled={disabled}
          autocomplete="off"
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem !== null}
          onInput={(event) => {
            asked.current = null;
            draft.write(event.currentTarget.value);
          }}
          // A wheel that scrolls the page would turn the number in a field with the focus, and that would be saved.
          {...(type === 'number' && { onWheel: blur })}
          onBlur={(event) => {
            // The button saves too; saving on blur as well would save twice.
            if (form.current?.contains(event.relatedTarget as Node | null) || asked.current === wanted)
              return;
            save();
          }}
        />
        <button
          type="submit"
          class="button"
          disabled={disabled || text === value || draft.elsewhere !== null}
        >
          {words('save')}
        </button>
      </div>
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <ChangedElsewhere draft={draft} words={words} />
    </form>
  );
}

function blur({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.blur();
}
