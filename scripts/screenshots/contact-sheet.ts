/** Arranges the pictures of one surface: a row for each state, a column for each look. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../browser/open-browser.ts';
import type { BrowserSession } from '../browser/session.ts';
import type { Site } from '../browser/site/site.ts';
import { waitFor } from '../browser/wait.ts';
import { photograph } from './camera.ts';

export interface Picture {
  state: string;
  look: string;
  /** Relative to the sheet. */
  file: string;
}

const STYLE = `body { margin: 16px; font: 14px/1.4 system-ui, sans-serif; background: #8a8f94; color: #000 }
h2 { margin: 16px 0 4px; font-size: 16px }
div { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start }
figure { margin: 0; flex: 0 0 auto }
div[style] { display: block }
div[style] figure { break-inside: avoid; padding-block-end: 12px }
img { display: block; box-shadow: 0 1px 4px rgb(0 0 0 / 0.5) }`;

/** How a sheet lays out its pictures, in CSS pixels. */
export interface Layout {
  sheet: number;
  picture: { width: number; height?: number };
  /** Arranges pictures of different heights in this many columns, each read from top to bottom. Without it, they are in rows. */
  columns?: number;
}

/** For an overview of all states, with a row for each. */
const SMALL: Layout = { sheet: 2400, picture: { width: 380, height: 420 } };

/** Writes a sheet for each surface, photographed in a browser without the extension. */
export async function writeContactSheets(
  site: Site,
  folder: string,
  sheets: ReadonlyMap<string, readonly Picture[]>,
  layoutOf: (sheet: string) => Layout = () => SMALL,
): Promise<void> {
  const bare = await launch({ port: site.port });
  try {
    for (const [surface, pictures] of sheets)
      await writeContactSheet(bare, folder, surface, pictures, layoutOf(surface));
  } finally {
    await bare.close();
  }
}

/** Writes `<surface>.html` and a picture of it, `<surface>.png`, in parts if it is long. */
async function writeContactSheet(
  browser: BrowserSession,
  folder: string,
  surface: string,
  pictures: readonly Picture[],
  { sheet, picture: { width, height }, columns }: Layout,
): Promise<void> {
  const states = [...new Set(pictures.map(({ state }) => state))];
  const rows = states.map((state) => {
    const figures = pictures
      .filter((picture) => picture.state === state)
      .map(({ look, file }) => {
        const source = file.split('/').map(encodeURIComponent).join('/');
        return `<figure><figcaption>${look}</figcaption><a href="${source}"><img src="${source}" alt=""></a></figure>`;
      });
    return `<h2>${state}</h2><div${columns ? ` style="columns: ${columns}"` : ''}>${figures.join('')}</div>`;
  });
  const file = join(folder, `${surface}.html`);
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${surface}</title><style>${STYLE}
img { max-width: ${width}px${height ? `; max-height: ${height}px` : ''} }</style><h1>${surface}</h1>${rows.join('')}`,
  );
  const tab = await browser.newTab();
  await browser.resize(tab, sheet, 1200);
  await browser.open(tab, new URL(file, `file://${process.cwd()}/`).href);
  // Waits until all pictures have loaded, because the page's height changes until then.
  await waitFor('the pictures', () =>
    browser.evaluate<boolean>(
      tab,
      `innerWidth === ${sheet} && [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0)`,
    ),
  );
  for (const [index, part] of (await photograph(browser, tab, true, Number.POSITIVE_INFINITY)).entries())
    writeFileSync(join(folder, `${surface}${index ? `-${index + 1}` : ''}.png`), part);
  await browser.closeTab(tab);
}
