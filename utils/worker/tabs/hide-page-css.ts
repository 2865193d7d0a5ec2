/**
 * The hide-page CSS: a user-origin style sheet under the overlay. Its important rules outrank all of the page's
 * (CSS Cascade 5, "Cascading Origins"), also in shadow trees and in the top layer, and no page can remove them.
 */
import { browser } from '../../extension-api.ts';

/** The page: where the browser can name it, its document, because the tab may show another one by the time of the call. */
interface Hidden {
  tabId: number;
  documentIds?: string[];
}

/** @param id - of the overlay's element, made up by the guard in the page. Throws if it could be more than an id. */
export async function hidePage(page: Hidden, id: string): Promise<void> {
  await browser.scripting.insertCSS(sheet(page, id));
}

/** Removes the CSS: a page can be restored from the back/forward cache into a tab that has a pass by then. */
export async function showPage(page: Hidden, id: string): Promise<void> {
  await browser.scripting.removeCSS(sheet(page, id));
}

/** @returns the rules; exported for the tests. */
export function hidePageRules(id: string): string {
  if (!/^c[a-z\d]{1,16}$/.test(id)) throw new Error('The hide-page CSS needs the name of an overlay');
  const all = `*:not(#${id}, #${id} *)`;
  return `${all}, ${all}::before, ${all}::after { visibility: hidden !important; background: none !important; cursor: auto !important;
transition: none !important; animation: none !important; view-transition-name: none !important; }
#${id} { visibility: visible !important; }
::backdrop, ::view-transition { display: none !important; }
@media print { :root { display: none !important; } }`;
}

function sheet(target: Hidden, id: string) {
  return { target, css: hidePageRules(id), origin: 'USER' as const };
}
