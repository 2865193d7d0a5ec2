/** Puts a page into its document in the reader's language, and again when the language changes. */
import { type ComponentChild, render } from 'preact';
import type { Language } from '../../utils/policy/types.ts';
import type { SettingsClient } from '../../utils/settings/messages.ts';
import { setDocumentLanguage } from '../../utils/words/document-language.ts';
import { pageLanguage } from './page-language.ts';

/** @param build - makes the page and its title; called again for each new language. */
export async function mount(
  client: SettingsClient,
  build: (language: Language) => Promise<{ title: string; page: ComponentChild }>,
): Promise<void> {
  // A worker that does not answer must not leave an empty page: the page itself says so.
  const chosen = await client.ask('settings/get', {}).then(
    ({ effective }) => effective.language.value,
    () => 'auto' as const,
  );
  const language = pageLanguage(chosen, navigator.languages);
  const { title, page } = await build(language);
  setDocumentLanguage(document.documentElement, language);
  document.title = title;
  const place = document.getElementById('page');
  if (place) render(page, place);
}
