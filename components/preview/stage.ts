/** Builds the document of the real notice inside an empty frame: only its static HTML and its own style sheets. */
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

/** The notice's actions that the preview only describes. */
export type PreviewNote = 'saidLeave' | 'saidLink' | 'saidContinue' | 'saidPlace' | 'saidMistake';

export interface Stage {
  document: Document;
  root: HTMLElement;
  part: (id: StagePart) => HTMLElement;
  /** Called when "Get help" is pressed; set again at each showing. */
  onHelp: () => void;
}

/**
 * @param target - an empty document that has finished loading.
 * @param say - called when the reader presses something that does nothing in a preview.
 * @returns the stage. It contains no script, so it sends no message and starts no wait.
 */
export function setStage(target: Document, say: (what: PreviewNote) => void): Stage {
  const parsed = new DOMParser().parseFromString(noticeBody, 'text/html');
  // A preview must not take the focus from the form next to it.
  for (const focused of parsed.querySelectorAll('[autofocus]')) focused.removeAttribute('autofocus');
  target.body.replaceChildren(...[...parsed.body.childNodes].map((node) => target.importNode(node, true)));
  dress(target);
  // Shows a single language and heading until the first showing sets them.
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

/** Adds the styles. Style sheets made by a script need no address, so the Content Security Policy (`style-src 'self'`) allows them. */
function dress(target: Document): void {
  const view = target.defaultView;
  if (!view || !('adoptedStyleSheets' in target)) return;
  target.adoptedStyleSheets = STYLES.map((text) => {
    // A style sheet can only be adopted by the document whose window made it.
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

/** Stops what would leave the preview. Dialogs, the law and the change of place work as on a notice. */
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
