/** Copies a file's text, and says that it did. */
import { useState } from 'preact/hooks';
import type { Words } from '../../utils/words/load.ts';

export function CopyText({ text, words }: { text: string; words: Words<'deploy-page'> }) {
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('notCopied'),
    );
  return (
    <div class="actions copy-text">
      <button type="button" class="button" onClick={copy}>
        {words('copyFile')}
      </button>
      <span role="status">{said ? words(said) : ''}</span>
    </div>
  );
}
