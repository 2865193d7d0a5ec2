/** Finds a Chromium and a Firefox on this machine that will load an unsigned extension. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** Unbranded builds first: branded Chrome and Edge from 137 on ignore `--load-extension`. */
const PLACES: Record<BrowserName, Partial<Record<NodeJS.Platform, string[]>>> = {
  chromium: {
    linux: [
      // Debian's /usr/bin/chromium is a shell script that adds its own switches.
      '/usr/lib/chromium/chromium',
      '/usr/lib64/chromium-browser/chromium-browser',
      'chromium',
      'chromium-browser',
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
    ],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      `${homedir()}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      join(process.env.LOCALAPPDATA ?? '', 'Chromium/Application/chrome.exe'),
      join(process.env.ProgramFiles ?? '', 'Google/Chrome/Application/chrome.exe'),
      join(process.env['ProgramFiles(x86)'] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
    ],
  },
  firefox: {
    linux: ['/usr/lib/firefox-esr/firefox-esr', 'firefox-esr', 'firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: [join(process.env.ProgramFiles ?? '', 'Mozilla Firefox/firefox.exe')],
  },
};

const OVERRIDE: Record<BrowserName, string> = {
  chromium: 'SECOND_THOUGHT_CHROMIUM',
  firefox: 'SECOND_THOUGHT_FIREFOX',
};

/** @returns the path of the program, or null. The environment variable of `OVERRIDE` comes first. */
export function findBrowser(name: BrowserName): string | null {
  const named = process.env[OVERRIDE[name]];
  if (named) return existsSync(named) ? named : null;
  for (const place of PLACES[name][process.platform] ?? []) {
    const path = place.includes('/') || place.includes('\\') ? place : onPath(place);
    if (path && existsSync(path)) return path;
  }
  return null;
}

/** @returns one sentence that says what to do when a browser is missing. */
export function whatToInstall(name: BrowserName): string {
  return name === 'chromium'
    ? `No Chromium, Chrome or Edge was found: install Chromium, or name its program in ${OVERRIDE.chromium}.`
    : `No Firefox was found: install Firefox, or name its program in ${OVERRIDE.firefox}.`;
}

function onPath(program: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, program);
    if (folder && existsSync(path)) return path;
  }
  return null;
}
