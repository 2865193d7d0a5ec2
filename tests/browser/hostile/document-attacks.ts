/** Attacks on the overlay's element and on the document around it. */
import type { Attack } from './attack.ts';

export const documentAttacks: readonly Attack[] = [
  { name: 'nothing but being there' },
  {
    name: 'removes our element in a loop',
    script: `hostile.on(() => hostile.every(() => hostile.strangers().forEach((each) => each.remove())));`,
  },
  {
    name: 'removes our element once',
    script: `hostile.on(() => { let left = 20; hostile.every(() => hostile.strangers().forEach((each) => left-- > 0 && each.remove())); });`,
  },
  {
    name: 'removes our element whenever the document changes',
    script: `hostile.on(() => { let left = 500; new MutationObserver(() => hostile.strangers().forEach((each) => left-- > 0 && each.remove()))
      .observe(document, { childList: true, subtree: true }); hostile.strangers().forEach((each) => each.remove()); });`,
  },
  {
    name: 'hides our element: style, hidden, inert, popover, classes',
    script: `hostile.on(() => hostile.every(() => hostile.strangers().forEach((each) => {
      each.hidden = true; each.inert = true; each.className = 'gone'; each.setAttribute('popover', 'manual');
      each.style.cssText = 'display:none!important;visibility:hidden!important;opacity:0!important;clip-path:inset(100%)!important;transform:scale(0)!important;content-visibility:hidden!important;contain:strict!important;width:0!important;height:0!important';
    })));`,
  },
  {
    name: 'animates our element out of sight',
    script: `hostile.on(() => hostile.every(() => hostile.strangers().forEach((each) => each.getAnimations().length || each.animate(
      [{ opacity: 0, transform: 'translate(-9999px)', display: 'none', visibility: 'hidden' }, { opacity: 0, transform: 'translate(-9999px)', display: 'none', visibility: 'hidden' }],
      { duration: 1e9, fill: 'both' }))));`,
  },
  {
    name: 'moves our element into a hidden one',
    script: `const cell = hostile.sheet(); cell.style.display = 'none';
      hostile.on(() => { document.body.append(cell); hostile.every(() => hostile.strangers().forEach((each) => cell.append(each))); });`,
  },
  {
    name: 'moves our element into a shadow tree without a slot',
    script: `const cell = hostile.sheet(); cell.style.display = 'none'; const inner = cell.attachShadow({ mode: 'closed' });
      hostile.on(() => { document.body.append(cell); hostile.every(() => hostile.strangers().forEach((each) => inner.append(each))); });`,
  },
  {
    name: 'adopts our element into another document (document.adoptNode)',
    script: `const other = document.implementation.createHTMLDocument('');
      hostile.on(() => hostile.every(() => hostile.strangers().forEach((each) => other.body.append(other.adoptNode(each)))));`,
  },
  {
    name: 'takes our element through a frame and brings it back',
    script: `hostile.on(() => { const frame = document.createElement('iframe'); document.body.append(frame);
      let left = 20;
      hostile.every(() => hostile.strangers().forEach((each) => { if (left-- > 0) { frame.contentDocument.body.append(each); document.documentElement.append(each); } })); });`,
  },
  {
    name: 'fills our element with its own content',
    script: `hostile.on(() => hostile.every(() => hostile.strangers().forEach((each) => { if (!each.firstChild) each.append(hostile.sheet()); })));`,
  },
  {
    name: 'replaces the root element',
    script: `hostile.on(() => { const fresh = document.createElement('html'); const body = document.createElement('body'); body.append(hostile.sheet()); fresh.append(body); document.documentElement.replaceWith(fresh); });`,
  },
  {
    name: 'replaces the root element in a loop',
    script: `hostile.on(() => hostile.every(() => { if (hostile.strangers().length === 0) return; const fresh = document.createElement('html'); const body = document.createElement('body'); body.append(hostile.sheet()); fresh.append(body); document.documentElement.replaceWith(fresh); }));`,
  },
  {
    name: 'empties the document and builds it anew',
    script: `hostile.on(() => { document.replaceChildren(); const fresh = document.createElement('html'); fresh.append(hostile.sheet('body')); document.append(fresh); });`,
  },
  {
    name: 'document.open and document.write',
    script: `hostile.on(() => { document.open(); document.write('<!doctype html><body style="background:#f0f;margin:0"><h1>Made-up advertisement</h1>'); document.close(); });`,
  },
  {
    name: 'document.open and document.write in a loop, never closed',
    script: `hostile.on(() => { const write = () => { document.open(); document.write('<!doctype html><body style="background:#f0f;margin:0"><h1>Made-up advertisement</h1>'); }; write(); setInterval(write, 15); });`,
  },
  {
    name: 'clobbers the names of the document and the window',
    body: [
      ...[
        'createElement',
        'documentElement',
        'addEventListener',
        'prerendering',
        'body',
        'defaultView',
        'location',
        'adoptedStyleSheets',
        'fullscreenElement',
        'exitFullscreen',
      ],
      ...[
        'navigator',
        'MutationObserver',
        'setTimeout',
        'stop',
        'CSSStyleSheet',
        'getRootNode',
        'append',
        'querySelector',
        'crypto',
        'browser',
        'chrome',
        'secondThought',
        'secondThoughtPassed',
      ],
    ]
      .map((name) => `<img name="${name}" id="${name}"><form name="${name}"></form>`)
      .join(''),
  },
  {
    name: 'makes the whole document inert and editable',
    script: `hostile.on(() => hostile.every(() => { document.documentElement.inert = true; document.designMode = 'on'; document.documentElement.contentEditable = 'true'; }));`,
  },
  {
    name: 'probes for our shadow root',
    script: `hostile.on(() => hostile.every(() => hostile.strangers().forEach((each) => {
      const found = each.shadowRoot ?? each.openOrClosedShadowRoot ?? document.elementsFromPoint(9, 9).map((one) => one.getRootNode()).find((one) => one !== document && one.host === each);
      if (found) found.replaceChildren(hostile.sheet());
      try { each.attachShadow({ mode: 'open' }).append(hostile.sheet()); } catch {}
      try { each.getHTML && each.getHTML({ serializableShadowRoots: true }).includes('dialog') && document.body.append(hostile.sheet('dialog')); } catch {}
    })));
      addEventListener('click', (event) => event.composedPath().forEach((each) => each.close?.()), true);`,
  },
  {
    name: 'floods the document with elements and frames',
    script: `hostile.on(() => { let left = 300; hostile.every(() => { if (left-- < 0) return; const frame = hostile.sheet('iframe'); frame.srcdoc = '<body style="background:#f0f">'; document.documentElement.append(frame, hostile.sheet()); if (left % 20 === 0) document.documentElement.querySelectorAll('iframe').forEach((each) => each.remove()); }); });`,
  },
  {
    name: 'is a picture (SVG) with scripts',
    document: {
      type: 'image/svg+xml',
      text: `<svg xmlns="http://www.w3.org/2000/svg"><script>TOOLS</script><rect width="100%" height="100%" fill="#f0f"/></svg>`,
    },
    limit: {
      browsers: ['chromium'],
      ways: ['first'],
      allows: 'seen',
      says: 'worker: a frame may show before the overlay; the notice follows',
    },
  },
  {
    name: 'is a broken document of XML',
    ways: ['first'],
    document: {
      type: 'application/xhtml+xml',
      text: `<html xmlns="http://www.w3.org/1999/xhtml"><head><script>TOOLS</script></head><body style="background:#f0f"><h1>Made-up advertisement</h1><p></broken></body></html>`,
    },
  },
  {
    name: 'is a document of XHTML',
    document: {
      type: 'application/xhtml+xml',
      text: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Hostile</title><script>TOOLS</script></head><body style="background:#f0f"><h1>Made-up advertisement</h1></body></html>`,
    },
  },
];
