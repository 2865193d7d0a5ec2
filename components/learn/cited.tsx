/** Shows a sentence, followed by the numbers of its sources. */
import type { Sourced } from '../../utils/learn/types.ts';
import type { Tools } from './tools.ts';

/** @returns the words of one key, and a small number for each source; the numbers refer to the list at the section's end. */
export function Cited({ of, tools }: { of: Sourced<string>; tools: Tools }) {
  if (typeof of === 'string') return <>{tools.say(of)}</>;
  const numbers = [...new Set(of.sources.map((id) => tools.numbers.get(id)))];
  return (
    <>
      {tools.say(of.text)}
      <sup class="cite">{numbers.join(', ')}</sup>
    </>
  );
}
