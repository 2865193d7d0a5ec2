/** Says in the reader's language that the page is in another language. */
import { directionOf } from '../../utils/words/document-language.ts';

interface Props {
  /** The reader's language, and the one that is shown. */
  language: string;
  shown: string;
  /** "This is not in English yet. Language shown: {language}." */
  say: (values: { language: string }) => string;
}

export function OtherLanguageNote({ language, shown, say }: Props) {
  if (language === shown) return null;
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(shown) ?? shown;
  return (
    <p class="other-language-note" lang={language} dir={directionOf(language)}>
      {say({ language: name })}
    </p>
  );
}
