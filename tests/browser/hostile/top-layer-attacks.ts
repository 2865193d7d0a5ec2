/** Attacks with what is above every z-index: dialogs, popovers, fullscreen, the page's own windows. */
import type { Attack } from './attack.ts';

/** For attacks that work only after a click in the page. */
const CLICKED = ['late'] as const;

export const topLayerAttacks: readonly Attack[] = [
  {
    name: 'opens a dialog of its own over us',
    script: `hostile.on(() => { const dialog = hostile.sheet('dialog'); document.body.append(dialog); setTimeout(() => dialog.showModal(), 30); dialog.showModal(); });`,
  },
  {
    name: 'floods the top layer with dialogs',
    script: `hostile.on(() => { let last; hostile.every(() => { last?.remove(); last = hostile.sheet('dialog'); document.body.append(last); last.showModal(); }); });`,
  },
  {
    name: 'closes and reopens one dialog in a loop',
    script: `hostile.on(() => { const dialog = hostile.sheet('dialog'); document.body.append(dialog); hostile.every(() => { if (dialog.open) dialog.close(); dialog.showModal(); }); });`,
  },
  {
    name: 'floods the top layer with popovers',
    script: `hostile.on(() => { let last; hostile.every(() => { last?.remove(); last = hostile.sheet(); last.popover = 'manual'; document.body.append(last); last.showPopover(); }); });`,
    limit: {
      browsers: ['firefox'],
      ways: ['late'],
      allows: 'seen',
      says: 'before: a few frames may show again on a busy machine; the notice follows',
    },
  },
  {
    name: 'hides and shows one popover in a loop',
    script: `hostile.on(() => { const sheet = hostile.sheet(); sheet.popover = 'manual'; document.body.append(sheet); hostile.every(() => { if (sheet.matches(':popover-open')) sheet.hidePopover(); sheet.showPopover(); }); });`,
  },
  {
    name: 'a popover inside its own closed shadow tree',
    script: `hostile.on(() => { const cell = document.createElement('section'); const inner = cell.attachShadow({ mode: 'closed' }); const sheet = hostile.sheet(); sheet.popover = 'manual'; inner.append(sheet); document.body.append(cell);
      hostile.every(() => { if (sheet.matches(':popover-open')) sheet.hidePopover(); sheet.showPopover(); }); });`,
  },
  {
    name: 'a dialog with !important rules inside its own closed shadow tree',
    script: `hostile.on(() => { const cell = document.createElement('section'); const inner = cell.attachShadow({ mode: 'closed' }); const sheet = hostile.sheet('dialog'); inner.innerHTML = '<style>*{visibility:visible!important;opacity:1!important;transition:all 9999s!important}</style>'; inner.append(sheet); document.body.append(cell);
      hostile.every(() => { if (sheet.open) sheet.close(); sheet.showModal(); }); });`,
  },
  {
    name: 'a popover shown as the last thing before each frame',
    script: `hostile.on(() => { const sheet = hostile.sheet(); sheet.popover = 'manual'; const probe = hostile.sheet(); probe.style.height = '1px'; document.body.append(sheet, probe);
      new ResizeObserver(() => { if (sheet.matches(':popover-open')) sheet.hidePopover(); sheet.showPopover(); requestAnimationFrame(() => { probe.style.height = (1 + Math.random()) + 'px'; }); }).observe(probe); });`,
  },
  {
    name: 'refuses our own entry into the top layer (beforetoggle, toggle, close)',
    script: `for (const name of ['beforetoggle', 'toggle', 'cancel', 'close', 'command']) addEventListener(name, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);
      hostile.on(() => hostile.every(() => { const sheet = hostile.sheet(); sheet.popover = 'auto'; document.querySelectorAll('[data-one]').forEach((each) => each.remove()); sheet.dataset.one = ''; document.body.append(sheet); sheet.showPopover(); }));`,
  },
  {
    name: 'fullscreen before and after the overlay',
    ways: CLICKED,
    script: `hostile.on(() => { const sheet = hostile.sheet(); document.body.append(sheet); const go = () => sheet.requestFullscreen().catch(() => {}); go(); setInterval(go, 60); });`,
  },
  {
    name: 'a video in picture-in-picture',
    ways: CLICKED,
    without: { browser: 'firefox', why: 'pages cannot ask for it there' },
    script: `hostile.on(async () => { const canvas = document.createElement('canvas'); const pen = canvas.getContext('2d'); setInterval(() => { pen.fillStyle = '#f0f'; pen.fillRect(0, 0, 300, 150); }, 30);
      const video = document.createElement('video'); video.muted = true; video.srcObject = canvas.captureStream(); await video.play(); await video.requestPictureInPicture().catch((error) => { hostile.error = String(error); }); });`,
  },
  {
    name: 'a whole page in picture-in-picture',
    ways: CLICKED,
    without: { browser: 'firefox', why: 'it has no such windows' },
    script: `hostile.on(async () => { const view = await globalThis.documentPictureInPicture?.requestWindow({ width: 300, height: 200 }); view?.document.body.append(hostile.sheet()); });`,
  },
];
