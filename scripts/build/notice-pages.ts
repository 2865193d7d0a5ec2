/** Makes the pages of the notice whose first frame contains the law of their place: one for each country and language. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { pagePath } from '../../utils/notice/notice-address.ts';
import { ANY_COUNTRY, type NoticePageKey, pagesOf } from '../../utils/notice/notice-pages.ts';
import { directionOf } from '../../utils/words/document-language.ts';
import { LANGUAGES } from '../../utils/words/languages.ts';
import { mainHelplines } from './main-helplines.ts';
import { EVERY_COUNTRY, fillNotice } from './notice-html-plugin.ts';
import { words } from './words-plugin.ts';

const TEMPLATE = new URL('../../entrypoints/notice/index.html', import.meta.url);

/** How many designs the notice has. */
const VARIANTS = 4;

interface Renderer {
  FIRST_FRAME_STYLE: string;
  CELLS_STYLE: string;
  NAMED_PART_STYLE: string;
  lawHtml: (page: NoticePageKey) => Promise<string>;
}

interface NoticePages {
  /** By path in the package, such as `/notice/US.en.html`. */
  pages: Map<string, string>;
  /** The hashes of the styles in the pages, as the pages' policy has to name them, such as `sha256-…`. */
  styleHashes: string[];
}

/**
 * @param built - the built `notice.html`, which names the notice's module and its whole style sheet.
 * @returns every page. Throws if a word, a helpline or a law is missing.
 */
async function noticePages(built: string): Promise<NoticePages> {
  const { lawHtml, FIRST_FRAME_STYLE, CELLS_STYLE, NAMED_PART_STYLE } = await renderer();
  // There are few different styles, and many pages share each. The key is the parts that a style is made of.
  const styles = new Map<string, string>();
  const styleOf = ({ country, regions }: NoticePageKey, law: string) => {
    const parts = [FIRST_FRAME_STYLE];
    if (law.includes('class="cells"')) parts.push(CELLS_STYLE);
    if (country === ANY_COUNTRY || regions.length > 0) parts.push(NAMED_PART_STYLE);
    const whole = parts.map((part) => part.trim()).join('');
    const style = styles.get(whole) ?? withoutUnusedVariables(whole);
    styles.set(whole, style);
    return style;
  };
  const module = /data-module="([^"]+)"/.exec(built)?.[1];
  const sheet = /<link rel="stylesheet"[^>]*href="([^"]+)"/.exec(built)?.[1];
  if (!module || !sheet) throw new Error('The built notice.html names no module or no style sheet');
  const template = readFileSync(TEMPLATE, 'utf8');
  const helplines = mainHelplines();
  const pages = new Map<string, string>();
  for (const page of LANGUAGES.flatMap(pagesOf)) {
    const law = page.country === ANY_COUNTRY ? '' : await lawHtml(page);
    const style = styleOf(page, law);
    pages.set(pagePath(page), pageHtml(template, page, { law, helplines, style, module, sheet }));
  }
  return { pages, styleHashes: [...styles.values()].map(hashOf) };
}

function hashOf(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}

/** Writes the pages into a build. @returns the hashes of their styles. */
export async function writeNoticePages(folder: string): Promise<string[]> {
  const { pages, styleHashes } = await noticePages(readFileSync(join(folder, 'notice.html'), 'utf8'));
  mkdirSync(join(folder, 'notice'), { recursive: true });
  for (const [path, html] of pages) writeFileSync(join(folder, path), html);
  return styleHashes;
}

interface Parts {
  law: string;
  helplines: ReturnType<typeof mainHelplines>;
  style: string;
  module: string;
  sheet: string;
}

function pageHtml(template: string, { country, language }: NoticePageKey, parts: Parts): string {
  const variant = numberOf(country) % VARIANTS;
  const filling = {
    languages: [language],
    countries: country === ANY_COUNTRY ? EVERY_COUNTRY : [country],
    headlines: [variant],
    law: parts.law,
  };
  const filled = fillNotice(template, filling, parts.helplines);
  const body = /<body>[\s\S]*<\/body>/.exec(filled)?.[0] ?? '';
  // A page for any country names none, because it has no number to copy.
  const named = country === ANY_COUNTRY ? '' : ` data-country="${country}"`;
  // Nothing delays the first frame: the script comes after it, and parsing does not wait for the script.
  return [
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}" data-page="${country}.${language}"${named} data-variant="${variant}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><title>Notice</title>',
    // Delays rendering until parsing ends: only then does the browser look for the part that the fragment names, the law of a region.
    '<link rel="expect" href="#parsed" blocking="render">',
    `<style>${parts.style}</style></head>`,
    body
      .replace(/>\s+</g, '><')
      .replace(
        '</body>',
        `<script src="/first-paint.js" async data-module="${parts.module}" data-sheet="${parts.sheet}"></script></body>`,
      ),
    '</html>',
  ].join('');
}

/** Gives places that are next to each other in a list different designs. */
function numberOf(code: string): number {
  return [...code].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
}

/** Removes palette variables that the first frame does not use. The whole style sheet has them all. */
function withoutUnusedVariables(style: string): string {
  const used = (name: string) => style.includes(`var(${name})`);
  const shorter = style.replace(/(--[\w-]+):[^;{}]+(;|(?=\}))/g, (all, name: string) =>
    used(name) ? all : '',
  );
  return shorter === style ? style : withoutUnusedVariables(shorter);
}

/** Bundles the components for Node, with the extension's own loaders of words and data. */
async function renderer(): Promise<Renderer> {
  mkdirSync('.work', { recursive: true });
  const folder = mkdtempSync(join('.work', 'notice-pages-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [words()],
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        ssr: 'components/notice/static-law.tsx',
        outDir: folder,
        emptyOutDir: true,
        // Makes one file, because the folder is removed after it has been imported.
        rolldownOptions: { output: { codeSplitting: false } },
        cssMinify: true,
        // Both browsers support what the style sheet uses, so nothing is written a second time for older ones.
        cssTarget: ['chrome130', 'firefox140'],
      },
    });
    return (await import(pathToFileURL(join(folder, 'static-law.js')).href)) as Renderer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
