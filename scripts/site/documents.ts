/** Makes the site's documents: the project's own, the start page and the list's numbers. Each is a page without scripts. */

import { readdirSync, readFileSync } from 'node:fs';
// Uses `posix` because addresses have slashes on every machine.
import { posix } from 'node:path';
import { escapeHtml } from '../escape-html.ts';
import { stats } from '../list/commands/stats.ts';
import { renderMarkdown } from './markdown.ts';
import { numbersPage, START_PAGE } from './own-pages.ts';
import { NO_ICON, SITE_POLICY } from './page-scripts.ts';

/** What an administrator, a lawyer or a works council asks about. How the project is built stays in the repository. */
const DOCUMENTS = [
  'deployment.md',
  ...readdirSync('docs/deploy')
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `deploy/${name}`),
  'list-policy.md',
  'content-policy.md',
  'privacy.md',
  'permissions.md',
  'security.md',
  'settings.md',
];

export interface SiteDocument {
  /** Path in the site, such as `docs/deploy/intune.html`. */
  path: string;
  html: string;
}

/** @param listFolder - a folder laid out like `data/list`. @returns every text page, with links that work inside the site. */
export function siteDocuments(listFolder: string): SiteDocument[] {
  return [
    page(null, 'index.html', START_PAGE),
    page(null, 'list.html', numbersPage(numbers(listFolder))),
    ...DOCUMENTS.map((name) => {
      const file = `docs/${name}`;
      return page(file, htmlPath(file), readFileSync(file, 'utf8'));
    }),
  ];
}

function htmlPath(file: string): string {
  return file.replace(/\.md$/, '.html');
}

/** @param file - relative to the project's root; the text's links are relative to it. Null if they name pages of the site. */
function page(file: string | null, path: string, text: string): SiteDocument {
  const { title, html } = renderMarkdown(text, (target) =>
    file === null ? target : siteAddress(file, path, target),
  );
  const up = posix.relative(posix.dirname(path), '.') || '.';
  const home =
    path === 'index.html' ? '' : `<p class="home"><a href="${up}/index.html">Second Thought</a></p>\n`;
  return {
    path,
    html: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${SITE_POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${escapeHtml(title)}</title>
    ${NO_ICON}
    <link rel="stylesheet" href="${up}/documents.css" />
  </head>
  <body>
    <main>
${home}${html}
    </main>
  </body>
</html>
`,
  };
}

/** @returns where a document's link leads in the site, or null if that page is not in the site. */
function siteAddress(file: string, path: string, target: string): string | null {
  if (/^(https?|mailto|tel):|^#/.test(target)) return target;
  const [name = '', fragment] = target.split('#');
  const pointed = posix.join(posix.dirname(file), name);
  if (!pointed.startsWith('docs/') || !DOCUMENTS.includes(pointed.slice('docs/'.length))) return null;
  const to = posix.relative(posix.dirname(path), htmlPath(pointed));
  return fragment === undefined ? to : `${to}#${fragment}`;
}

interface Stats {
  version: string;
  hosts: number;
  byTier: Record<string, number>;
  byKind: Record<string, number>;
  sections: number;
  brands: number;
  nameRules: number;
  nameExclusions: number;
  wrappers: number;
  refused: number;
}

/** @returns what `npm run list -- stats` counts, as a table. */
function numbers(folder: string): string {
  const { data } = stats.run({ folder, positionals: [], options: {}, flags: new Set(), today: '' });
  const found = data as Stats;
  const rows: [string, string | number][] = [
    // A date that breaks into two lines on a phone is hard to read.
    ['Version: day of the newest review', found.version.replaceAll('-', '\u2011')],
    ['Hosts', found.hosts],
    ...Object.entries(found.byTier).map(([tier, count]): [string, number] => [`Hosts in \`${tier}\``, count]),
    ...Object.entries(found.byKind).map(([kind, count]): [string, number] => [
      `Hosts of kind \`${kind}\``,
      count,
    ]),
    ['Sections of general sites', found.sections],
    ['Brands', found.brands],
    ['Rules for names of unlisted hosts', found.nameRules],
    ['Exceptions from those rules', found.nameExclusions],
    ['Services that show copies of listed pages', found.wrappers],
    ['Candidates that were refused, with the reason', found.refused],
  ];
  const said = (value: string | number) =>
    typeof value === 'number' ? value.toLocaleString('en-US') : value;
  return [
    '| What | How many |',
    '|---|---|',
    ...rows.map(([what, value]) => `| ${what} | ${said(value)} |`),
  ].join('\n');
}

/** @returns the addresses of a page's links, for tests. */
export function linksIn(html: string): string[] {
  return [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => href);
}

/** @returns where a link of a page leads in the site, without its fragment; null for one that leaves the site. */
export function linkedFile(path: string, href: string): string | null {
  if (/^[a-z]+:/i.test(href)) return null;
  const [name = ''] = href.split('#');
  return name === '' ? path : posix.join(posix.dirname(path), name);
}
