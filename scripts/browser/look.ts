/** Sets the conditions under which a person may look at a page: window, colors, direction, motion, touch. */
import { ChromiumSession } from './chromium-session.ts';
import type { FirefoxSession } from './firefox-session.ts';
import type { BrowserSession, Tab } from './session.ts';

export interface Look {
  /** CSS pixels. */
  width: number;
  height: number;
  scheme?: 'light' | 'dark';
  /** The system's own colors (Windows contrast themes). */
  forced?: boolean;
  /** `dir="rtl"`, whatever the language. */
  rtl?: boolean;
  /** A finger instead of a mouse. */
  touch?: boolean;
}

/** Puts a tab under these conditions, with defaults for the rest. Turns motion off, so that colors have their final values at once. */
export async function setLook(browser: BrowserSession, tab: Tab, look: Look): Promise<void> {
  await browser.resize(tab, look.width, look.height);
  if (browser instanceof ChromiumSession) await chromiumLook(browser, tab, look);
  else await firefoxLook(browser as FirefoxSession, look);
  await browser.evaluate(
    tab,
    `(${turn(look.rtl === true)},
      new Promise((done) => { setTimeout(done, 300); requestAnimationFrame(() => requestAnimationFrame(done)); }).then(() => true))`,
  );
}

/** Sets `dir="rtl"`, or restores the page's own direction, which an Arabic page has. */
const turn = (rtl: boolean) => `((root) => {
  if (${rtl}) { root.dataset.ownDir ??= root.dir; root.dir = 'rtl'; return; }
  const { ownDir } = root.dataset;
  if (ownDir) root.dir = ownDir;
  else if (ownDir === '') root.removeAttribute('dir');
  delete root.dataset.ownDir;
})(document.documentElement)`;

/** Shows the page as it was before the first look. */
export async function clearLook(browser: BrowserSession, tab: Tab): Promise<void> {
  if (!(browser instanceof ChromiumSession)) {
    await firefoxLook(browser as FirefoxSession, { width: 0, height: 0 });
    return;
  }
  await browser.page(tab, 'Emulation.clearDeviceMetricsOverride');
  await browser.page(tab, 'Emulation.setTouchEmulationEnabled', { enabled: false });
  await browser.page(tab, 'Emulation.setEmulatedMedia', { features: [] });
}

async function chromiumLook(browser: ChromiumSession, tab: Tab, look: Look): Promise<void> {
  const features = [
    { name: 'prefers-color-scheme', value: look.scheme ?? 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
    { name: 'forced-colors', value: look.forced ? 'active' : 'none' },
  ];
  await browser.page(tab, 'Emulation.setEmulatedMedia', { features });
  await browser.page(tab, 'Emulation.setTouchEmulationEnabled', { enabled: Boolean(look.touch) });
}

/**
 * Sets Firefox's own preferences, which apply to all tabs: it cannot emulate these conditions for one tab. Of the pointer values,
 * 6 is a fine pointer with hover, 1 a coarse one.
 */
async function firefoxLook(browser: FirefoxSession, look: Look): Promise<void> {
  await browser.inBrowser(
    `for (const [name, value] of Object.entries(args[0])) Services.prefs.setIntPref(name, value); return true`,
    {
      'layout.css.prefers-color-scheme.content-override': look.scheme === 'dark' ? 0 : 1,
      'browser.display.document_color_use': look.forced ? 2 : 0,
      'ui.prefersReducedMotion': 1,
      'ui.primaryPointerCapabilities': look.touch ? 1 : 6,
      'ui.allPointerCapabilities': look.touch ? 1 : 6,
    },
  );
}
