/** `Continue anyway`: plain text that counts down in words, then a button. Absent where there is no way through. */
import { useEffect, useState } from 'preact/hooks';
import type { ContinueState } from '../../utils/guard/types.ts';
import type { PassAnswer } from '../../utils/messages.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  state: ContinueState;
  words: Words<'notice'>;
  /** Asks the worker, which alone decides. */
  ask: (pin?: string) => Promise<PassAnswer>;
}

export function Continue({ state, words, ask }: Props) {
  const left = useCountdown(state.kind === 'wait' ? state.secondsLeft : 0);
  const [refused, setRefused] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  if (state.kind === 'never') return null;

  const submit = async (event: Event) => {
    event.preventDefault();
    const answer = await ask(state.pin ? pin : undefined);
    if (!answer.granted) setRefused(words(`refused-${answer.why}`));
  };
  return (
    <form class="notice-continue" onSubmit={submit}>
      {state.pin && left === 0 && (
        <label>
          {words('continuePinHint')}
          <input
            type="password"
            inputMode="numeric"
            autocomplete="off"
            value={pin}
            aria-label={words('continuePin')}
            onInput={(event) => setPin(event.currentTarget.value)}
          />
        </label>
      )}
      <button type="submit" class="button-text" disabled={left > 0}>
        {left > 0 ? words('continueIn', { seconds: left }) : words('continue')}
      </button>
      <p role="status" class={refused ? 'notice-refused' : 'visually-hidden'}>
        {refused ?? spoken(left, words)}
      </p>
    </form>
  );
}

/** Said aloud only at the end: a screen reader should not have to hear every second. */
function spoken(left: number, words: Words<'notice'>): string {
  return left === 0 ? words('continueReady') : '';
}

/** Counts seconds down while the page is in front; the worker keeps its own count and has the last word. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    if (seconds <= 0) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setLeft((now) => Math.max(0, now - 1));
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
