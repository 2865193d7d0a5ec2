/** The config snapshot of a device that is not set up. */
import { type ConfigSnapshot, NOTHING_KNOWN } from '../../../utils/policy/config-snapshot.ts';

export const NOTHING: ConfigSnapshot = {
  effective: NOTHING_KNOWN,
  place: { country: null, region: null, from: 'unknown' },
  neutralPage: 'about:blank',
};
