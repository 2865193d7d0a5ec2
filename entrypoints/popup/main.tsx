/** The popup: binds the real worker, browser and words to the component. */
import { browser } from 'wxt/browser';
import { mount } from '../../components/controls/mount.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { settingsClient } from '../../utils/settings/browser-client.ts';
import { pageTools } from '../../utils/settings/browser-tools.ts';
import { loadWords } from '../../utils/words/load.ts';

const [tab] = await browser.tabs.query({ active: true, currentWindow: true });

await mount(settingsClient, async (language) => {
  const words = await loadWords('popup', language);
  return {
    title: words('title'),
    page: (
      <Popup
        client={settingsClient}
        tools={pageTools}
        words={words}
        tabId={tab?.id ?? null}
        isPrivate={browser.extension.inIncognitoContext === true || tab?.incognito === true}
      />
    ),
  };
});
