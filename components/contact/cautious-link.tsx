/** A link that opens only after a warning about the browser's history; the first press only shows the warning. */
import { useState } from 'preact/hooks';
import type { Words } from '../../utils/words/load.ts';
import { takeFocus } from '../controls/take-focus.ts';

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
  // Null until the first press: only then the focus follows what takes the place of the pressed button.
  const [asked, setAsked] = useState<boolean | null>(null);
  return (
    <p class="contact-row">
      <span class="contact-label">{label}</span>{' '}
      {!url.startsWith('/') && <span class="contact-url">{url.replace(/^https?:\/\//, '')}</span>}
      {asked ? (
        // Has the focus, so it is read: neither "Open" nor "Do not open" may be the next thing that a held key presses.
        <span class="contact-warning" tabIndex={-1} ref={takeFocus}>
          {words('historyWarning')}{' '}
          <a href={url} target="_blank" rel="noopener noreferrer" aria-label={spoken}>
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
          aria-label={spoken}
          {...(asked === false && { ref: takeFocus })}
          onClick={() => setAsked(true)}
        >
          {words('open')}
        </button>
      )}
    </p>
  );
}
