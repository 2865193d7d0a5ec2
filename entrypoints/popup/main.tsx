/** The popup: binds the real worker, browser and words to the component. */
import { browser } from 'wxt/browser';
import { mount } from '../../components/controls/mount.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import { workerClient } from '../../utils/messages/client.ts';
import { pageTools } from '../../utils/settings/browser-tools.ts';
import { loadWords } from '../../utils/words/load.ts';

const [tab] = await browser.tabs.query({ active: true, currentWindow: true });

// Firefox keeps a popup open over a tab that the popup opened.
const tools = {
  ...pageTools,
  open: (address: string) => {
    pageTools.open(address);
    window.close();
  },
};

await mount(workerClient, 'core', async (language) => {
  const words = await loadWords('popup', language);
  return {
    title: words('title'),
    page: (
      <Popup
        client={workerClient}
        tools={tools}
        words={words}
        tabId={tab?.id ?? null}
        isPrivate={browser.extension.inIncognitoContext === true || tab?.incognito === true}
      />
    ),
  };
});
