/** The way out of a page: blanks it at once, then replaces it with a neutral page in the same history entry. */

const ESCAPES = 3;

/**
 * Blanks the page and leaves it, without a new history entry.
 * @param neutralPage - where to go.
 */
export function leave(neutralPage: string): void {
  document.documentElement.replaceChildren();
  location.replace(neutralPage);
}

/** Leaves when Escape is pressed three times in a row. @returns a function that stops watching. */
export function leaveOnEscape(exit: () => void): () => void {
  let pressed = 0;
  const watch = ({ key }: KeyboardEvent) => {
    pressed = key === 'Escape' ? pressed + 1 : 0;
    if (pressed === ESCAPES) exit();
  };
  addEventListener('keydown', watch);
  return () => removeEventListener('keydown', watch);
}
