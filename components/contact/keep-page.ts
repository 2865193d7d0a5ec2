/** Keeps the page when a number is opened that nothing on the device can call. */

/**
 * Firefox goes to an error page where no program takes `tel:` or `sms:` (tried in 153); Chromium stays. There the number
 * opens in a frame that cannot be seen: the pages' own policy lets these two schemes into frames and nothing else.
 */
export function keepPageOnCalls(page: Document): void {
  if (!import.meta.env.FIREFOX) return;
  page.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[href^="tel:"], a[href^="sms:"]');
    if (!link || link.target) return;
    const frame = page.createElement('iframe');
    frame.name = 'call';
    frame.hidden = true;
    page.querySelector('iframe[name="call"]')?.remove();
    page.body.append(frame);
    link.target = frame.name;
  });
}
