/** Draws the icon in every size from its SVG source, with an installed Chromium: `node scripts/icons.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { findBrowser } from './browser/find-browsers.ts';

const SIZES = [16, 32, 48, 96, 128];
/** Smaller sizes have no room for the margin that the store wants. */
const CROPPED_BELOW = 128;
const folder = new URL('../public/icon/', import.meta.url);
const svg = readFileSync(new URL('icon.svg', folder), 'utf8');

const found = findBrowser('chromium');
if (!found) throw new Error('No Chromium is installed: it draws the icons.');
const browser = await launch({ executablePath: found, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of SIZES) {
  const drawn = size < CROPPED_BELOW ? svg.replace('0 0 128 128', '12 12 104 104') : svg;
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawn}`);
  writeFileSync(new URL(`${size}.png`, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();
