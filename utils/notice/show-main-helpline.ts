/** Lets the style sheet of a notice, or of its preview, show the one main helpline of the reader's place. */
import { helplineCountry, type Place } from '../place/place.ts';

/** Names the country on the root element; where the page has no line for it, none is named and the worldwide line shows. */
export function showMainHelpline(root: HTMLElement, place: Place): void {
  const country = helplineCountry(place);
  if (country && root.querySelector(`[data-helpline="${country}"]`)) root.dataset.country = country;
  else delete root.dataset.country;
}
