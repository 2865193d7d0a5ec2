/** Shows a button that copies a text, and says whether that worked. */
import { useState } from 'preact/hooks';
import { copyText } from './copy-text.ts';

interface Props {
  text: string;
  label: string;
  /** Shown after the text was copied. */
  copied: string;
  notCopied: string;
}

export function CopyButton({ text, label, copied, notCopied }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = () =>
    copyText(text).then(
      () => setSaid(copied),
      () => setSaid(notCopied),
    );
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        {label}
      </button>{' '}
      <span role="status">{said}</span>
    </>
  );
}
