/** Tells which of several files was chosen last: one that is read slowly must not replace one that was chosen after it. */
import { useRef } from 'preact/hooks';

/** @returns a function to call for each file. It gives one that says whether no other file was chosen since. */
export function useNewest(): () => () => boolean {
  const newest = useRef(0);
  return () => {
    const mine = ++newest.current;
    return () => mine === newest.current;
  };
}
