/** Takes the page over from the first paint: reads the covered address, and corrects what settings have changed since. */

import { selectText } from '../../components/contact/select-text.ts';
import type { NoticePart } from '../../components/notice/draw-notice.tsx';
import { NOTICE_PAGE, noticePath } from '../../utils/notice/notice-address.ts';
import { showMainHelpline } from '../../utils/notice/show-main-helpline.ts';
import { overAddress } from '../../utils/pattern/covered-address.ts';
import type { ConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import { setDocumentLanguage } from '../../utils/words/document-language.ts';
import { pickLanguage } from '../../utils/words/pick-language.ts';

/** @returns the covered address, which the first paint moved from the fragment into the history entry; null in zero tolerance. */
export function coveredAddress(): string | null {
  const address = (history.state as { address?: unknown } | null)?.address;
  return typeof address === 'string' && /^https?:\/\//i.test(address) ? address : null;
}

/** Stores an address from the worker in the history entry, as the first paint does with one from a rule. @returns the address. */
export function keepAddress(address: string): string {
  history.replaceState({ address }, '');
  return address;
}

/** Removes the address from the history entry: under zero tolerance no part of the page contains it. */
export function forgetAddress(): null {
  if (history.state !== null) history.replaceState(null, '');
  return null;
}

/**
 * Compares this page with the place and language in force. A page made for one place and language contains no other words, but
 * settings or the browser's language may have changed since the rule was written, and a reload keeps an old address.
 *
 * @returns where to go instead; null if this page is right.
 */
export function anotherPage({ effective, place }: ConfigSnapshot): string | null {
  const { page } = document.documentElement.dataset;
  // Without a snapshot from the worker, the page's own place and language are better than the defaults.
  if (!page || (place.from === 'unknown' && !effective.policyKnown)) return null;
  const { language, audience } = effective;
  const spoken = language.value === 'auto' ? null : language.value;
  const browserLanguage = pickLanguage('auto', navigator.languages);
  const wanted = noticePath({ place, language: spoken, browserLanguage, audience: audience.value });
  if (wanted === location.pathname + location.hash) return null;
  // If only the fragment differs, no browser loads the page again; the page for any place can show everything.
  const path =
    wanted.split('#')[0] === location.pathname ? `${NOTICE_PAGE}?l=${spoken ?? browserLanguage}` : wanted;
  const address = coveredAddress();
  return address === null ? path : overAddress(path, address);
}

/** On a page with the laws of several regions, keeps only the one that is shown, directly in the slot for the law. */
export function keepShownLaw(): void {
  const law = slot('law');
  const region = location.hash.slice(1);
  const places = [...law.querySelectorAll(':scope > .place')];
  const shown = places.find(({ id }) => id === region) ?? places[0];
  if (shown) law.replaceChildren(...shown.childNodes);
}

/**
 * Applies the settings in force. They may have changed since the rule that led here was written, or a reload kept an old address.
 *
 * @returns false if the page has no helpline for the reader's country.
 */
export function correctFirstPaint({ effective, place, neutralPage }: ConfigSnapshot): boolean {
  const root = document.documentElement;
  const { value } = effective.language;
  root.dataset.neutral = neutralPage;
  root.dataset.audience = effective.audience.value;
  // The first paint knows only the bare codes of the browser's languages: not that Norwegian has several, nor two kinds of Chinese.
  if (value !== 'auto' || !root.dataset.page)
    setDocumentLanguage(root, pickLanguage(value, navigator.languages));
  return showMainHelpline(root, place);
}

/**
 * Focuses the way out if nothing has the focus. `autofocus` has no effect if the fragment names a part of the page, and these
 * fragments name a region (HTML, "flush autofocus candidates": a document with a target element has none; Firefox follows this).
 */
export function focusWayOut(): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>('[data-leave]')?.focus({ preventScroll: true });
}

/** @returns the element that the static page keeps free for a part of the notice. */
export function slot(id: NoticePart | 'dialog'): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The notice has no place "${id}"`);
  return found;
}

/** Makes the button next to the helpline copy its first visible number. If the browser refuses, selects the number instead. */
export function copyOnRequest(copied: string, copy: (text: string) => Promise<void>): void {
  const button = document.querySelector<HTMLElement>('[data-copy]');
  button?.addEventListener('click', async () => {
    const links = [...document.querySelectorAll('.notice-main-helpline a')];
    const link = links.find((one) => one.checkVisibility());
    if (!link?.textContent) return;
    try {
      await copy(link.textContent);
    } catch {
      selectText(link);
      return;
    }
    button.role = 'status';
    button.textContent = copied;
  });
}
