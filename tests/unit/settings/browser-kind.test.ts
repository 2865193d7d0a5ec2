/** Tests that a page shows the steps of the browser it runs in, whichever build that browser installed. */
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../utils/settings/browser-kind.ts';

describe('which browser’s steps a page shows', () => {
  const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
  test.each([
    ['chrome', CHROME, 'chrome'],
    ['chrome', `${CHROME} Edg/156.0.0.0`, 'edge'],
    ['chrome', `${CHROME} XEdg/156.0.0.0`, 'chrome'],
    ['edge', CHROME, 'edge'],
    ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'firefox'],
    ['firefox', 'Mozilla/5.0 (Android 16; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0', 'firefox-android'],
    ['safari', 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15', 'safari'],
    ['chrome', 'Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0 Mobile', 'chrome'],
  ])('%s, %s: %s', (target, userAgent, kind) => expect(kindOf(target, userAgent)).toBe(kind));
});
