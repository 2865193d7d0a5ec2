/** The guard's behaviour in a page: curtain first, then the question, then away or in peace. No framework, no polyfill. */
import type { GuardAnswer } from '../messages.ts';
import { type Curtain, raiseCurtain, showStrip } from './curtain.ts';
import { curtainWords } from './curtain-words.ts';

/** How long the worker may take (milliseconds) before silence counts as no. */
const PATIENCE = 1_000;

/** Both browsers offer promises here; only the name differs. */
interface Runtime {
  id?: string;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
}

const runtime = (
  (globalThis as { browser?: { runtime: Runtime } }).browser ??
  (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome
).runtime;

/** Where a guard that is already in the page is found by the next one: this world is ours alone. */
const world = globalThis as { secondThoughtGuard?: () => void };

/** Starts the guard in the top frame of a listed page; in a page that has one, wakes it. */
export function guard(): void {
  if (window !== window.top) return;
  if (world.secondThoughtGuard) {
    world.secondThoughtGuard();
    return;
  }
  const words = curtainWords(navigator.languages);
  let curtain: Curtain | null = null;
  let striped = false;

  const cover = () => {
    curtain ??= raiseCurtain(words, leave);
    if (activeLater(cover)) return;
    void ask().then((answer) => {
      if (answer?.kind !== 'pass') return away(noticeFor(answer));
      curtain?.lift();
      curtain = null;
      if (answer.strip && !striped) showStrip(answer.strip, leave);
      striped ||= answer.strip !== null;
    });
  };
  world.secondThoughtGuard = cover;
  cover();
  // A page that comes back from the back/forward cache has not been asked about since it left.
  addEventListener('pageshow', ({ persisted }) => persisted && cover());
}

/** A prerendered page is covered at once but asks only when someone sees it: until then the tab is another page's. */
function activeLater(then: () => void): boolean {
  if (!('prerendering' in document) || !document.prerendering) return false;
  document.addEventListener('prerenderingchange', then, { once: true });
  return true;
}

async function ask(): Promise<GuardAnswer | null> {
  const silence = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  // A guard of an extension that was since reloaded has no one to ask: `sendMessage` throws.
  const answer = new Promise<GuardAnswer>((resolve) =>
    resolve(runtime.sendMessage({ type: 'guard/ask' }) as Promise<GuardAnswer>),
  );
  return Promise.race([answer.catch(() => null), silence]);
}

/** `getURL` gives a content script the dynamic address, the only one under which a page may go there. */
function noticeFor(answer: (GuardAnswer & { kind: 'leave' }) | null): string {
  const page = runtime.getURL(answer?.path ?? '/notice.html');
  return answer?.withAddress ? `${page}#${location.href}` : page;
}

function away(url: string): void {
  stop();
  location.replace(url);
}

function leave(): void {
  away('about:blank');
}
