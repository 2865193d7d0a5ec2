/** Finds the managed key that a mistyped name probably means. */
import { MANAGED_KEYS, type ManagedKey } from './schema.ts';

/** @returns the nearest key within two typing mistakes of `name`, regardless of case, or null. */
export function nearestKey(name: string): ManagedKey | null {
  const typed = name.toLowerCase();
  let best: ManagedKey | null = null;
  let least = 3;
  for (const key of MANAGED_KEYS) {
    if (Math.abs(key.length - typed.length) >= least) continue;
    const distance = editDistance(typed, key.toLowerCase());
    if (distance < least) {
      least = distance;
      best = key;
    }
  }
  return best;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
