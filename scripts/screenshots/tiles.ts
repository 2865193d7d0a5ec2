/** Makes the stores' tiles: icon, name and one line, in the colors of every surface. */
import { readFileSync } from 'node:fs';
import type { Language } from '../../utils/words/languages.ts';

export interface Tile {
  name: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** Chrome Web Store and Edge Add-ons: small and large tile. Edge also: its logo. */
export const TILES: readonly Tile[] = [
  { name: 'tile-440x280', width: 440, height: 280 },
  { name: 'tile-1400x560', width: 1400, height: 560 },
  { name: 'logo-300x300', width: 300, height: 300 },
];

/** @returns a page that fills the tile. @param line - what the product does, in one sentence. */
export function tilePage({ width, height }: Tile, language: Language, line: string): string {
  const icon = readFileSync('public/icon/icon.svg', 'utf8');
  const tokens = readFileSync('components/style/tokens.css', 'utf8');
  const logo = width === height;
  const size = Math.round(height * (logo ? 0.75 : 0.36));
  const words = logo ? '' : `<div><h1>Second Thought</h1><p>${line}</p></div>`;
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Second Thought</title><style>${tokens}
html { color-scheme: light }
body { box-sizing: border-box; margin: 0; inline-size: ${width}px; block-size: ${height}px; padding: ${Math.round(height / 10)}px;
  display: flex; gap: ${Math.round(height / 12)}px; align-items: center; justify-content: center;
  background: var(--paper); color: var(--ink); font-family: var(--font) }
svg { flex: none; inline-size: ${size}px; block-size: ${size}px }
h1 { margin: 0; font: 600 ${Math.round(height / 8.5)}px/1.1 var(--font-reading) }
p { margin: ${Math.round(height / 30)}px 0 0; max-inline-size: 26em; font-size: ${Math.round(height / 18)}px; line-height: 1.4; color: var(--ink-soft) }
</style><body>${icon}${words}`;
}
