/** Selects a text in the page: if the browser refuses the clipboard, one key or a long press still copies it. */
export function selectText(element: Element): void {
  getSelection()?.selectAllChildren(element);
}
