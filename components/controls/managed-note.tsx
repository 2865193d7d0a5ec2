/** Says in words that the organization decides something; the values next to it stay readable. */
import type { EffectiveConfig } from '../../utils/policy/types.ts';
import type { Words } from '../../utils/words/load.ts';

export function ManagedNote({ effective, words }: { effective: EffectiveConfig; words: Words<'controls'> }) {
  const { name } = effective.organization;
  return <p class="managed-note">{name ? words('managedBy', { organization: name }) : words('managed')}</p>;
}
