/** Finds the extension's configuration inside a policy file, and what is wrong with the shape around it. */
import { unwrapValue } from '../policy/coerce.ts';
import { CHANNELS } from './channels.ts';

/** Where the configuration was found. */
export type PolicyShape = 'flat' | 'chromium' | 'firefox' | 'google-admin';

/** Shapes that a browser ignores without an error; each is a message key of the `deploy` surface. */
export type ShapeProblem =
  | 'shapeCapital'
  | 'shapeSmall'
  | 'shapePolicyLevel'
  | 'shapeValue'
  | 'shapeNoExtension';

export interface FoundPolicy {
  shape: PolicyShape;
  raw: unknown;
  /** The extension id under which it is stored, or null. */
  id: string | null;
  problems: ShapeProblem[];
}

type Node = Record<string, unknown>;

/** @param file - parsed JSON. @returns every configuration of this extension in it; a flat object counts as one. */
export function findPolicies(file: unknown): FoundPolicy[] {
  if (!isNode(file)) return [{ shape: 'flat', raw: file, id: null, problems: [] }];
  if (isNode(file.policies))
    return inThirdParty('firefox', file.policies['3rdparty'], 'Extensions', 'extensions');
  if ('3rdparty' in file) return inThirdParty('chromium', file['3rdparty'], 'extensions', 'Extensions');
  const values = Object.values(file);
  const wrapped = values.length > 0 && values.every((value) => unwrapValue(value) !== null);
  if (!wrapped) return [{ shape: 'flat', raw: file, id: null, problems: [] }];
  const bare = Object.entries(file).map(([key, value]) => [key, unwrapValue(value)?.inner]);
  return [{ shape: 'google-admin', raw: Object.fromEntries(bare), id: null, problems: [] }];
}

function inThirdParty(
  shape: 'chromium' | 'firefox',
  thirdParty: unknown,
  right: string,
  wrong: string,
): FoundPolicy[] {
  const problems: ShapeProblem[] = [];
  let extensions = isNode(thirdParty) ? thirdParty[right] : undefined;
  if (extensions === undefined && isNode(thirdParty) && isNode(thirdParty[wrong])) {
    extensions = thirdParty[wrong];
    problems.push(shape === 'chromium' ? 'shapeCapital' : 'shapeSmall');
  }
  const entries = isNode(extensions) ? Object.entries(extensions) : [];
  const ours = entries.filter(([id]) =>
    shape === 'firefox' ? id === CHANNELS.firefox.id : /^[a-p]{32}$/.test(id),
  );
  if (ours.length === 0) {
    return [{ shape, raw: undefined, id: null, problems: [...problems, 'shapeNoExtension'] }];
  }
  return ours.map(([id, raw]) => inside(shape, id, raw, problems));
}

function inside(
  shape: 'chromium' | 'firefox',
  id: string,
  raw: unknown,
  around: ShapeProblem[],
): FoundPolicy {
  const problems = [...around];
  if (isNode(raw) && Object.keys(raw).length === 1 && isNode(raw.policy)) problems.push('shapePolicyLevel');
  else if (
    isNode(raw) &&
    shape === 'chromium' &&
    Object.values(raw).some((value) => unwrapValue(value) !== null)
  ) {
    problems.push('shapeValue');
  }
  return { shape, raw, id, problems };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
