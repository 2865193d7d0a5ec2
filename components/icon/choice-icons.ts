/** Icons of the two choices that are both on the welcome page and in the settings. */
import type { Audience, Mode } from '../../utils/policy/modes.ts';
import type { AnyIconName } from './page-icon.tsx';

export const AUDIENCE_ICONS: Readonly<Record<Audience, AnyIconName>> = {
  personal: 'wants-to-stop',
  family: 'teen',
  workplace: 'work',
};

export const MODE_ICONS: Readonly<Record<Mode, AnyIconName>> = { educate: 'clock', 'zero-tolerance': 'stop' };
