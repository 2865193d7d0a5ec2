/**
 * To be given as a `ref`: focuses the element as it appears. It is the same function at each rendering, so Preact calls it only then.
 * @param element - null when it is removed.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
