/** Builds the pages of the extension for the static site: one script and one style sheet each, which also work from a folder. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build } from 'vite';
import { noticeHtml } from '../build/notice-html-plugin.ts';
import { words } from '../build/words-plugin.ts';

/** Pages of the extension that work without the extension. */
export const SITE_APPS = ['deploy', 'preview', 'learn'] as const;
export type SiteApp = (typeof SITE_APPS)[number];

const ENTRY = 'virtual:site-entry/';
const STAND_IN = 'scripts/site/extension-stand-in.ts';

/**
 * Nothing may come from elsewhere or be sent there. A page in a folder has no origin of its own, so `'self'` does not include the
 * files next to it, but `file:` does. On a web server, `file:` has no effect.
 */
export const SITE_POLICY =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; " +
  "base-uri 'none'; form-action 'none'";

/** The site has no icon, and this keeps browsers from looking for one. */
export const NO_ICON = '<link rel="icon" href="data:," />';

/** @returns the page's HTML for the site, from the same file that the extension's page is made of. */
export function appHtml(app: SiteApp): string {
  return pageOf(app)
    .replace(/[ \t]*<link rel="stylesheet"[^>]*>\n?/g, '')
    .replace(/[ \t]*<script [^>]*><\/script>\n?/g, '')
    .replace(
      '<meta charset="utf-8" />',
      `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${SITE_POLICY}" />`,
    )
    .replace(
      '</head>',
      `  ${NO_ICON}\n    <link rel="stylesheet" href="${app}.css" />\n    <script src="${app}.js" defer></script>\n  </head>`,
    );
}

/** Writes `<app>.js` and `<app>.css` into a folder. Rejects if something cannot be bundled. */
export async function buildApp(app: SiteApp, outDir: string): Promise<void> {
  await bundle(app, outDir, [STAND_IN, ...stylesOf(app), scriptOf(app)]);
}

/** Writes the documents' style sheet into a folder. */
export async function buildDocumentStyle(outDir: string): Promise<void> {
  await bundle('documents', outDir, ['components/style/base.css', 'scripts/site/documents.css']);
}

/** Bundles a classic script (not a module, no further requests), which browsers also run from a folder. */
async function bundle(name: string, outDir: string, imports: readonly string[]): Promise<void> {
  const entry = imports.map((file) => `import ${JSON.stringify(resolve(file))};`).join('\n');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [siteEntry(entry), words(), noticeHtml()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      chunkSizeWarningLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: {
        input: { [name]: `${ENTRY}${name}` },
        output: {
          format: 'iife',
          codeSplitting: false,
          entryFileNames: '[name].js',
          assetFileNames: `${name}[extname]`,
        },
      },
    },
  });
}

function siteEntry(code: string) {
  return {
    name: 'second-thought:site-entry',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id.startsWith(ENTRY) ? `\0${id}` : null),
    load: (id: string) => (id.startsWith(`\0${ENTRY}`) ? code : null),
  };
}

function pageOf(app: SiteApp): string {
  return readFileSync(fileOf(app), 'utf8');
}

function fileOf(app: SiteApp): string {
  return `entrypoints/${app}/index.html`;
}

/** @returns the style sheets that the page names, in their order. */
function stylesOf(app: SiteApp): string[] {
  const named = [...pageOf(app).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  return named.map(([, href = '']) => resolve(dirname(fileOf(app)), href));
}

function scriptOf(app: SiteApp): string {
  const src = /<script type="module" src="([^"]+)"/.exec(pageOf(app))?.[1];
  if (!src) throw new Error(`${fileOf(app)} names no script`);
  return resolve(dirname(fileOf(app)), src);
}
