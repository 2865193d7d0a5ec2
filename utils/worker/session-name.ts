/** Makes random names that last as long as this run of the browser: they are kept in session memory, which ends with the run. */
import { browser } from '../extension-api.ts';

/** Names that are being looked up. Two callers at once must not each make one, because only the last would be kept. */
const underWay = new Map<string, Promise<string>>();

/** @returns the name under this key, made at the first call in this run of the browser. */
export function sessionName(key: 'run' | 'salt'): Promise<string> {
  const name = underWay.get(key) ?? readOrMake(key).finally(() => underWay.delete(key));
  underWay.set(key, name);
  return name;
}

async function readOrMake(key: string): Promise<string> {
  const held = (await browser.storage.session.get(key))[key];
  if (typeof held === 'string') return held;
  const made = crypto.randomUUID();
  await browser.storage.session.set({ [key]: made });
  return made;
}
