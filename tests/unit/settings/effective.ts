/** Applies the real layers to test settings, with or without a policy. */
import { effective } from '../../../utils/policy/layers.ts';
import type { EffectiveConfig } from '../../../utils/policy/types.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';
import { userLayer } from '../../../utils/settings/layer.ts';
import { freshSettings, type Settings } from '../../../utils/settings/schema.ts';

export function effectiveOf(
  settings: Settings = freshSettings(),
  managed: Record<string, unknown> = {},
): EffectiveConfig {
  return effective({
    policy: validatePolicy(managed),
    settings: userLayer(settings),
    installType: 'normal',
    policyKnown: true,
  });
}
