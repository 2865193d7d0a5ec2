/** Loads every claim of `data/claims/` as one list. */
import type { Claim } from './claims-types.ts';

const files = import.meta.glob<Claim[]>('../../data/claims/*.json', { import: 'default' });

/** @returns all claims, sorted by file and then as written there. */
export async function loadClaims(): Promise<Claim[]> {
  const names = Object.keys(files).sort();
  const lists = await Promise.all(names.map((name) => files[name]?.() ?? []));
  return lists.flat();
}
