/** The curtain over a listed page, and the strip on a passed one: plain DOM, synchronous, in a closed shadow root. */

/** The few words the curtain has before anyone could load more. */
export interface CurtainWords {
  heading: string;
  leave: string;
  help: string;
}

export interface Curtain {
  lift: () => void;
}

/** Style of both. The strip's border cannot be seen, but is drawn where the system's own colours leave no other edge. */
const LOOK = `
:host { all: initial !important; }
dialog, .strip { all: unset; position: fixed; inset: 0; z-index: 2147483647; font: 18px/1.4 system-ui, sans-serif; }
dialog { display: grid; place-content: center; gap: 16px; padding: 24px; background: #f5f4f0; color: #1a1f24; text-align: center; }
h1 { font: 600 28px/1.2 Georgia, serif; margin: 0; }
p { margin: 0; max-width: 40ch; }
button { font: 600 1em/1 system-ui, sans-serif; min-height: 52px; padding: 0 28px; border: 2px solid #0b4f6c;
border-radius: 8px; background: #0b4f6c; color: #fff; cursor: pointer; }
:focus-visible { outline: 3px solid #0b4f6c; outline-offset: 3px; }
.strip { top: auto; border-top: 2px solid #0000; display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: center;
padding: 4px 16px; background: #1d2226; color: #f0eee8; font-size: 15px; }
.strip button { min-height: 44px; padding: 0 16px; background: #7cc4e4; border-color: #7cc4e4; color: #0b1c25; }
.strip :focus-visible { outline-color: #f4d35e; }
@media (prefers-color-scheme: dark) {
dialog { background: #14171a; color: #f0eee8; }
dialog button { background: #7cc4e4; border-color: #7cc4e4; color: #0b1c25; }
:focus-visible { outline-color: #f4d35e; }
}`;

/** Covers the page at once. @param leave - called when the person chooses the way out. */
export function raiseCurtain(words: CurtainWords, leave: () => void): Curtain {
  const dialog = document.createElement('dialog');
  const heading = element('h1', words.heading);
  const button = element('button', words.leave);
  button.addEventListener('click', leave);
  // Escape must not close it.
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.append(heading, element('p', words.help), button);
  const root = mount(dialog);
  const show = () => {
    if (!root.host.isConnected) document.documentElement.append(root.host);
    // The top layer cannot be covered by any z-index, and a modal dialog makes the page behind it inert.
    if (!dialog.open) dialog.showModal();
  };
  show();
  const watch = new MutationObserver(show);
  watch.observe(document, { childList: true, subtree: true });
  return {
    lift: () => {
      watch.disconnect();
      root.host.remove();
    },
  };
}

/** Shows the helpline and an exit on a page with a pass. */
export function showStrip(words: { help: string; leave: string; label: string }, leave: () => void): void {
  const strip = document.createElement('aside');
  strip.className = 'strip';
  strip.setAttribute('aria-label', words.label);
  const button = element('button', words.leave);
  button.addEventListener('click', leave);
  strip.append(element('span', words.help), button);
  mount(strip);
}

function mount(content: HTMLElement): ShadowRoot {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(LOOK);
  root.adoptedStyleSheets = [style];
  root.append(content);
  document.documentElement.append(host);
  return root;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
