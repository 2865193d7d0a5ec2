/** Makes an empty document in standards mode inside a frame that has no address. */

/**
 * The page's Content Security Policy (`default-src 'none'`) refuses every address. In Firefox it also refuses `srcdoc`, which inherits
 * `frame-ancestors 'none'` (tried in Firefox 153). The document of a frame that has not navigated yet is in quirks mode. Opening that
 * document again puts it in standards mode (HTML, "document open steps"), and stopping the load keeps it so.
 *
 * @param frame - a frame in a document, without `src`.
 * @returns its document with an empty `html`, `head` and `body`, or null if the frame has none.
 */
export function emptyDocument(frame: HTMLIFrameElement): Document | null {
  const inside = frame.contentDocument;
  if (!inside) return null;
  inside.open();
  const root = inside.createElement('html');
  root.append(inside.createElement('head'), inside.createElement('body'));
  inside.append(root);
  frame.contentWindow?.stop();
  return inside;
}
