/** Renders a page into its document in the reader's language; it is called again when the language changes. */
import { type ComponentChild, render } from 'preact';
import type { WorkerClient } from '../../utils/messages/answers.ts';
import { newestOf } from '../../utils/newest.ts';
import { setDocumentLanguage } from '../../utils/words/document-language.ts';
import type { Depth, Language } from '../../utils/words/languages.ts';
import { loadWords } from '../../utils/words/load.ts';
import { pickLanguage } from '../../utils/words/pick-language.ts';
import { OtherLanguageNote } from './other-language-note.tsx';

const begin = newestOf();

/**
 * Does nothing if it was called again before the files of this call had loaded: a language that loads slowly must not be shown over
 * one that was chosen after it.
 *
 * @param depth - which languages have the page; a reader of another language gets the nearest one, with a note.
 * @param build - makes the page and its title in a language.
 */
export async function mount(
  client: WorkerClient,
  depth: Depth,
  build: (language: Language) => Promise<{ title: string; page: ComponentChild }>,
): Promise<void> {
  const isNewest = begin();
  // A worker that does not answer must not leave an empty page: the page itself says so.
  const chosen = await client.ask('settings/get', {}).then(
    ({ effective }) => effective.language.value,
    () => 'auto' as const,
  );
  const wished = pickLanguage(chosen, navigator.languages);
  const language = pickLanguage(chosen, navigator.languages, depth);
  const [{ title, page }, controls] = await Promise.all([build(language), loadWords('controls', wished)]);
  if (!isNewest()) return;
  setDocumentLanguage(document.documentElement, language);
  document.title = title;
  const place = document.getElementById('page');
  if (!place) return;
  render(
    <>
      <OtherLanguageNote language={wished} shown={language} say={(values) => controls('notYet', values)} />
      {page}
    </>,
    place,
  );
}
