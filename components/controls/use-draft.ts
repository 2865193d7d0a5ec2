/** Keeps what a person writes apart from what is saved, so that a change from elsewhere (a settings page, an import) never replaces it. */
import { useEffect, useState } from 'preact/hooks';

export interface Draft<Value> {
  value: Value;
  write: (value: Value) => void;
  /** Writes a value that is being saved. Once it is saved, or waits, the field shows what is in force then. */
  send: (value: Value, request: unknown) => void;
  /** What was saved elsewhere while the person wrote something else here; null if nothing was. Nothing is saved until they choose. */
  elsewhere: Value | null;
  takeOver: () => void;
  keepMine: () => void;
}

/** Outcomes of a request after which nothing is left to save. */
const DONE: unknown[] = ['applied', 'needs-wait', 'unchanged'];

/**
 * @param saved - the value that is stored now. It is compared by identity, so it must be a text or a number.
 * @param locked - whether a policy decides it: then it is shown as it is in force, whatever the person was writing.
 */
export function useDraft<Value extends string | number>(saved: Value, locked = false): Draft<Value> {
  const [value, write] = useState(saved);
  /** The saved value from which the person's own text began. */
  const [base, setBase] = useState(saved);
  const [sent, setSent] = useState<{ value: Value; done: boolean } | null>(null);
  const done = sent?.done === true;
  const own = !locked && value !== base && value !== saved && !(done && value === sent.value);
  useEffect(() => {
    if (own && !done) return;
    if (!own) write(saved);
    setBase(saved);
    if (done) setSent(null);
  }, [saved, own, done]);
  return {
    value: locked ? saved : value,
    write,
    send: (wanted, request) => {
      const mine = { value: wanted, done: false };
      const end = (next: typeof sent) => setSent((now) => (now === mine ? next : now));
      write(wanted);
      setSent(mine);
      Promise.resolve(request).then(
        (outcome) => end(DONE.includes(Object(outcome).is) ? { ...mine, done: true } : null),
        () => end(null),
      );
    },
    // While a value is being saved, what changes is this value: of a list, a part may be in force before the rest.
    elsewhere: own && saved !== base && !sent ? saved : null,
    takeOver: () => {
      write(saved);
      setBase(saved);
    },
    keepMine: () => setBase(saved),
  };
}
