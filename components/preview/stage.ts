/** Builds, inside an empty frame, the document of the real notice: its static HTML and its own style sheets, nothing else. */
import noticeBody from 'virtual:notice-body';
import { setDocumentLanguage } from '../../utils/words/document-language.ts';
import contactStyle from '../contact/contact.css?inline';
import controlsStyle from '../controls/controls.css?inline';
import type { NoticePart } from '../notice/draw-notice.tsx';
import helpDialogStyle from '../notice/help-dialog.css?inline';
import lawDialogStyle from '../notice/law-dialog.css?inline';
import noticeStyle from '../notice/notice.css?inline';
import baseStyle from '../style/base.css?inline';
import dialogStyle from '../style/dialog.css?inline';

const STYLES = [
  baseStyle,
  noticeStyle,
  contactStyle,
  controlsStyle,
  dialogStyle,
  helpDialogStyle,
  lawDialogStyle,
];

type StagePart = NoticePart | 'dialog';

/** Actions of the notice that the preview only describes. */
export type PreviewNote = 'saidLeave' | 'saidLink' | 'saidContinue' | 'saidPlace' | 'saidMistake';

export interface Stage {
  document: Document;
  root: HTMLElement;
  part: (id: StagePart) => HTMLElement;
  /** Opens when "Get help" is pressed; set again at each showing. */
  onHelp: () => void;
}

/**
 * @param target - a document that is ready and empty.
 * @param say - called when something was pressed that does nothing in a preview.
 * @returns the stage. There is no script in it, so that it sends no message and starts no wait.
 */
export function setStage(target: Document, say: (what: PreviewNote) => void): Stage {
  const parsed = new DOMParser().parseFromString(noticeBody, 'text/html');
  // A preview must not take the focus from the form next to it.
  for (const focused of parsed.querySelectorAll('[autofocus]')) focused.removeAttribute('autofocus');
  target.body.replaceChildren(...[...parsed.body.childNodes].map((node) => target.importNode(node, true)));
  dress(target);
  // One language and one heading from the start, until the first showing says which.
  setDocumentLanguage(target.documentElement, document.documentElement.lang);
  target.documentElement.dataset.variant = '0';

  const stage: Stage = {
    document: target,
    root: target.documentElement,
    part: (id) => {
      const found = target.getElementById(id);
      if (!found) throw new Error(`The notice has no place "${id}"`);
      return found;
    },
    onHelp: () => {},
  };
  target.getElementById('get-help')?.addEventListener('click', () => stage.onHelp());
  target.addEventListener('click', (event) => stopLeaving(event, say), true);
  target.addEventListener('submit', (event) => stopLeaving(event, say), true);
  return stage;
}

/** Sheets that a script makes need no address, so the page's policy (`style-src 'self'`) lets them be. */
function dress(target: Document): void {
  const view = target.defaultView;
  if (!view || !('adoptedStyleSheets' in target)) return;
  target.adoptedStyleSheets = STYLES.map((text) => {
    // A sheet serves only the document whose window made it.
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

/** Stops what would leave the preview. Dialogs, the law and the change of place work as they do on a notice. */
function stopLeaving(event: Event, say: (what: PreviewNote) => void): void {
  const target = event.target as Element;
  const stop = (what: PreviewNote) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    say(what);
  };
  if (event.type === 'submit') {
    if (target.matches('.notice-continue')) stop('saidContinue');
    return;
  }
  if (target.closest('[data-leave]')) stop('saidLeave');
  else if (target.closest('a[href]')) stop('saidLink');
}
