/** A link that opens only after a warning about the browser's history; the first press only shows the warning. */
import { useState } from 'preact/hooks';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  label: string;
  /** Whose link it is, for a screen reader: a dialog has many. */
  name?: string;
  /** An address on the web, shown before it opens, or a page of the extension. */
  url: string;
  words: Words<'contact'>;
}

export function CautiousLink({ label, name, url, words }: Props) {
  const what = name ? words('whose', { what: label, name }) : label;
  const spoken = words('named', { action: words('open'), what });
  const [asked, setAsked] = useState(false);
  return (
    <p class="contact-row">
      <span class="contact-label">{label}</span>{' '}
      {!url.startsWith('/') && <span class="contact-url">{url.replace(/^https?:\/\//, '')}</span>}
      {asked ? (
        <span role="status" class="contact-warning">
          {words('historyWarning')}{' '}
          <a href={url} target="_blank" rel="noopener noreferrer" aria-label={spoken}>
            {words('open')}
          </a>{' '}
          <button type="button" class="button-text" onClick={() => setAsked(false)}>
            {words('openNot')}
          </button>
        </span>
      ) : (
        <button type="button" class="button-text" aria-label={spoken} onClick={() => setAsked(true)}>
          {words('open')}
        </button>
      )}
    </p>
  );
}
