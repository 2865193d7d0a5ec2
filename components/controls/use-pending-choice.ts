/** Shows a person's choice while it is being saved: a box that changes back for a second would look as if it were refused. */
import { useState } from 'preact/hooks';

/**
 * @param value - what is in force.
 * @param ask - requests another value. Until its promise settles, the requested value is shown; then again the one in force.
 * @returns the value to show, and the function to call with a choice.
 */
export function usePendingChoice<Value>(
  value: Value,
  ask: (asked: Value) => unknown,
): [shown: Value, choose: (asked: Value) => void] {
  const [open, setOpen] = useState<{ asked: Value } | null>(null);
  const choose = (asked: Value) => {
    const mine = { asked };
    setOpen(mine);
    const end = () => setOpen((now) => (now === mine ? null : now));
    Promise.resolve(ask(asked)).then(end, end);
  };
  return [open ? open.asked : value, choose];
}
