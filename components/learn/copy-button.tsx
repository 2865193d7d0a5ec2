/** Copies a text and says whether that worked. */
import { useState } from 'preact/hooks';
import type { Words } from '../../utils/words/load.ts';

export function CopyButton({ text, page }: { text: string; page: Words<'learn'> }) {
  const [outcome, setOutcome] = useState<'copied' | 'copy-failed' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('copy-failed');
    }
  };
  return (
    <p class="copy screen-only">
      <button type="button" class="button" onClick={copy}>
        {page('copy')}
      </button>{' '}
      <span role="status">{outcome && page(outcome)}</span>
    </p>
  );
}
