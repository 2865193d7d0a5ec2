/** The deploy page: binds words, places and downloads to the form. */
import { mount } from '../../components/controls/mount.tsx';
import { Deploy } from '../../components/deploy/deploy.tsx';
import { type KitWords, wordsOfFiles } from '../../utils/deploy/deployment-kit.ts';
import { workerClient } from '../../utils/messages/client.ts';
import { listPlaces } from '../../utils/place/list-places.ts';
import { saveFile } from '../../utils/save-file.ts';
import { FULL_LANGUAGES } from '../../utils/words/languages.ts';
import { loadWords } from '../../utils/words/load.ts';

async function loadKitWords(): Promise<KitWords> {
  const pairs = await Promise.all(
    FULL_LANGUAGES.map(async (language) => {
      const [deploy, policy] = await Promise.all([
        loadWords('deploy', language),
        loadWords('policy', language),
      ]);
      return [language, { deploy, policy }] as const;
    }),
  );
  return Object.fromEntries(pairs) as KitWords;
}

void mount(workerClient, 'full', async (language) => {
  const [words, controls, fileWords, places] = await Promise.all([
    loadWords('deploy-page', language),
    loadWords('controls', language),
    loadKitWords(),
    listPlaces(language),
  ]);
  return {
    title: words('title'),
    page: (
      <Deploy
        language={language}
        places={places}
        words={words}
        kitWords={wordsOfFiles({ language }, fileWords).deploy}
        policyWords={wordsOfFiles({ language }, fileWords).policy}
        fileWords={fileWords}
        controls={controls}
        save={saveFile}
      />
    ),
  };
});
