/** Stops a page that is about to be left, so that it can neither show itself again nor delay us. */
import { documentProperty, listen } from './page-document.ts';

let going = '';

/** Must run before the page's first script where it can: refuses navigations of the page once we are on our way. */
export function watchNavigations(): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) listen(navigation, 'navigate', swallow);
}

/** Leaves for an address. The page's elements, listeners and timers end here; it has no say in the navigation. */
export function leaveFor(address: string): void {
  going = new URL(address).href;
  try {
    // Takes every element, and every listener of document and window: a `beforeunload` trap too (HTML, "document open
    // steps"). No `stop()` before it: with its parser aborted, a document is not opened again.
    (documentProperty('open') as () => void).call(document);
    documentProperty('close').call(document);
  } catch {
    // Not a document of HTML.
  }
  // Our timers share the page's numbering: those of the overlay and of the wait end as well, and are no longer needed.
  for (let id = +setTimeout(Boolean); id; id--) clearTimeout(id);
  for (let id = requestAnimationFrame(Boolean); id; id--) cancelAnimationFrame(id);
  listen(window, 'beforeunload', swallow);
  location.replace(going);
}

/** Loads the page again if it was left: nothing of it remains to be shown. @returns whether it was. */
export function reloadIfLeft(): boolean {
  if (!going) return false;
  going = '';
  location.reload();
  return true;
}

function swallow(event: Event & { destination?: { url: string } }): void {
  if (!going) return;
  event.stopImmediatePropagation();
  // A `beforeunload` is not refused: that would ask the person to stay.
  const to = event.destination?.url;
  if (to && to !== going) event.preventDefault();
}
