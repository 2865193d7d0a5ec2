/**
 * Tests that a page is in the language that was chosen last, however long the files of each language take to load.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import { mount } from '../../../components/controls/mount.tsx';
import type { WorkerClient } from '../../../utils/messages/answers.ts';
import type { Language } from '../../../utils/words/languages.ts';

test('a language whose files load slowly is not shown over one that was chosen after it', async () => {
  document.body.innerHTML = '<div id="page"></div>';
  const chosen: Language[] = ['fr', 'de'];
  const client = {
    ask: async () => ({ effective: { language: { value: chosen.shift() } } }),
  } as unknown as WorkerClient;
  let loaded = () => {};
  const slow = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  const show = () =>
    mount(client, 'full', async (language) => {
      if (language === 'fr') await slow;
      return { title: language, page: <p>{language}</p> };
    });
  const first = show();
  await show();
  loaded();
  await first;
  expect([document.title, document.documentElement.lang, document.body.textContent]).toEqual([
    'de',
    'de',
    'de',
  ]);
});
