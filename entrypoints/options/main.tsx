/** The options page: binds the real worker, browser and words to the component. */
import { browser } from 'wxt/browser';
import { mount } from '../../components/controls/mount.tsx';
import { Options } from '../../components/options/options.tsx';
import { workerClient } from '../../utils/messages/client.ts';
import { listPlaces } from '../../utils/place/list-places.ts';
import { pageTools } from '../../utils/settings/browser-tools.ts';
import { loadWords } from '../../utils/words/load.ts';

const show = () =>
  mount(workerClient, 'full', async (language) => {
    const [words, controls, policyWords, places] = await Promise.all([
      loadWords('options', language),
      loadWords('controls', language),
      loadWords('policy', language),
      listPlaces(language),
    ]);
    return {
      title: words('title'),
      page: (
        <Options
          client={workerClient}
          tools={pageTools}
          places={places}
          words={words}
          controls={controls}
          policyWords={policyWords}
          isPrivate={browser.extension.inIncognitoContext === true}
          onLanguage={show}
          startAt={location.hash.slice(1)}
        />
      ),
    };
  });

await show();
