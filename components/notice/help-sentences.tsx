/** Shows "Help in other languages": one sentence with the number for each language, in a section that is closed at first. */
import { type ContactLink, withLinks } from '../../utils/notice/contact-links.ts';
import { helpSentences } from '../../utils/notice/help-sentences.ts';
import { directionOf } from '../../utils/words/document-language.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  link: ContactLink;
  /** The reader's language. */
  language: string;
  words: Words<'help'>;
}

/** How many languages are named beside the heading, for people who cannot read the heading. */
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
                  // No label: the sentence says in its own language what the link does.
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
