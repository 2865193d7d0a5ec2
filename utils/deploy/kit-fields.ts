/** Finds, for each problem of a configuration, the field of the deploy form it belongs to. */
import type { SurfaceKey } from '../words/surfaces.ts';
import type { KitProblem } from './kit-config.ts';

/** Fields besides the managed keys, by their place in the configuration, with the message that names them. */
export const KIT_FIELDS: Record<string, SurfaceKey<'deploy-page'>> = {
  language: 'language',
  browsers: 'browsers',
  platforms: 'platforms',
  'chromium.channel': 'channel',
  'chromium.id': 'extensionId',
  'chromium.updateUrl': 'updateUrl',
  'edge.channel': 'edgeChannel',
  'edge.id': 'edgeExtensionId',
  'edge.updateUrl': 'edgeUpdateUrl',
  'firefox.installUrl': 'installUrl',
  'companions.privateWindows': 'privateWindows',
  'companions.urlBlocklist': 'urlBlocklist',
};

/** @returns the field's name, such as `chromium.id` or `policy.mode`; null if it belongs to no field. */
export function fieldOf({ issue, values }: KitProblem): string | null {
  if (issue) return `policy.${issue.key}`;
  const key = String(values.key ?? '');
  const found = Object.keys(KIT_FIELDS).find((name) => key === name || key.startsWith(`${name}.`));
  return found ?? null;
}

/** @returns the id of a field's control in the document. */
export function fieldId(field: string): string {
  return field.replaceAll('.', '-');
}
