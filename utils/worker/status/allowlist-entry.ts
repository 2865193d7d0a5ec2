/** Finds which allowlist entry leaves an address open, and whose it is. Pure. */

import type { TabStatus } from '../../messages/answers.ts';
import type { Address } from '../../pattern/address.ts';
import { matchCustom, type Recognition } from '../../pattern/match.ts';

/** @returns the organization's entry before the person's own; null if there is neither. */
export function allowlistEntryFor(address: Address, allowed: Recognition['allowed']): TabStatus | null {
  for (const by of ['policy', 'user'] as const) {
    const pattern = allowed[by].find((one) => matchCustom(address, [one], by));
    if (pattern) return { is: 'allowlisted', by, pattern };
  }
  return null;
}
