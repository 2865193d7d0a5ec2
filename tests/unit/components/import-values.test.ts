/** Tests that the preview of an import says every value in words: no value shows as the name of a message. */
import { expect, test } from 'vitest';
import { valueText } from '../../../components/options/import-values.tsx';
import type { OptionsPage } from '../../../components/options/options-page.ts';
import { AUDIENCES, MODES } from '../../../utils/policy/modes.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';

const page = {
  words: await loadWords('options', 'en'),
  controls: await loadWords('controls', 'en'),
  places: [],
} as unknown as OptionsPage;

test('a language has its own name, as in the list where it is chosen', () => {
  expect(valueText('language', 'fr', page)).toBe('Français');
  expect(valueText('language', 'auto', page)).toBe(page.words('language-auto'));
  for (const language of LANGUAGES) expect(valueText('language', language, page)).not.toContain('language-');
});

test('a mode and an audience have their names', () => {
  for (const mode of MODES) expect(valueText('mode', mode, page)).not.toContain('mode-');
  for (const audience of AUDIENCES) expect(valueText('audience', audience, page)).not.toContain('audience-');
});
