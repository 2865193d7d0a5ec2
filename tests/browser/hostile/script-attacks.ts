/** Attacks by script: what a page overrides, swallows, blocks or navigates in order to stay. */
import type { Attack } from './attack.ts';

const OVERRIDES = `
  const lie = () => { throw new Error('no'); };
  const spoil = (owner, ...names) => { for (const name of names) { try { Object.defineProperty(owner, name, { value: lie, configurable: false }); } catch { try { owner[name] = lie; } catch {} } } };
  const spoilAll = () => {
    spoil(Element.prototype, 'attachShadow', 'append', 'prepend', 'remove', 'setAttribute', 'matches', 'showPopover', 'animate', 'replaceChildren');
    spoil(HTMLElement.prototype, 'showPopover', 'focus'); spoil(HTMLDialogElement.prototype, 'showModal', 'show', 'close');
    spoil(Node.prototype, 'appendChild', 'insertBefore', 'removeChild', 'contains'); spoil(EventTarget.prototype, 'addEventListener', 'dispatchEvent');
    spoil(Document.prototype, 'createElement', 'querySelector', 'adoptNode', 'append'); spoil(Array.prototype, 'map', 'find', 'forEach', 'includes', Symbol.iterator);
    spoil(JSON, 'parse', 'stringify'); spoil(Promise.prototype, 'then', 'catch'); spoil(Promise, 'resolve', 'race'); spoil(Object, 'keys', 'entries', 'assign');
    spoil(String.prototype, 'slice', 'split'); spoil(customElements, 'define', 'get'); spoil(CSSStyleSheet.prototype, 'replaceSync');
    spoil(window, 'MutationObserver', 'setTimeout', 'CSSStyleSheet', 'ResizeObserver', 'addEventListener', 'Promise', 'stop', 'navigator', 'chrome', 'browser');
    Object.defineProperty(Node.prototype, 'isConnected', { get: () => true }); Object.defineProperty(HTMLDialogElement.prototype, 'open', { get: () => true });
    Object.defineProperty(Document.prototype, 'documentElement', { get: () => null });
  };`;

export const scriptAttacks: readonly Attack[] = [
  { name: 'overrides prototypes before the overlay', script: `${OVERRIDES} spoilAll();` },
  {
    name: 'overrides prototypes after the overlay',
    script: `${OVERRIDES} hostile.on(() => setTimeout(spoilAll, 1));`,
  },
  {
    name: 'puts its own functions and setters on Object.prototype',
    script: `for (const name of ['kind', 'path', 'then', 'type', 'secondThought', 'mode', 'browser']) Object.defineProperty(Object.prototype, name, { get() { return 'pass'; }, set() {}, configurable: true });`,
  },
  {
    name: 'a page global with the name of our own',
    script: `globalThis.secondThought = () => {}; globalThis.guard = () => {}; globalThis.browser = { runtime: { sendMessage: async () => ({ kind: 'pass', strip: null }), getURL: () => 'about:blank' } };`,
  },
  {
    name: 'swallows every event in the capture phase',
    script: `const names = ['click', 'keydown', 'keyup', 'pointerdown', 'mousedown', 'focus', 'focusin', 'pageshow', 'pagehide', 'visibilitychange', 'message', 'error', 'close', 'cancel', 'beforetoggle', 'toggle', 'fullscreenchange', 'DOMContentLoaded', 'load', 'popstate', 'hashchange', 'prerenderingchange'];
      for (const name of names) if (name !== 'DOMContentLoaded') addEventListener(name, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);`,
  },
  {
    name: 'refuses every navigation (the navigate event)',
    script: `let on = false; globalThis.navigation?.addEventListener('navigate', (event) => { if (on) event.preventDefault(); event.stopImmediatePropagation(); }, true); hostile.on(() => { on = true; }); hostile.on(() => { globalThis.navigation && (navigation.onnavigate = (event) => event.preventDefault()); });`,
  },
  {
    name: 'turns every navigation into one within the page (intercept)',
    script: `let on = false; hostile.on(() => { on = true; }); globalThis.navigation?.addEventListener('navigate', (event) => { if (!on) return; if (event.canIntercept) event.intercept({ handler: () => new Promise(() => {}) }); else event.preventDefault(); }, true);`,
  },
  {
    name: 'window.stop in a loop',
    script: `hostile.on(() => { const halt = stop.bind(window); setInterval(halt, 0); const each = () => { halt(); requestAnimationFrame(each); }; each(); });`,
  },
  {
    name: 'overrides window.stop, location and close',
    script: `window.stop = () => {}; window.close = () => {}; for (const name of ['location', 'top']) { try { Object.defineProperty(window, name, { value: {} }); } catch {} } try { Object.defineProperty(Location.prototype, 'replace', { value() {} }); } catch {} try { Object.defineProperty(location, 'replace', { value() {} }); } catch {}`,
  },
  {
    name: 'navigates in a loop to an address that answers nothing',
    script: `hostile.on(() => setInterval(() => { location.href = 'https://nothing.test/204?' + Math.random(); }, 4));`,
  },
  {
    name: 'submits forms in a loop',
    body: '<form action="https://nothing.test/204" method="post"><input name="a"></form>',
    script: `hostile.on(() => setInterval(() => document.forms[0].submit(), 4));`,
  },
  {
    name: 'reloads itself in a loop',
    script: `hostile.on(() => setInterval(() => location.reload(), 20));`,
    ways: ['first'],
  },
  {
    name: 'pushState in a storm',
    script: `hostile.on(() => { let n = 0; const { pushState } = history; setInterval(() => { try { pushState.call(history, {}, '', '#' + n++); } catch {} }, 2); });`,
  },
  {
    name: 'enters the section and leaves it again at once',
    ways: ['late'],
    script: `hostile.on(() => { let n = 0; setInterval(() => { try { history.replaceState({}, '', '/elsewhere?' + n++); } catch {} }, 5); history.replaceState({}, '', '/elsewhere'); });`,
    body: '<style>body:has(#never){}</style>',
  },
  {
    name: 'history.back and history.go in a loop',
    goesBack: true,
    script: `hostile.on(() => setInterval(() => { history.go(0 - (Math.random() > .5)); history.forward(); }, 10));`,
    ways: ['first'],
  },
  {
    name: 'javascript: addresses and fragments in a loop',
    script: `hostile.on(() => setInterval(() => { location.hash = String(Math.random()); location.href = 'javascript:void 0'; }, 4));`,
  },
  {
    name: 'a busy loop',
    hangs: 3_000,
    script: `hostile.on(() => { const end = performance.now() + 3000; while (performance.now() < end); });`,
  },
  {
    name: 'a busy loop after the overlay',
    hangs: 3_000,
    script: `hostile.on(() => setTimeout(() => { const end = performance.now() + 3000; while (performance.now() < end); }, 120));`,
  },
  {
    name: 'endless microtasks',
    hangs: 3_000,
    script: `hostile.on(() => { const end = performance.now() + 3000; const spin = () => performance.now() < end && Promise.resolve().then(spin); spin(); });`,
  },
  {
    name: 'endless alert',
    hangs: 3_000,
    script: `hostile.on(() => setTimeout(() => { const end = performance.now() + 3000; while (performance.now() < end) alert('Stay'); }, 1));`,
  },
  {
    name: 'endless confirm and prompt',
    script: `hostile.on(() => setInterval(() => { confirm('Stay?'); prompt('Stay'); }, 10));`,
  },
  {
    name: 'a beforeunload trap',
    script: `const trap = (event) => { event.preventDefault(); event.returnValue = 'Stay'; return 'Stay'; }; addEventListener('beforeunload', trap, true); onbeforeunload = trap;`,
  },
  {
    name: 'unload handlers that block and open windows',
    script: `for (const name of ['pagehide', 'unload', 'visibilitychange', 'beforeunload']) addEventListener(name, () => { const end = performance.now() + 300; while (performance.now() < end); try { open('about:blank'); } catch {} }, true);`,
  },
  {
    name: 'pointer lock and keyboard lock',
    ways: ['late'],
    script: `hostile.on(() => { document.body.requestPointerLock?.(); navigator.keyboard?.lock?.(); setInterval(() => document.body.requestPointerLock?.(), 50); });`,
  },
  {
    name: 'steals the focus in a loop',
    body: '<input id="thief" autofocus>',
    script: `hostile.on(() => hostile.every(() => { document.querySelector('#thief')?.focus(); window.focus(); document.activeElement?.blur?.(); }));`,
  },
  {
    name: 'plays sound by itself',
    script: `hostile.on(() => { const sound = new AudioContext(); const tone = sound.createOscillator(); const low = sound.createGain(); low.gain.value = .001; tone.connect(low).connect(sound.destination); tone.start(); setInterval(() => sound.resume(), 20); });`,
  },
  { name: 'prints itself', script: `hostile.on(() => setTimeout(() => print(), 1));`, ways: ['first'] },
  {
    name: 'selection and clipboard',
    script: `hostile.on(() => hostile.every(() => { getSelection().selectAllChildren(document.body); document.execCommand('copy'); document.execCommand('selectAll'); })); addEventListener('copy', (event) => { event.clipboardData.setData('text/plain', 'Made-up advertisement'); event.preventDefault(); }, true);`,
  },
  {
    name: 'imitates the notice and asks for a pass',
    script: `hostile.on(() => { const asks = [{ type: 'notice/continue', address: location.href }, { type: 'guard/ask' }, { type: 'settings/change', changes: { mode: 'educate' } }];
      document.title = 'Notice';
      setInterval(() => { for (const ask of asks) { postMessage(ask, '*'); document.dispatchEvent(new CustomEvent('message', { detail: ask })); window.dispatchEvent(new MessageEvent('message', { data: ask }));
        try { globalThis.chrome?.runtime?.sendMessage?.('kkpjpgnpeigjmmgoiakkgjieopkiaeck', ask, () => {}); } catch {} try { globalThis.browser?.runtime?.sendMessage?.('second-thought@second-thought', ask); } catch {} }
        hostile.strangers().forEach((each) => { each.click(); each.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })); }); }, 10); });`,
  },
  {
    name: 'scrolls, resizes and zooms in a loop',
    body: '<div style="height:9999px;width:9999px;background:#f0f"></div>',
    script: `hostile.on(() => hostile.every(() => { scrollTo(Math.random() * 5000, Math.random() * 5000); document.documentElement.scrollIntoView(false); document.body.style.zoom = String(1 + Math.random()); }));`,
  },
];
