/** Plays every scene and photographs each state in each look. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearLook, setLook } from '../browser/look.ts';
import { BROWSER } from '../browser/open-browser.ts';
import {
  LATER_SCENES,
  MADE_UP,
  OWN_SCENES,
  ownInstallation,
  PRIVATE_SCENES,
  playManaged,
} from '../browser/scenes/play.ts';
import type { Scene, Surface, Take } from '../browser/scenes/scene.ts';
import type { BrowserSession } from '../browser/session.ts';
import { startSite } from '../browser/site/site.ts';
import { photograph } from './camera.ts';
import { type Picture, writeContactSheets } from './contact-sheet.ts';
import { AS_IN_WINDOW, looksFor } from './looks.ts';

/** Prints where the pictures are. @param only - names of scenes; null for all. */
export async function photographAll(folder: string, only: readonly string[] | null): Promise<void> {
  if (!only) rmSync(folder, { recursive: true, force: true });
  const wanted = (name: string) => only === null || only.includes(name);
  const site = await startSite(() => ({ body: MADE_UP }));
  const sheets = new Map<Surface, Picture[]>();
  const takeWith = (browser: BrowserSession) => taker(browser, folder, sheets);
  // A scene that fails loses only its own pictures.
  const playOne = async (name: string, scene: Scene, browser: BrowserSession) => {
    console.log(`${BROWSER}: ${name}`);
    await scene(browser, takeWith(browser)).catch((error) => {
      console.error(`${name} broke off: ${error.message}`);
      process.exitCode = 1;
    });
  };
  const playIn = async (browser: BrowserSession, scenes: Readonly<Record<string, Scene>>) => {
    for (const [name, scene] of Object.entries(scenes).filter(([each]) => wanted(each))) {
      await playOne(name, scene, browser);
    }
  };
  try {
    const browser = await ownInstallation(site);
    try {
      await playIn(browser, OWN_SCENES);
      await playIn(browser, LATER_SCENES);
    } finally {
      await browser.close();
    }
    if (Object.keys(PRIVATE_SCENES).some(wanted)) {
      const other = await ownInstallation(site);
      try {
        await playIn(other, PRIVATE_SCENES);
      } finally {
        await other.close();
      }
    }
    if (wanted('managed')) await playManaged(site, playOne);
    await writeContactSheets(site, folder, sheets);
  } finally {
    await site.close();
  }
  const count = [...sheets.values()].flat().length;
  console.log(
    `${count} pictures in ${folder}; ${[...sheets.keys()].map((each) => `${each}.html`).join(', ')}`,
  );
}

function taker(browser: BrowserSession, folder: string, sheets: Map<Surface, Picture[]>): Take {
  return async ({ surface, name, tab, key = false }) => {
    mkdirSync(join(folder, surface), { recursive: true });
    await browser.bringToFront(tab);
    const pictures = sheets.get(surface) ?? [];
    sheets.set(surface, pictures);
    for (const look of looksFor(surface, key)) {
      await setLook(browser, tab, look);
      const dialog = await browser.evaluate<boolean>(tab, `document.querySelector('dialog[open]') !== null`);
      const parts = await photograph(browser, tab, !dialog && !AS_IN_WINDOW.includes(surface));
      for (const [index, part] of parts.entries()) {
        const words = `${name} - ${look.name}${index ? ` ${index + 1}` : ''}`;
        const file = `${surface}/${words.replace(/[^\w -]/g, '')}.png`;
        writeFileSync(join(folder, file), part);
        pictures.push({ state: name, look: look.name, file });
      }
    }
    await clearLook(browser, tab);
  };
}
