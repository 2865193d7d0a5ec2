/** Shows an icon on the pages around the notice: one of their own, or one of the notice's. */
import { PAGE_ICON_PATHS, type PageIconName } from './page-paths.ts';
import { ICON_PATHS, type IconName } from './paths.ts';

export type AnyIconName = IconName | PageIconName;

const PATHS: Readonly<Record<AnyIconName, string>> = { ...ICON_PATHS, ...PAGE_ICON_PATHS };

/** Decoration only: the words next to it say the same. */
export function PageIcon({ name }: { name: AnyIconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
