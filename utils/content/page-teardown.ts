/** Stops a page that is about to be left, so that it can neither show itself again nor delay the guard. */
import { documentProperty, listen } from './page-document.ts';

let going = '';

/** Refuses the page's own navigations once the guard is leaving. Must run before the page's first script wherever possible. */
export function watchNavigations(): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) listen(navigation, 'navigate', swallow);
}

/** Goes to an address. Ends the page's elements, listeners and timers, so that the page cannot affect the navigation. */
export function leaveFor(address: string): void {
  going = new URL(address).href;
  try {
    // Removes every element, and every listener of document and window, also a `beforeunload` trap (HTML, "document open
    // steps"). `stop()` must not run first: it aborts the parser, and then the document is not opened again.
    (documentProperty('open') as () => void).call(document);
    documentProperty('close').call(document);
  } catch {
    // `open()` throws in a document that is not HTML.
  }
  // The guard's timers share the page's numbering, so those of the overlay and of the wait end too. They are no longer needed.
  for (let id = +setTimeout(Boolean); id; id--) clearTimeout(id);
  for (let id = requestAnimationFrame(Boolean); id; id--) cancelAnimationFrame(id);
  listen(window, 'beforeunload', swallow);
  location.replace(going);
}

/** Reloads the page if the guard has left it, because nothing of it remains. @returns whether the guard had left it. */
export function reloadIfLeft(): boolean {
  if (!going) return false;
  going = '';
  location.reload();
  return true;
}

function swallow(event: Event & { destination?: { url: string } }): void {
  if (!going) return;
  event.stopImmediatePropagation();
  // `beforeunload` is only stopped, not refused: refusing it would ask the person to stay.
  const to = event.destination?.url;
  if (to && to !== going) event.preventDefault();
}
