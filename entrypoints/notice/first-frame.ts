/** What the first paint left for the module: the covered address, and attributes that may have to be put right. */
import type { ConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import { setDocumentLanguage } from '../../utils/words/document-language.ts';

/** @returns the covered address, which the first paint moved from the fragment into the history entry; null in zero tolerance. */
export function coveredAddress(): string | null {
  const address = (history.state as { address?: unknown } | null)?.address;
  return typeof address === 'string' && /^https?:\/\//i.test(address) ? address : null;
}

/** Zero tolerance came into force: no part of the page holds the address any longer. */
export function forgetAddress(): null {
  if (history.state !== null) history.replaceState(null, '');
  return null;
}

/** Settings may have changed since the rule that led here was written (or a reload kept an old address): they win. */
export function correctFirstPaint({ effective, place, neutralPage }: ConfigSnapshot): void {
  const root = document.documentElement;
  root.dataset.neutral = neutralPage;
  if (effective.language.value !== 'auto') setDocumentLanguage(root, effective.language.value);
  const country = place.country ?? place.helpCountry;
  const mainHelpline = document.querySelector(`[data-helpline="${country}"]`);
  if (mainHelpline && country) root.dataset.country = country;
  else delete root.dataset.country;
}

/** @returns the element that the static page keeps free for a part of the notice. */
export function slot(id: 'message' | 'more' | 'accent' | 'dialog'): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The notice has no place "${id}"`);
  return found;
}
