/**
 * Remembers which tab is on its way to a listed page by http. Chromium asks such an address for https first and shows rules only that,
 * so the notice learns an address that the site may not have; "Continue anyway" must lead where the browser would have led.
 */
const navigations = new Map<number, string>();

/** Called as a navigation to a listed host by http begins. In memory only, and only until the notice has read it. */
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
