/** Shows `Continue anyway`: the time left with a small progress ring, then a button; nothing if the page cannot be opened. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PassAnswer } from '../../utils/messages/answers.ts';
import type { ContinueState } from '../../utils/notice/context.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { localeOf } from '../../utils/words/locale-of.ts';

interface Props {
  state: ContinueState;
  /** The language of the notice. On its preview the document around this code has another. */
  language: Language;
  words: Words<'notice'>;
  /** The text of the button once it can be used; the text about the wait contains it. */
  label: string;
  /** Whether the person chose to write one line first. The line stays in this field; it is not stored or sent. */
  writeLine: boolean;
  /** Asks the worker, which decides. */
  ask: (pin?: string) => Promise<PassAnswer>;
}

export function Continue({ state, language, words, label, writeLine, ask }: Props) {
  const { total, left, restart } = useCountdown(state);
  // A live region that is inserted with its text is not read aloud, so the text follows later.
  const [heard, setHeard] = useState(false);
  useEffect(() => setHeard(true), []);
  const [refused, setRefused] = useState<string | null>(null);
  // A second press of the button before the answer would count as a second try of the PIN.
  const asking = useRef(false);
  const [pin, setPin] = useState('');
  const [line, setLine] = useState('');
  // After a change of the settings, a request that was refused before may be granted.
  useEffect(() => setRefused(null), [state]);
  if (state.kind === 'never') return null;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (writeLine && line.trim() === '') return setRefused(words('lineNeeded'));
    if (asking.current) return;
    asking.current = true;
    // The same words are read again only if they were gone in between.
    setRefused('');
    // An empty field does not count as a try.
    const answer = await ask(state.pin && pin !== '' ? pin : undefined).catch(
      (): PassAnswer => ({ granted: false, why: 'failed' }),
    );
    asking.current = false;
    if (answer.granted) return;
    setRefused(words(`refused-${answer.why}`, { wait: inTime(answer.secondsLeft ?? 0, language) }));
    if (answer.why === 'too-early' && answer.secondsLeft) restart(answer.secondsLeft);
  };
  return (
    <form class="notice-continue" onSubmit={submit}>
      {writeLine && left === 0 && (
        <label>
          {words('line')}
          <input
            type="text"
            autocomplete="off"
            value={line}
            onInput={(event) => setLine(event.currentTarget.value)}
          />
          <span>{words('lineHint')}</span>
        </label>
      )}
      {state.pin && left === 0 && (
        <label>
          {words('continuePin')}
          <input
            type="password"
            autocomplete="off"
            value={pin}
            onInput={(event) => setPin(event.currentTarget.value)}
          />
          <span>{words('continuePinHint')}</span>
        </label>
      )}
      <button type="submit" class="button-text" disabled={left > 0}>
        {left > 0 && <WaitRing left={left} total={total} />}
        {left > 0 ? words('continueWait', { way: label, time: timeText(left, 'short', language) }) : label}
      </button>
      <p role="status" class={refused ? 'notice-refused' : 'visually-hidden'}>
        {refused ?? (heard && spoken(left, total, label, words, language))}
      </p>
    </form>
  );
}

/** @returns a text such as "in 5 minutes", in the browser's own words. */
function inTime(seconds: number, language: Language): string {
  const [unit, count] =
    seconds < 60
      ? (['second', seconds] as const)
      : seconds < 3_600
        ? (['minute', seconds / 60] as const)
        : (['hour', seconds / 3_600] as const);
  return new Intl.RelativeTimeFormat(localeOf(language)).format(Math.ceil(count), unit);
}

/** @returns the wait in words for a screen reader; they change at every full minute, at 30 seconds, at 10, and at the end. */
function spoken(
  left: number,
  total: number,
  label: string,
  words: Words<'notice'>,
  language: Language,
): string {
  if (left === 0) return words('continueReady');
  // The last milestone that has passed: the text stays the same until the next one.
  const passed = left > 30 ? Math.ceil(left / 60) * 60 : left > 10 ? 30 : 10;
  return words('continueWait', { way: label, time: timeText(Math.min(total, passed), 'long', language) });
}

/** @returns minutes and seconds, such as "9 min 32 sec" or "10 minutes". */
function timeText(seconds: number, unitDisplay: 'long' | 'short', language: Language): string {
  const locale = localeOf(language);
  const say = (amount: number, unit: 'minute' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(amount);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [minutes > 0 && say(minutes, 'minute'), (rest > 0 || minutes === 0) && say(rest, 'second')];
  return parts.filter(Boolean).join(' ');
}

/** A ring that closes during the wait. It is only visual and not animated: it changes once a second. */
function WaitRing({ left, total }: { left: number; total: number }) {
  return (
    <svg class="wait-ring" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="9" pathLength="100" stroke-dasharray={`${100 - (100 * left) / total} 100`} />
    </svg>
  );
}

/**
 * Counts down the seconds while the page is visible; the worker keeps its own count and decides.
 *
 * @param state - each new state restarts the count, even if it has as many seconds as the one before.
 * @returns the seconds of the whole wait, the seconds left, and a function that restarts with other seconds.
 */
function useCountdown(state: ContinueState) {
  const seconds = state.kind === 'wait' ? state.secondsLeft : 0;
  const [total, setTotal] = useState(seconds);
  const [left, setLeft] = useState(seconds);
  const restart = (from: number) => {
    setTotal(from);
    setLeft(from);
  };
  useEffect(() => restart(seconds), [state]);
  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setLeft((now) => Math.max(0, now - 1));
    }, 1000);
    return () => clearInterval(timer);
  }, [state, running]);
  return { total, left, restart };
}
