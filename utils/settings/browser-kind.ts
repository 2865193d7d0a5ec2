/** Decides which browser's steps a page shows. */
import type { BrowserKind } from './page-tools.ts';

/** @param target - the build's target. @param userAgent - shows Android, and Edge with the Chrome build. */
export function kindOf(target: string, userAgent: string): BrowserKind {
  if (target === 'firefox') return /Android/.test(userAgent) ? 'firefox-android' : 'firefox';
  if (target === 'safari') return 'safari';
  return target === 'edge' || /\bEdg\//.test(userAgent) ? 'edge' : 'chrome';
}
