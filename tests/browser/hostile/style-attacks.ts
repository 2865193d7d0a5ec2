/** Attacks by style sheets: what a page can set on every element, with every precedence it has. */
import type { Attack } from './attack.ts';

/** Adds a style sheet when the address is the listed one, and moves it to the end again in a loop. */
const rules = (
  css: string,
) => `hostile.on(() => { const style = document.createElement('style'); style.textContent = ${JSON.stringify(css)};
  hostile.every(() => { if (style.parentNode !== document.head || document.head.lastChild !== style) document.head.append(style); }); });`;

const war = (name: string, css: string): Attack => ({ name, script: rules(css) });
const ALL = ':root, :root *, :root > div';

export const styleAttacks: readonly Attack[] = [
  {
    name: 'z-index war with !important',
    script: `hostile.on(() => hostile.every(() => { const sheet = hostile.sheet(); sheet.style.setProperty('z-index', '2147483647', 'important'); document.querySelectorAll('[data-war]').forEach((each) => each.remove()); sheet.dataset.war = ''; document.documentElement.append(sheet); }));`,
  },
  war(
    'display: none !important on our element',
    'html > div, html > :not(head, body), html > :last-child { display: none !important }',
  ),
  war(
    'display: none !important on everything but the page',
    ':root > :not(body) { display: none !important } dialog { display: none !important } ::backdrop { display: none !important }',
  ),
  war('display: none !important on the root', ':root { display: none !important }'),
  war(
    'visibility: hidden !important on our element',
    `${ALL} { visibility: hidden !important } body, main { visibility: visible !important }`,
  ),
  war('opacity: 0 !important on our element', 'html > div, dialog, ::backdrop { opacity: 0 !important }'),
  war(
    'opacity and blending on the root',
    ':root { opacity: .999 !important; mix-blend-mode: difference !important; isolation: isolate !important }',
  ),
  war('filters on the root', ':root { filter: brightness(1) !important; backdrop-filter: none !important }'),
  war(
    'transforms and perspective on the root',
    ':root { transform: scale(.01) translateX(-9999px) !important; perspective: 1px !important } body { background: #f0f }',
  ),
  war(
    'clip-path and mask',
    'html > div, dialog { clip-path: inset(100%) !important; mask: linear-gradient(transparent, transparent) !important }',
  ),
  war('content-visibility: hidden', 'html > div { content-visibility: hidden !important }'),
  war(
    'containment and size nought',
    'html > div, dialog { contain: strict !important; width: 0 !important; height: 0 !important; overflow: hidden !important; position: absolute !important; inset: auto !important }',
  ),
  war(
    'zoom',
    ':root { zoom: .01 !important } html > div { zoom: .001 !important } body { zoom: 100; background: #f0f }',
  ),
  war(
    'transitions that would take hours',
    ':root, :root *, ::backdrop { transition: all 99999s 99999s allow-discrete !important }',
  ),
  war(
    'animations with !important on everything',
    '@keyframes gone { from, to { opacity: 0; visibility: hidden; transform: translate(-9999px) } } html > div, dialog { animation: gone 9999s infinite !important }',
  ),
  war(
    'writing mode, direction and columns',
    ':root { writing-mode: vertical-rl !important; direction: rtl !important; columns: 9 !important; display: flex !important; overflow: scroll !important }',
  ),
  war(
    'a magenta pointer, selection and backdrop',
    ':root, :root * { cursor: crosshair !important } ::selection { background: #f0f !important } ::backdrop { background: #f0f !important }',
  ),
  {
    name: 'constructed style sheets in a loop',
    script: `hostile.on(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('html > div { display: none !important; } dialog { opacity: 0 !important }'); hostile.every(() => { document.adoptedStyleSheets = [sheet]; }); });`,
  },
  {
    name: 'a picture of the page held by a view transition',
    script: `hostile.on(() => { const style = document.createElement('style');
      style.textContent = '::view-transition-group(*),::view-transition-old(*){animation-duration:9999s!important;opacity:1!important;animation-name:none!important;display:block!important}::view-transition-new(*){display:none!important}@keyframes still{from,to{opacity:1}}::view-transition-old(*){animation:still 9999s!important}';
      document.head.append(style); document.startViewTransition?.(() => new Promise((done) => setTimeout(done, 300))); });`,
  },
  {
    name: 'a part of the page lifted out by view transitions, again and again',
    script: `hostile.on(() => { const style = document.createElement('style');
      style.textContent = 'main{view-transition-name:advertisement}::view-transition-group(advertisement){animation-duration:9999s!important}::view-transition-old(advertisement),::view-transition-new(advertisement){animation:none!important;opacity:1!important}::view-transition-old(root),::view-transition-new(root){display:none!important}';
      document.head.append(style); setInterval(() => document.startViewTransition?.(() => { document.querySelector('main').append('.'); }), 120); document.startViewTransition?.(() => {}); });`,
  },
];
