/** Keeps what a person writes apart from what is saved, so that a change from elsewhere (a settings page, an import) never replaces it. */
import { useEffect, useState } from 'preact/hooks';

export interface Draft<Value> {
  value: Value;
  write: (value: Value) => void;
  /** What was saved elsewhere while the person wrote something else here; null if nothing was. Nothing is saved until they choose. */
  elsewhere: Value | null;
  takeOver: () => void;
  keepMine: () => void;
}

/** @param saved - the value that is stored now. It is compared by identity, so it must be a text or a number. */
export function useDraft<Value extends string | number>(saved: Value): Draft<Value> {
  const [value, write] = useState(saved);
  /** The saved value from which the person's own text began. */
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
