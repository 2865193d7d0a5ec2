/** Makes a copy of a build that does what the real build never does: it sends requests in every way that a watch must notice. */
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';

/** The hosts to which the copy sends, by the kind of request. */
export const PLANTED = {
  fetch: 'planted-fetch.test',
  socket: 'planted-socket.test',
  picture: 'planted-picture.test',
  tab: 'planted-tab.test',
  preconnect: 'planted-preconnect.test',
} as const;

/** @returns the copy's folder. Its worker sends when it starts, its options page when it opens. */
export function plantedCopy(extension: string): { folder: string; remove(): void } {
  const temporary = temporaryFolder('planted');
  const file = (name: string) => join(temporary.folder, name);
  cpSync(extension, temporary.folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(file('manifest.json'), 'utf8')) as object;
  const open = { ...manifest, content_security_policy: { extension_pages: "script-src 'self'" } };
  writeFileSync(file('manifest.json'), JSON.stringify(open));
  appendFileSync(
    file('background.js'),
    `\n;fetch('https://${PLANTED.fetch}/').catch(() => 0); new WebSocket('wss://${PLANTED.socket}/');
    (globalThis.browser ?? chrome).tabs.create({ url: 'https://${PLANTED.tab}/' });`,
  );
  const page = readFileSync(file('options.html'), 'utf8');
  const hint = `<link rel="preconnect" href="https://${PLANTED.preconnect}">`;
  const picture = `<img src="https://${PLANTED.picture}/" alt="">`;
  writeFileSync(
    file('options.html'),
    page.replace('</head>', `${hint}</head>`).replace('</body>', `${picture}</body>`),
  );
  return temporary;
}
