/** Registers the guard for listed hosts, and only for them. */
import { browser } from '../../extension-api.ts';

const SCRIPT_ID = 'guard';

/** @returns the match patterns of a host and its subdomains, whatever the scheme or port (MDN, "Match patterns"). */
export function matchPatterns(hosts: readonly string[]): string[] {
  return hosts.map((host) => (/^[\d.]+$|^\[/.test(host) ? `*://${host}/*` : `*://*.${host}/*`));
}

/** Registers or renews the guard. Persists across sessions, so that it runs before the worker has started. Throws if the browser refuses. */
export async function registerGuard(hosts: readonly string[]): Promise<void> {
  const matches = matchPatterns(hosts);
  const [held] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (held && sameList(held.matches ?? [], matches)) return;
  const script = {
    id: SCRIPT_ID,
    matches,
    js: ['guard.js'],
    runAt: 'document_start',
    persistAcrossSessions: true,
  } as const;
  if (held) await browser.scripting.updateContentScripts([{ ...script, js: [...script.js] }]);
  else await browser.scripting.registerContentScripts([{ ...script, js: [...script.js] }]);
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().join() === [...other].sort().join();
}
