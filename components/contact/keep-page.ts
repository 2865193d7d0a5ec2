/** Keeps the page open when the reader opens a number that no program on the device can call. */

/**
 * Firefox goes to an error page if no program handles `tel:` or `sms:` (tried in 153); Chromium stays. So in Firefox the number
 * opens in a hidden frame: the pages' Content Security Policy allows only these two schemes in frames.
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
