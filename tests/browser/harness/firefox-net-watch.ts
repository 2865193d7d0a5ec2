/** Listens in Firefox's parent process, through which every request goes, for requests that an extension caused. */
import { existsSync, readFileSync } from 'node:fs';
import type { FirefoxSession } from '../../../scripts/browser/firefox-session.ts';
import type { Caused } from './caused-traffic.ts';

/** Records every request with the principal that caused it. Call this before the extension is installed. */
export async function listen(browser: FirefoxSession): Promise<void> {
  await browser.inBrowser(`
    const seen = globalThis.secondThoughtTestRequests = [];
    const observer = { observe(subject) {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const { triggeringPrincipal, loadingPrincipal, externalContentPolicyType: kind } = channel.loadInfo;
      const who = [triggeringPrincipal, loadingPrincipal].map((one) => one?.spec || one?.origin || '');
      seen.push({ who: who.join(' '), by: kind === Ci.nsIContentPolicy.TYPE_DOCUMENT ? 'main frame' : String(kind), address: channel.URI.spec });
    } };
    Services.obs.addObserver(observer, 'http-on-before-connect');
    return true;`);
}

/** @returns the recorded requests from this origin (`moz-extension://<uuid>`). */
export async function heard(browser: FirefoxSession, origin: string): Promise<Caused[]> {
  const all = await browser.inBrowser<(Caused & { who: string })[]>(
    'return globalThis.secondThoughtTestRequests',
  );
  if (all.length === 0) throw new Error('no request was noted at all: the observer does not work');
  return all.filter(({ who }) => who.includes(origin)).map(({ by, address }) => ({ by, address }));
}

/**
 * Reads which names Firefox looked up. With a proxy for every address, it is only that of the proxy.
 * @param file - as given to `MOZ_LOG_FILE`, with `nsHostResolver:5`, of a browser that is closed by now.
 */
export function namesLookedUp(file: string): string[] {
  const log = `${file}.moz_log`;
  if (!existsSync(log)) throw new Error(`${log} is missing: Firefox's log has changed`);
  const names = [...readFileSync(log, 'utf8').matchAll(/Resolving host \[([^\]]*)\]/g)].map(
    ([, name]) => name,
  );
  if (names.length === 0) throw new Error(`${log} names no look-up: Firefox's log has changed`);
  return names.filter((name): name is string => name !== '127.0.0.1' && name !== 'localhost');
}
