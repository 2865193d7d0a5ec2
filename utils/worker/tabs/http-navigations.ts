/**
 * Remembers which tab is opening a listed page by http. Chromium tries https first and shows rules only the https address, which
 * the site may not have. The notice gets that address, but "Continue anyway" must lead where the browser would have led.
 */
const navigations = new Map<number, string>();

/** Remembers a navigation to a listed host by http when it begins. Kept in memory only, until the notice has read it. */
export function noteHttpNavigation({
  tabId,
  url,
  frameId,
}: {
  tabId: number;
  url: string;
  frameId: number;
}): void {
  if (frameId === 0) navigations.set(tabId, url);
}

/** @returns whether the page with this https address was opened by http in this tab. Can be read once. */
export function cameByHttp(tabId: number, address: string): boolean {
  const arrived = navigations.get(tabId);
  navigations.delete(tabId);
  return (
    arrived !== undefined &&
    address.startsWith('https:') &&
    `https${arrived.slice('http'.length)}` === address
  );
}
