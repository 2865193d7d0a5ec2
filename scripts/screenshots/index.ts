/** `npm run screenshots`: photographs every surface of the build in every state and look, and makes sheets of the pictures. */
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { argumentsOrExit, exitAsMisused } from '../command-line.ts';

const { values } = argumentsOrExit({
  usage: `npm run screenshots      photographs every surface into .work/screenshots, which git ignores
  --firefox              Firefox instead of Chromium
  --only SCENE,SCENE     some scenes only, such as notice,settings; of a language some surfaces, such as notice,popup
  --language CODE,CODE   what a reader meets in these languages instead, on a phone and on a laptop; all: in every one
  --stores               the pictures for the stores instead
  --readme               those of README.md instead, into docs/pictures`,
  options: {
    firefox: { type: 'boolean', default: false },
    stores: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    only: { type: 'string' },
    language: { type: 'string' },
  },
});

// The harness reads the browser's name when it is loaded, so this has to be set before.
process.env.TEST_BROWSER = values.firefox ? 'firefox' : 'chromium';
const folder = `.work/screenshots/${values.stores ? 'stores' : process.env.TEST_BROWSER}`;
const only = values.only?.split(',') ?? null;
if (values.language !== undefined) {
  const languages = values.language === 'all' ? LANGUAGES : values.language.split(',').map(languageOrExit);
  const { photographLanguages } = await import('./language.ts');
  await photographLanguages('.work/screenshots', languages, only);
} else if (values.readme) {
  const { photographForReadme } = await import('./readme.ts');
  await photographForReadme('docs/pictures');
} else if (values.stores) {
  const { photographForStores } = await import('./stores.ts');
  await photographForStores(folder);
} else {
  const { photographAll } = await import('./photograph.ts');
  await photographAll(folder, only);
}

function languageOrExit(code: string): Language {
  const language = LANGUAGES.find((known) => known === code);
  return language ?? exitAsMisused(`--language: some of ${LANGUAGES.join(', ')} were expected`);
}
