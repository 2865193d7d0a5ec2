/** "Help in other languages": one sentence with the number in each, in its own script and direction, in a section that is closed at first. */
import { type ContactLink, withLinks } from '../../utils/notice/contact-links.ts';
import { helpSentences } from '../../utils/notice/help-sentences.ts';
import { directionOf } from '../../utils/words/document-language.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  link: ContactLink;
  /** The reader's. */
  language: string;
  words: Words<'help'>;
}

/** Anyone who cannot read the heading finds their own language next to it. */
const NAMED = 8;

export function HelpSentences({ link, language, words }: Props) {
  const sentences = helpSentences(link.number, language);
  return (
    <details class="help-sentences">
      <summary>
        {words('otherLanguages')}
        <span class="help-note">
          {sentences.slice(0, NAMED).map(({ language: code, name }) => (
            <bdi key={code} lang={code}>
              {name}
            </bdi>
          ))}
        </span>
      </summary>
      <p class="help-note">{words('otherLanguagesNote')}</p>
      <ul>
        {sentences.map(({ language: code, name, said }) => (
          <li key={code} lang={code} dir={directionOf(code)}>
            <strong>{name}</strong>
            <span>
              {withLinks(said, [link]).map((piece) =>
                typeof piece === 'string' ? (
                  piece
                ) : (
                  // The sentence says what happens, in its own language.
                  <span key={piece.address} class="contact-whole">
                    <a class="contact-link" href={piece.address}>
                      <bdi>{piece.number}</bdi>
                    </a>
                    {piece.closing}
                  </span>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
