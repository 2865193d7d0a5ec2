/** What a person is writing, next to what is saved: a change from elsewhere (another settings page, an import) never takes it away. */
import { useEffect, useState } from 'preact/hooks';

export interface Draft<Value> {
  value: Value;
  write: (value: Value) => void;
  /** What was saved elsewhere while the person wrote something else here; null: nothing. Until they have chosen, nothing is saved. */
  elsewhere: Value | null;
  takeOver: () => void;
  keepMine: () => void;
}

/** @param saved - as the store has it now; compared by identity, so a text or a number. */
export function useDraft<Value extends string | number>(saved: Value): Draft<Value> {
  const [value, write] = useState(saved);
  /** What the person's own text began from. */
  const [base, setBase] = useState(saved);
  const untouched = value === base || value === saved;
  useEffect(() => {
    if (saved === base || !untouched) return;
    write(saved);
    setBase(saved);
  }, [saved, base, untouched]);
  return {
    value,
    write,
    elsewhere: saved === base || untouched ? null : saved,
    takeOver: () => {
      write(saved);
      setBase(saved);
    },
    keepMine: () => setBase(saved),
  };
}
