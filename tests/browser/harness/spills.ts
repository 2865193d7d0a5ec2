/** Finds what overflows a page's window sideways: a page that scrolls, and every line of text that is cut off or out of reach. */
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';

/**
 * Checks each line by its own box, because a container that clips would hide the fault from the page's width. Leaves out text that is
 * only for screen readers, containers that are meant to scroll, and closed `details`, whose boxes Firefox keeps from a window of
 * another width.
 */
const SPILLS = `((document, scrollers) => {
  const { defaultView: window, documentElement } = document;
  const spills = [];
  const over = documentElement.scrollWidth - documentElement.clientWidth;
  if (over > 0) spills.push('the page is ' + over + ' px too wide');
  const hidden = (element) => {
    for (let each = element; each; each = each.parentElement ?? each.getRootNode().host) {
      if (each.matches(scrollers)) return true;
      const style = window.getComputedStyle(each);
      if (style.overflowX === 'hidden' && each.clientWidth <= 1) return true;
    }
    return false;
  };
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      const style = window.getComputedStyle(element);
      if (style.display !== 'contents' && !element.checkVisibility()) continue;
      if (/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth && !hidden(element) && element !== documentElement && element !== document.body)
        spills.push(element.tagName + ' scrolls sideways');
      for (const text of element.childNodes) {
        if (text.nodeType !== 3 || text.data.trim() === '' || /SCRIPT|STYLE|TITLE|OPTION/.test(element.tagName)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const wide = [...range.getClientRects()].find(({ left, right, width }) => width > 0 && (left < -1 || right > documentElement.clientWidth + 1));
        if (wide && !hidden(element))
          spills.push(element.tagName + '.' + element.className + ' from ' + Math.round(wide.left) + ' to ' + Math.round(wide.right) + ': ' + text.data.trim().slice(0, 40));
      }
    }
  };
  look(document);
  return spills.slice(0, 8);
})`;

/** The table of a policy and the lines of a file are wider than a phone, and scroll in their own box. */
const MEANT_TO_SCROLL = '.policy-scroll, .policy-scroll *, .file-text, .file-text *';

/** @returns an expression for what overflows the window of this document. @param page - an expression for the document. */
export function spillsOf(page: string): string {
  return `${SPILLS}(${page}, ${JSON.stringify(MEANT_TO_SCROLL)})`;
}

/** @param frame - check the page's first frame instead. @returns one line for each fault. */
export function spills(browser: BrowserSession, tab: Tab, frame = false): Promise<string[]> {
  const page = frame ? "document.querySelector('iframe').contentDocument" : 'document';
  return browser.evaluate<string[]>(tab, spillsOf(page));
}
