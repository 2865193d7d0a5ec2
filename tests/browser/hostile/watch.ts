/** Records what a person sees in a tab: which share of each picture has the color of hostile pages. */
import type { ChromiumSession } from '../../../scripts/browser/chromium-session.ts';
import type { FirefoxSession } from '../../../scripts/browser/firefox-session.ts';
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';
import { readPng } from './png.ts';

/** Shares of magenta, 0 to 1, oldest first. */
export interface Watch {
  seen(): Promise<number[]>;
  stop(): Promise<number[]>;
}

/** Chromium sends every frame that it shows. Firefox is asked for pictures as fast as it draws them. */
export function watch(browser: BrowserSession, tab: Tab): Promise<Watch> {
  return browser.name === 'chromium'
    ? watchChromium(browser as ChromiumSession, tab)
    : watchFirefox(browser as FirefoxSession, tab);
}

async function watchChromium({ cdp }: ChromiumSession, tab: Tab): Promise<Watch> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: tab, flatten: true });
  const shares: number[] = [];
  const off = cdp.on('Page.screencastFrame', ({ data, sessionId: frame }, session) => {
    if (session !== sessionId) return;
    shares.push(magenta(Buffer.from(data, 'base64')));
    void cdp.send('Page.screencastFrameAck', { sessionId: frame }, sessionId).catch(() => undefined);
  });
  // Without a driver, a person would close such a dialog. "Stay on this page?" is left open.
  const answer = cdp.on('Page.javascriptDialogOpening', ({ type }, session) => {
    if (session !== sessionId || type === 'beforeunload') return;
    void cdp.send('Page.handleJavaScriptDialog', { accept: false }, sessionId).catch(() => undefined);
  });
  await cdp.send('Page.enable', {}, sessionId);
  await cdp.send('Page.startScreencast', { format: 'png', maxWidth: 160, maxHeight: 120 }, sessionId);
  return {
    seen: async () => shares,
    stop: async () => {
      off();
      answer();
      await cdp.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
      return shares;
    },
  };
}

function magenta(file: Buffer): number {
  const { pixels, channels } = readPng(file);
  let count = 0;
  for (let at = 0; at < pixels.length; at += channels)
    if ((pixels[at] ?? 0) > 200 && (pixels[at + 1] ?? 255) < 70 && (pixels[at + 2] ?? 0) > 200) count++;
  return count / (pixels.length / channels);
}

async function watchFirefox(firefox: FirefoxSession, tab: Tab): Promise<Watch> {
  await firefox.inBrowser(
    `const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
    const watch = { shares: [], on: true };
    (window.hostileWatches ??= {})[args[0]] = watch;
    const canvas = new OffscreenCanvas(96, 64);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    void (async () => {
      while (watch.on) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        const shown = (NavigableManager.getBrowserByContextId?.(args[0]) ?? NavigableManager.getBrowsingContextById(args[0])?.top.embedderElement)?.browsingContext?.currentWindowGlobal;
        // A document that is just being left has no picture.
        const picture = await shown?.drawSnapshot(null, 0.1, 'white').catch(() => null);
        if (!picture) continue;
        pen.drawImage(picture, 0, 0, 96, 64);
        picture.close();
        const { data } = pen.getImageData(0, 0, 96, 64);
        let count = 0;
        for (let at = 0; at < data.length; at += 4)
          if (data[at] > 200 && data[at + 1] < 70 && data[at + 2] > 200) count++;
        watch.shares.push(count / (96 * 64));
      }
    })();
    return true;`,
    tab,
  );
  const read = (end: boolean) =>
    firefox.inBrowser<number[]>(
      `const watch = window.hostileWatches[args[0]]; if (args[1]) watch.on = false; return watch.shares;`,
      tab,
      end,
    );
  return { seen: () => read(false), stop: () => read(true) };
}
