/** Lets a person set a PIN, typed twice. The form keeps it only until it is set. */
import { useEffect, useState } from 'preact/hooks';
import { pinProblem } from '../../utils/settings/pin-rules.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  words: Words<'controls'>;
  /** @returns true if it was set. */
  onSet: (pin: string) => Promise<boolean>;
  /** Told whether a PIN is typed but not yet set, so that nobody leaves the page in the belief that it is. */
  onTyping?: (typed: boolean) => void;
}

export function NewPin({ words, onSet, onTyping }: Props) {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState('');

  const typed = pin !== '' || again !== '';
  useEffect(() => {
    onTyping?.(typed);
    return () => onTyping?.(false);
  }, [typed]);

  const submit = async (event: Event) => {
    event.preventDefault();
    const found = pinProblem(pin);
    if (found) return setProblem(words(`pinProblem-${found}`));
    if (pin !== again) return setProblem(words('pinDiffers'));
    setProblem('');
    if (!(await onSet(pin))) return;
    setPin('');
    setAgain('');
  };
  return (
    <form class="fields" noValidate onSubmit={submit}>
      <label for="new-pin">{words('pinNew')}</label>
      <p class="hint" id="new-pin-hint">
        {words('pinNewHint')}
      </p>
      <input
        id="new-pin"
        type="password"
        autocomplete="new-password"
        value={pin}
        aria-describedby="new-pin-hint new-pin-problem"
        aria-invalid={problem !== ''}
        onInput={(event) => setPin(event.currentTarget.value)}
      />
      <label for="new-pin-again">{words('pinAgain')}</label>
      <input
        id="new-pin-again"
        type="password"
        autocomplete="new-password"
        value={again}
        aria-describedby="new-pin-problem"
        onInput={(event) => setAgain(event.currentTarget.value)}
      />
      <p class="problem" id="new-pin-problem" role="alert">
        {problem}
      </p>
      <button type="submit" class="button">
        {words('pinSet')}
      </button>
    </form>
  );
}
