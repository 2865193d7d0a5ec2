/** Asks for the PIN and says what the change would loosen. The PIN goes only to the worker. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../utils/words/load.ts';
import { inTime } from './duration.ts';
import type { PinPrompt } from './use-settings.ts';

export function PinDialog({ prompt, words }: { prompt: PinPrompt | null; words: Words<'controls'> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');

  useEffect(() => {
    setPin('');
    if (prompt && !dialog.current?.open) dialog.current?.showModal();
    if (!prompt) dialog.current?.close();
    if (prompt) input.current?.focus();
  }, [prompt]);

  const submit = (event: Event) => {
    event.preventDefault();
    prompt?.answer(pin);
  };
  const giveUp = (event: Event) => {
    event.preventDefault();
    prompt?.answer(null);
  };
  return (
    <dialog
      ref={dialog}
      class="pin-dialog"
      aria-labelledby={prompt ? 'pin-title' : undefined}
      onCancel={giveUp}
    >
      {prompt && (
        <form onSubmit={submit}>
          <h2 id="pin-title">{words('pinTitle')}</h2>
          <p>{words('pinWhy')}</p>
          <ul>
            {prompt.reasons.map(({ why }) => (
              <li key={why}>{words(`loosens-${why}`)}</li>
            ))}
          </ul>
          <label for="pin-input">{words('pinLabel')}</label>
          <input
            id="pin-input"
            ref={input}
            type="password"
            autocomplete="off"
            value={pin}
            aria-describedby="pin-problem"
            aria-invalid={prompt.problem?.is === 'wrong-pin'}
            onInput={(event) => setPin(event.currentTarget.value)}
          />
          <p id="pin-problem" class="problem" role="alert">
            {problemText(prompt, words)}
          </p>
          <div class="actions">
            <button type="submit" class="button primary">
              {words('pinConfirm')}
            </button>
            <button type="button" class="button" onClick={giveUp}>
              {words('cancel')}
            </button>
          </div>
        </form>
      )}
    </dialog>
  );
}

function problemText({ problem }: PinPrompt, words: Words<'controls'>): string {
  if (!problem) return '';
  if (problem.is === 'wrong-pin') return words('pinWrong');
  return words('pinMustWait', { wait: inTime(problem.seconds, words) });
}
