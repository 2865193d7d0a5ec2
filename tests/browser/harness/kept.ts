/** Reads what a running extension stores, in every place that its own code can reach. */
import type { BrowserSession } from '../../../scripts/browser/session.ts';

/** The content of each place by its name, with rules and scripts as the browser returns them. */
export interface Kept {
  storage: Record<'local' | 'session' | 'sync' | 'managed', Record<string, unknown>>;
  databases: string[];
  caches: string[];
  localStorage: Record<string, string>;
  sessionStorage: Record<string, string>;
  cookies: string;
  alarms: { name: string }[];
  sessionRules: { condition: object }[];
  dynamicRules: unknown[];
  scripts: unknown[];
}

/** @returns the content of all places, read from a page of the extension. */
export function whatIsKept(browser: BrowserSession): Promise<Kept> {
  return browser.inExtension<Kept>(`(async () => {
    const api = globalThis.browser ?? chrome;
    // Firefox rejects where no policy is set; a missing area contains nothing.
    const area = (name) => Promise.resolve(api.storage[name]?.get(null)).then((held) => held ?? {}, () => ({}));
    const [local, session, sync, managed] = await Promise.all(['local', 'session', 'sync', 'managed'].map(area));
    return {
      storage: { local, session, sync, managed },
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys().catch(() => []),
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      cookies: document.cookie,
      alarms: await api.alarms.getAll(),
      sessionRules: await api.declarativeNetRequest.getSessionRules(),
      dynamicRules: await api.declarativeNetRequest.getDynamicRules(),
      scripts: await api.scripting.getRegisteredContentScripts(),
    };
  })()`);
}
