/** Shown instead of a page until the worker answers; says so if it does not answer. */
import type { Words } from '../../utils/words/load.ts';

export function Waiting({ unreachable, words }: { unreachable: boolean; words: Words<'controls'> }) {
  return (
    <p class="waiting" role="status">
      {words(unreachable ? 'noAnswer' : 'loading')}
    </p>
  );
}
