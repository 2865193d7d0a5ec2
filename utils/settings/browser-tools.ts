/** Gives the settings pages what they need from the browser besides the worker. */
import { browser } from 'wxt/browser';
import { pageUrl } from '../page-url.ts';
import { guessCountry } from '../place/guess-country.ts';
import { saveFile } from '../save-file.ts';
import { kindOf } from './browser-kind.ts';
import { localDay } from './days.ts';
import type { BrowserKind, PageTools } from './page-tools.ts';

/** The scheme of the browser's own page about this extension. Firefox and Safari do not let extensions open theirs. */
const OWN_ENTRY: Partial<Record<BrowserKind, string>> = { chrome: 'chrome', edge: 'edge' };

export const pageTools: PageTools = createTools(kindOf(import.meta.env.BROWSER, navigator.userAgent));

function createTools(kind: BrowserKind): PageTools {
  const scheme = OWN_ENTRY[kind];
  const open = (address: string) =>
    void browser.tabs.create({
      url: address.startsWith('/') ? pageUrl(address) : address,
    });
  return {
    kind,
    open,
    openOwnEntry: scheme ? () => open(`${scheme}://extensions/?id=${browser.runtime.id}`) : null,
    requestHostAccess: () => browser.permissions.request({ origins: ['<all_urls>'] }),
    restart: () => browser.runtime.reload(),
    download: (name, text) => saveFile(name, new TextEncoder().encode(text)),
    today: () => localDay(new Date()),
    guessedCountry: () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return guessCountry({ timeZone, locales: navigator.languages });
    },
    closePage: () => window.close(),
  };
}
