/** The way out of a page: blank at once, then a neutral page in the same place of the history. */

const ESCAPES = 3;

/**
 * Blanks the page and leaves it, without a new history entry.
 * @param neutralPage - where to go.
 */
export function leave(neutralPage: string): void {
  document.documentElement.replaceChildren();
  location.replace(neutralPage);
}

/** Leaves on Escape pressed three times running. @returns a function that stops watching. */
export function leaveOnEscape(exit: () => void): () => void {
  let pressed = 0;
  const watch = ({ key }: KeyboardEvent) => {
    pressed = key === 'Escape' ? pressed + 1 : 0;
    if (pressed === ESCAPES) exit();
  };
  addEventListener('keydown', watch);
  return () => removeEventListener('keydown', watch);
}
