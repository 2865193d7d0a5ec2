/**
 * Reads a tab's address and title as the browser's own window shows them, so that a page that hangs or opens a prompt cannot block
 * this.
 */
import type { ChromiumSession } from '../../../scripts/browser/chromium-session.ts';
import type { FirefoxSession } from '../../../scripts/browser/firefox-session.ts';
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';

export interface Where {
  url: string;
  title: string;
}

/** @returns null for a tab that is gone. */
export async function where(browser: BrowserSession, tab: Tab): Promise<Where | null> {
  if (browser.name === 'chromium') {
    const targets = await (browser as ChromiumSession).targets();
    const found = targets.find(({ targetId }) => targetId === tab) as (Where & object) | undefined;
    return found ? { url: found.url, title: found.title } : null;
  }
  return (browser as FirefoxSession).inBrowser<Where | null>(
    `const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
    const shown = NavigableManager.getBrowserByContextId?.(args[0]) ?? NavigableManager.getBrowsingContextById(args[0])?.top.embedderElement;
    return shown ? { url: shown.currentURI.spec, title: shown.contentTitle ?? '' } : null;`,
    tab,
  );
}

/** Sends a tab to an address without waiting, because the page may never finish loading. */
export async function send(browser: BrowserSession, tab: Tab, address: string): Promise<void> {
  if (browser.name === 'chromium') {
    void (browser as ChromiumSession).page(tab, 'Page.navigate', { url: address }).catch(() => undefined);
    return;
  }
  await (browser as FirefoxSession).inBrowser(
    `const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
    (NavigableManager.getBrowserByContextId?.(args[0]) ?? NavigableManager.getBrowsingContextById(args[0]).top.embedderElement).fixupAndLoadURIString(args[1], {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
    return true;`,
    tab,
    address,
  );
}
