/** Shows what a person has chosen while it is being saved: a box that springs back for a second looks refused. */
import { useState } from 'preact/hooks';

/**
 * @param value - what is in force.
 * @param ask - asks for another value. While its promise is open, the asked-for value is shown; then what is in force again.
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
