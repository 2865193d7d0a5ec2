/** An icon of the product's own set, in the color of the text beside it. */
import { ICON_PATHS, type IconName } from './paths.ts';

/** Decoration only: whatever it says stands beside it in words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
