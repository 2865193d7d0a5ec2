/** What a device publishes that nobody has set up. */
import { NOTHING_KNOWN, type Published } from '../../../utils/policy/published.ts';

export const NOTHING: Published = {
  effective: NOTHING_KNOWN,
  place: { country: null, region: null, from: 'unknown' },
  neutralPage: 'about:blank',
};
