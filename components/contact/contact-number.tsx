/** Shows a number as a link in its sentence, with a copy button and a hint for a device that cannot call. */

import { useState } from 'preact/hooks';
import type { ContactLink } from '../../utils/notice/contact-links.ts';
import type { Words } from '../../utils/words/load.ts';
import { LinkedText } from './linked-text.tsx';
import { selectText } from './select-text.ts';

interface Props {
  link: ContactLink;
  /** The sentence that contains the number; by default only the number. */
  said?: string;
  /** `notCopied` is shown if the browser refuses the clipboard. The number is then selected, with or without the words. */
  words: { contact: Words<'contact'>; copy: string; copied: string; notCopied?: string };
  copy: (text: string) => Promise<void>;
}

export function ContactNumber({ link, said = link.number, words, copy }: Props) {
  const [status, setStatus] = useState('');
  return (
    <>
      <LinkedText said={said} links={[link]} onOpen={() => setStatus(words.contact('nothingOpened'))} />
      <button
        type="button"
        class="button-text screen-only"
        aria-label={words.contact('named', { action: words.copy, what: link.number })}
        onClick={({ currentTarget }) =>
          copy(link.number).then(
            () => setStatus(words.copied),
            () => {
              const number = currentTarget.previousElementSibling?.querySelector('bdi');
              if (number) selectText(number);
              setStatus(words.notCopied ?? '');
            },
          )
        }
      >
        {words.copy}
      </button>
      <span role="status" class="contact-status">
        {status}
      </span>
    </>
  );
}
