/** Identifies who sent a message, as the browser reports it. The sender cannot choose this. */

/** The part of `runtime.MessageSender` that is used. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}

/**
 * @param isPage - whether an address, without query and fragment, is the page that may speak.
 * @returns the id of the tab whose top frame is that page and sent the message; null for a frame, another page, or no tab.
 */
export function tabOf({ url, frameId, tab }: Sender, isPage: (address: string) => boolean): number | null {
  return frameId === 0 && isPage(withoutQuery(url) ?? '') ? (tab?.id ?? null) : null;
}

/** @returns true if one of these pages sent the message, not in a frame. The popup has no frame id in Firefox. */
export function isOneOf({ url, frameId }: Sender, pages: readonly string[]): boolean {
  return (frameId === 0 || frameId === undefined) && pages.includes(withoutQuery(url) ?? '');
}

/** A page's path ends where its query or its fragment begins, whatever is in them. */
function withoutQuery(url: string | undefined): string | undefined {
  return url?.split(/[?#]/)[0];
}
