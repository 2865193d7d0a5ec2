/** Shows the settings page in tests. */
import { Options } from '../../../components/options/options.tsx';
import type { Language } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { PLACES, show, testTools } from './page.tsx';
import type { startWorker } from './worker.ts';

/** @param isPrivate - whether the page is in a private window. @returns what the page gave to the browser: files, copies, opened pages. */
export async function showOptions(
  { client }: Awaited<ReturnType<typeof startWorker>>,
  language: Language = 'en',
  isPrivate = false,
) {
  const browser = testTools();
  await show(
    <Options
      client={client}
      tools={browser.tools}
      places={PLACES}
      words={await loadWords('options', language)}
      controls={await loadWords('controls', language)}
      policyWords={await loadWords('policy', language)}
      isPrivate={isPrivate}
    />,
  );
  return browser;
}
