/**
 * The extension API without a polyfill, for code that must stay small (the notice). Promises are native in every supported browser
 * (manifest version 3).
 */
import type { browser as Browser } from 'wxt/browser';

const { browser: standard, chrome } = globalThis as unknown as Record<'browser' | 'chrome', typeof Browser>;

/** Firefox and Safari name it `browser`; Chromium names it `chrome`. */
export const browser = standard?.runtime?.id ? standard : chrome;
