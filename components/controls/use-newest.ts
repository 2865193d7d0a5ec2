/** Tells which of several files was chosen last: one that is read slowly must not replace one that was chosen after it. */
import { useMemo } from 'preact/hooks';
import { newestOf } from '../../utils/newest.ts';

/** @returns a function to call for each file. It gives one that says whether no other file was chosen since. */
export function useNewest(): () => () => boolean {
  return useMemo(newestOf, []);
}
