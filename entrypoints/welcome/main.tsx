/** The welcome page: binds the real worker, browser and words to the component. */
import { mount } from '../../components/controls/mount.tsx';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { workerClient } from '../../utils/messages/client.ts';
import { listPlaces } from '../../utils/place/list-places.ts';
import { pageTools } from '../../utils/settings/browser-tools.ts';
import { loadWords } from '../../utils/words/load.ts';

await mount(workerClient, 'core', async (language) => {
  const [words, controls, places] = await Promise.all([
    loadWords('welcome', language),
    loadWords('controls', language),
    listPlaces(language),
  ]);
  return {
    title: words('title'),
    page: (
      <Welcome client={workerClient} tools={pageTools} places={places} words={words} controls={controls} />
    ),
  };
});
