/** The overlay over a listed page, and the pass banner on a passed one: plain DOM, synchronous, in a closed shadow root. */
import type { PassBannerWords } from '../messages/answers.ts';
import { setDocumentLanguage } from '../words/document-language.ts';
import { documentProperty, make } from './page-document.ts';

/** The few words that the overlay shows, because nothing more can be loaded that early. */
export interface OverlayWords {
  heading: string;
  leave: string;
  help: string;
  language: string;
}

export interface Overlay {
  /** Id of the overlay's element, told only to the worker, which hides everything else (`hide-page-css.ts`). */
  id: string;
  /** Repairs what the page did to the overlay, and keeps it on top. */
  keepOnTop: () => void;
  lift: () => void;
}

// Korean words are not broken (components/style/tokens.css).
const HOST = ':host{all:initial!important}:lang(ko){word-break:keep-all}';
const LOOK =
  HOST +
  // The notice's background, band and typeface. A browser without `light-dark()` still covers the page.
  'dialog,section{all:unset;position:fixed;inset:0;color-scheme:light dark;background:canvas;background:light-dark(#f5f4f0,#14171a);color:light-dark(#1a1f24,#f0eee8)}' +
  'section{display:grid;place-content:safe center;overflow:auto;gap:16px;padding:16px;border-top:6px solid light-dark(#0b4f6c,#7cc4e4);font:18px/1.5 "Segoe UI",system-ui,sans-serif}' +
  'h1,p{margin:0;max-width:40ch}h1{font:600 34px/1.15 Charter,Cambria,Georgia,serif;text-wrap:balance}p{text-wrap:pretty}' +
  // The mark: two strokes, drawn as background gradients.
  'h1::before{content:"";display:block;width:48px;height:48px;margin-bottom:16px;border-radius:11px;background:linear-gradient(#fff 0 0)16px 50%/5px 24px no-repeat,linear-gradient(#fff 0 0)27px 50%/5px 24px no-repeat,#0b4f6c}' +
  '@media(max-height:30rem){h1{font-size:26px}h1::before{display:none}}' +
  'button{margin-top:8px;font:600 20px/1.3 "Segoe UI",system-ui,sans-serif;min-height:56px;padding:8px 24px;border:2px solid #0000;border-radius:8px;background:#0b4f6c;color:#fff;cursor:pointer}' +
  ':focus-visible{outline:3px solid light-dark(#0b4f6c,#f4d35e);outline-offset:2px}';

/** @returns an id that the page cannot know before: `c` and up to ten letters and digits. Exported for the tests. */
export function makeId(): string {
  return `c${Math.floor(Math.random() * 36 ** 10).toString(36)}`;
}

/** Covers the page at once. @param leave - called when the person chooses the way out. */
export function raiseOverlay(words: OverlayWords, leave: () => void): Overlay {
  const id = makeId();
  let dialog: HTMLDialogElement;
  let panel: HTMLElement;
  let host: Element | undefined;
  let frame = 0;
  const build = () => {
    host?.remove();
    dialog = make('dialog');
    panel = make('section');
    dialog.id = id;
    panel.popover = 'manual';
    setDocumentLanguage(panel, words.language);
    panel.append(text('h1', words.heading), text('p', words.help), exit(words.leave, leave));
    dialog.append(panel);
    host = mount(dialog, LOOK);
    // A modal dialog makes the page behind it inert.
    dialog.showModal();
    panel.showPopover();
  };
  // An overlay that was moved, hidden or closed (Escape does that) is rebuilt. It may have lost more than can be seen: a tree that
  // another document adopted loses its style sheets.
  const repair = () => {
    const root = documentProperty('documentElement');
    // A document without a root shows nothing, and there is nowhere to attach the overlay.
    if (root && (host?.parentNode !== root || !dialog.matches(':modal'))) build();
  };
  // The last element to enter the top layer is on top. Unlike the dialog, the panel can enter again without moving the focus.
  // A new observer is notified last before the frame is drawn (Resize Observer, "broadcast active observations").
  const top = (_: unknown, once: ResizeObserver) => {
    once.disconnect();
    panel.hidePopover();
    panel.showPopover();
  };
  const keepOnTop = () => {
    repair();
    new ResizeObserver(top).observe(panel);
    frame = requestAnimationFrame(keepOnTop);
  };
  keepOnTop();
  const watch = new MutationObserver(repair);
  watch.observe(document, { childList: true, subtree: true });
  return {
    id,
    keepOnTop,
    lift: () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
      host?.remove();
    },
  };
}

/** Shows the helpline and an exit on a page with a pass. */
export function showPassBanner({ help, ...words }: PassBannerWords, leave: () => void): void {
  const banner = make('aside');
  const line = make('span');
  let rest = help.text;
  for (const { said, address } of help.links) {
    const [before = '', ...after] = rest.split(said);
    const link = text('a', said) as HTMLAnchorElement;
    link.href = address;
    // In a new tab the banner stays, and without a referrer the helpline's page does not learn where its reader comes from.
    if (address.startsWith('https:')) Object.assign(link, { target: '_blank', rel: 'noreferrer' });
    rest = after.join(said);
    // Keeps closing punctuation with the link, which is a box: otherwise it could begin the next line.
    const [closing = ''] = /^\p{Po}+/u.exec(rest) ?? [];
    const whole = make('span');
    whole.append(link, closing);
    line.append(before, whole);
    rest = rest.slice(closing.length);
  }
  line.append(rest);
  banner.ariaLabel = words.label;
  setDocumentLanguage(banner, words.language);
  banner.append(line, exit(words.leave, leave));
  mount(banner, HOST + words.look);
}

function mount(content: HTMLElement, look: string): Element {
  const host = make('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(look);
  root.adoptedStyleSheets = [style];
  root.append(content);
  documentProperty('documentElement').append(host);
  return host;
}

function exit(name: string, leave: () => void): HTMLElement {
  const button = text('button', name);
  button.onclick = leave;
  return button;
}

function text(name: 'h1' | 'p' | 'a' | 'button', content: string): HTMLElement {
  const made = make(name);
  made.textContent = content;
  return made;
}
