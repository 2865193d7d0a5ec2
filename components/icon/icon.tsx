/** Shows an icon of the product's own set, in the color of the text next to it. */
import { ICON_PATHS, type IconName } from './paths.ts';

/** Decoration only: the text next to it says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
