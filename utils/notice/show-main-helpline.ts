/** Lets the style sheet of a notice, or of its preview, show the one main helpline of the reader's place. */
import { helplineCountry, type Place } from '../place/place.ts';

/**
 * Names the country on the root element. If the page has no line for the country in its language, it names none, and the worldwide
 * line shows.
 *
 * @returns whether the right line shows: false until `addMainHelpline` has added it.
 */
export function showMainHelpline(root: HTMLElement, place: Place): boolean {
  const country = helplineCountry(place);
  const line = `[data-helpline="${country}"] > [lang="${root.lang}"]`;
  if (country && root.querySelector(line)) root.dataset.country = country;
  else delete root.dataset.country;
  return country === (root.dataset.country ?? null);
}
