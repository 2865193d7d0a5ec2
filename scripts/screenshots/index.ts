/** `npm run screenshots`: photographs every surface of the build in every state and look, and lays the pictures side by side. */
import { LANGUAGES } from '../../utils/words/languages.ts';
import { argumentsOrExit, exitAsMisused } from '../command-line.ts';

const { values } = argumentsOrExit({
  usage: `npm run screenshots      photographs every surface into .work/screenshots, which git ignores
  --firefox              Firefox instead of Chromium
  --only SCENE,SCENE     some scenes only, such as notice,settings
  --language CODE        what a reader meets in one language instead, on a phone and on a laptop
  --stores               the pictures for the stores instead`,
  options: {
    firefox: { type: 'boolean', default: false },
    stores: { type: 'boolean', default: false },
    only: { type: 'string' },
    language: { type: 'string' },
  },
});

// The harness reads the engine when it is loaded.
process.env.TEST_BROWSER = values.firefox ? 'firefox' : 'chromium';
const folder = `.work/screenshots/${values.stores ? 'stores' : process.env.TEST_BROWSER}`;
if (values.language !== undefined) {
  const language = LANGUAGES.find((known) => known === values.language);
  if (!language) exitAsMisused(`--language: one of ${LANGUAGES.join(', ')} was expected`);
  const { photographLanguage } = await import('./language.ts');
  await photographLanguage(`.work/screenshots/${language}`, language);
} else if (values.stores) {
  const { photographForStores } = await import('./stores.ts');
  await photographForStores(folder);
} else {
  const { photographAll } = await import('./photograph.ts');
  await photographAll(folder, values.only?.split(',') ?? null);
}
