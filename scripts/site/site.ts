/** `npm run site`: writes the static site, which works from a folder and on any web server, before anything is installed. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atNamedPath, runCommand } from '../command-line.ts';
import { LIST_FOLDER } from '../list/files.ts';
import { makeReadableFolder, writeReadable } from '../policy/write-readable.ts';
import { siteDocuments } from './documents.ts';
import { appHtml, buildApp, buildDocumentStyle, SITE_APPS } from './page-scripts.ts';

const DEFAULT_FOLDER = '.output/site';

const USAGE = `npm run site                     writes the static site into ${DEFAULT_FOLDER}
  npm run site -- --out FOLDER   into another folder, which is made or added to

The deploy form, the preview, the guide, the list's numbers and the documents for administrators. Open index.html, or put the folder on any web server. Nothing in it asks another server for anything.`;

await runCommand({
  usage: USAGE,
  options: { out: { type: 'string' } },
  async run({ values }) {
    const folder = values.out ?? DEFAULT_FOLDER;
    atNamedPath(folder, () => makeReadableFolder(folder));
    await writeSite(folder);
    console.log(`The site is in ${folder}. Open ${join(folder, 'index.html')}.`);
    return 0;
  },
});

/** Writes every page into a folder that exists. Rejects if a page cannot be built or a document cannot be read. */
async function writeSite(folder: string): Promise<void> {
  for (const app of SITE_APPS) {
    await buildApp(app, folder);
    writeReadable(join(folder, `${app}.html`), appHtml(app));
  }
  await buildDocumentStyle(folder);
  rmSync(join(folder, 'documents.js'), { force: true });
  for (const name of readdirSync(folder).filter((each) => /\.(?:js|css)$/.test(each))) {
    writeReadable(join(folder, name), readFileSync(join(folder, name)));
  }
  for (const { path, html } of siteDocuments(LIST_FOLDER)) {
    makeReadableFolder(dirname(join(folder, path)));
    writeReadable(join(folder, path), html);
  }
}
