/** A link that opens only after a word about the browser's history; the first press goes nowhere. */
import { useState } from 'preact/hooks';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  label: string;
  /** An address on the web, shown before it opens, or a page of ours. */
  url: string;
  words: Words<'help'>;
}

export function CautiousLink({ label, url, words }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <p class="helpline-contact">
      <span class="helpline-label">{label}</span>{' '}
      {!url.startsWith('/') && <span class="helpline-url">{url.replace(/^https?:\/\//, '')}</span>}
      {asked ? (
        <span role="status" class="help-warn">
          {words('historyWarning')}{' '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            {words('open')}
          </a>{' '}
          <button type="button" class="button-text" onClick={() => setAsked(false)}>
            {words('openNot')}
          </button>
        </span>
      ) : (
        <button
          type="button"
          class="button-text"
          aria-label={`${words('open')}: ${label}`}
          onClick={() => setAsked(true)}
        >
          {words('open')}
        </button>
      )}
    </p>
  );
}
