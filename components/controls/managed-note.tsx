/** Marks what the organisation decides: in words, beside values that stay readable. */
import type { Effective } from '../../utils/policy/types.ts';
import type { Words } from '../../utils/words/load.ts';

export function ManagedNote({ effective, words }: { effective: Effective; words: Words<'controls'> }) {
  const { name } = effective.organization;
  return <p class="managed-note">{name ? words('managedBy', { organization: name }) : words('managed')}</p>;
}
