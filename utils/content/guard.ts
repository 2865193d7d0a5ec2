/** The guard's behavior in a page: it shows the overlay, asks the worker, then leaves for the notice or removes the overlay. No framework, no polyfill. */
import type { GuardAnswer } from '../messages/answers.ts';
import { NOTICE_PAGE } from '../notice/notice-address.ts';
import { overAddress } from '../pattern/covered-address.ts';
import { type Overlay, raiseOverlay, showPassBanner } from './overlay.ts';
import { overlayWords } from './overlay-words.ts';
import { documentProperty, listen } from './page-document.ts';
import { leaveFor, reloadIfLeft, watchNavigations } from './page-teardown.ts';

/** How long the guard waits for the worker (milliseconds) before it leaves for the notice without an answer. */
const ANSWER_TIMEOUT = 1_000;

/** Both browsers offer promises here; only the name differs. */
interface Runtime {
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
}

// Looks for one name only: in Chromium, whose API has the other, an element of the page with the id `browser` would be found.
const api = import.meta.env.FIREFOX || import.meta.env.SAFARI ? 'browser' : 'chrome';
const { runtime } = (globalThis as unknown as Record<typeof api, { runtime: Runtime }>)[api];

/** Name under which a later guard finds one that is already in the page; no other script can see this isolated world. */
const world = globalThis as { secondThought?: () => void; secondThoughtPassed?: true };

/** Starts the guard in the top frame of a listed page. If the page already has one, that guard covers the page again. */
export function guard(): void {
  if (window !== window.top) return;
  // An element of the page may have that name as an id.
  if (world.secondThought instanceof Function) {
    world.secondThought();
    return;
  }
  const words = overlayWords(navigator.languages);
  let overlay: Overlay | null = null;
  let bannerShown = false;

  const away = (address: string) => {
    leaveFor(address);
    overlay?.keepOnTop();
    // Tearing down the page removed its listeners, and the guard's with them.
    listenForReturn();
  };
  // The worker redirects the tab too, because the page can delay its own navigation.
  const leave = () => {
    void send('guard/leave');
    away('about:blank');
  };
  const cover = () => {
    try {
      overlay ??= raiseOverlay(words, leave);
    } catch {
      // A document that cannot show HTML (SVG). The hide-page CSS arrives with the answer.
    }
    if (activeLater(cover)) return;
    void ask(overlay?.id ?? 'c0').then((answer) => {
      if (answer?.kind !== 'pass') return away(noticeFor(answer));
      if (reloadIfLeft()) return;
      overlay?.lift();
      overlay = null;
      if (answer.banner && !bannerShown) showPassBanner(answer.banner, leave);
      bannerShown ||= answer.banner !== null;
      // The worker looks for it (`cover.ts`).
      if (bannerShown) world.secondThoughtPassed = true;
    });
  };
  // Asks again about a page that is restored from the back/forward cache.
  const listenForReturn = () =>
    listen(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && cover());
  world.secondThought = cover;
  watchNavigations();
  listenForReturn();
  cover();
}

/**
 * Delays the question to the worker until a prerendered page is shown, because until then its tab shows another page.
 * @returns true if the page is prerendered.
 */
function activeLater(then: () => void): boolean {
  if (!documentProperty('prerendering' as keyof Document)) return false;
  listen(document, 'prerenderingchange', then);
  return true;
}

async function ask(overlayId: string): Promise<GuardAnswer | null> {
  const silence = new Promise<null>((resolve) => setTimeout(resolve, ANSWER_TIMEOUT, null));
  return Promise.race([send('guard/ask', overlayId) as Promise<GuardAnswer | null>, silence]);
}

/** @returns the answer, or null if the extension has been reloaded since: then `sendMessage` throws in an old guard. */
async function send(type: string, overlayId?: string): Promise<unknown> {
  try {
    return await runtime.sendMessage({ type, overlayId });
  } catch {
    return null;
  }
}

/** @returns the notice's address. `getURL` gives a content script the dynamic address, the only one that a page may navigate to. */
function noticeFor(answer: (GuardAnswer & { kind: 'leave' }) | null): string {
  const page = runtime.getURL(answer?.path ?? NOTICE_PAGE);
  return answer?.withAddress ? overAddress(page, location.href) : page;
}
