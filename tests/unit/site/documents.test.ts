/** Tests that the website's pages load nothing from elsewhere, are all reached from the first page, and have no broken links. */
import { describe, expect, test } from 'vitest';
import { LIST_FOLDER } from '../../../scripts/list/files.ts';
import { linkedFile, linksIn, siteDocuments } from '../../../scripts/site/documents.ts';
import { appHtml, SITE_APPS } from '../../../scripts/site/page-scripts.ts';

const documents = siteDocuments(LIST_FOLDER);
const paths = [...documents.map(({ path }) => path), ...SITE_APPS.map((app) => `${app}.html`)];

describe.each(documents)('$path', ({ path, html }) => {
  const shown = html.replace(/<pre[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '');

  test('leaves no Markdown behind', () => {
    expect(shown.match(/\]\(|\*\*|^#+ |^\||```/gm)).toBeNull();
  });

  test('links to pages of the site, and to fragments that are there', () => {
    for (const href of linksIn(html)) {
      const file = linkedFile(path, href);
      if (file === null) continue;
      expect(paths, href).toContain(file);
      const fragment = href.split('#')[1];
      const to = documents.find((one) => one.path === file);
      if (fragment !== undefined) expect(to?.html, href).toContain(` id="${fragment}"`);
    }
  });

  test('runs nothing and loads nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script|<img|<iframe|style="|\son\w+=/);
    expect([...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href)).toHaveLength(
      1,
    );
    expect(html).toMatch(/<link rel="stylesheet" href="(?:\.|\.\.|\.\.\/\.\.)\/documents\.css"/);
    expect(html).toContain("default-src 'none'");
  });
});

test('every page is reached from the first', () => {
  const reached = new Set(['index.html']);
  for (const path of reached) {
    const html = documents.find((one) => one.path === path)?.html ?? '';
    for (const href of linksIn(html)) {
      const file = linkedFile(path, href);
      if (file !== null) reached.add(file);
    }
  }
  expect(paths.filter((path) => !reached.has(path))).toEqual([]);
});

test('the numbers are those of the list', () => {
  const html = documents.find(({ path }) => path === 'list.html')?.html ?? '';
  expect(html).toMatch(/<td>Hosts<\/td><td>\d+,\d{3}<\/td>/);
});

test.each(SITE_APPS)(
  '%s.html is the page of the extension, with one script and one style sheet of its own',
  (app) => {
    const html = appHtml(app);
    expect(html.match(/<script [^>]*>/g)).toEqual([`<script src="${app}.js" defer>`]);
    expect(html.match(/<link (?!rel="icon" href="data:,")[^>]*>/g)).toEqual([
      `<link rel="stylesheet" href="${app}.css" />`,
    ]);
    expect(html).toContain('<div id="page"></div>');
  },
);
