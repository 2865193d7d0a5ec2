/** Tests that the worker's small replacement of zod accepts and refuses the same values as zod, for every schema of the worker. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ManagedKey } from '../../../utils/policy/schema.ts';
import { reachable, readSource } from '../import-graph.ts';
import { madeLate } from './made-late.ts';

type AnySchema = {
  safeParse(value: unknown): { success: boolean; data?: unknown };
  check(...checks: unknown[]): AnySchema;
};
const isSchema = (value: unknown): value is AnySchema =>
  typeof value === 'object' && value !== null && 'safeParse' in value && 'check' in value;

/** Every file of the worker that makes schemas. The imports lead to them, so that a new one is included at once. */
const FILES = [...reachable('entrypoints/background.ts')].filter(
  (path) => path.startsWith('utils/') && readSource(path).imports.includes('zod/mini'),
);
const modules = import.meta.glob<Record<string, unknown>>('../../../utils/**/*.ts');

/** @returns the library, with every schema that it makes recorded in `made`, in order. */
function watched(library: Record<string, unknown>, made: AnySchema[]): Record<string, unknown> {
  const put = (schema: AnySchema): AnySchema => {
    made.push(schema);
    const check = schema.check.bind(schema);
    schema.check = (...checks) => put(check(...checks));
    return schema;
  };
  const watch = (value: unknown) =>
    typeof value === 'function'
      ? (...args: unknown[]) => {
          const result = value(...args);
          return isSchema(result) ? put(result) : result;
        }
      : value;
  return Object.fromEntries(
    Object.entries(library).map(([name, value]) => [
      name,
      name === 'iso'
        ? watched(value as Record<string, unknown>, made)
        : name === 'refine'
          ? value
          : watch(value),
    ]),
  );
}

/** Loads every schema of the worker, once with zod and once with what replaces it in the worker. */
async function load(library: () => Promise<Record<string, unknown>>) {
  const made: AnySchema[] = [];
  vi.resetModules();
  vi.doMock('zod/mini', async () => watched(await library(), made));
  for (const file of FILES) await modules[`../../../${file}`]?.();
  const [policy, settings, messages] = await Promise.all([
    import('../../../utils/policy/schema.ts'),
    import('../../../utils/settings/schema.ts'),
    import('../../../utils/messages/requests.ts'),
  ]);
  vi.doUnmock('zod/mini');
  const { requests } = messages;
  const named = { policy: policy.managedPolicy, settings: settings.settingsSchema, ...requests };
  return {
    made,
    named: named as unknown as Record<keyof typeof named, AnySchema>,
    keys: policy.MANAGED_KEYS,
    hint: policy.hintOf,
  };
}

type Loaded = Awaited<ReturnType<typeof load>>;
let zod: Loaded;
let narrow: Loaded;

beforeAll(async () => {
  zod = await load(() => vi.importActual('zod/mini'));
  narrow = await load(() => import('../../../utils/schema/narrow.ts'));
});

const meter = { leftMs: 5, last: { wall: 1, monotonic: 2, worker: 'w', browser: 'b' } };
const chosen = {
  mode: 'educate',
  audience: 'family',
  language: 'es',
  country: 'US',
  region: 'US-GA',
  tiers: ['core'],
  recognizeNames: true,
  blockedPatterns: ['a.example', '# why'],
  continueDelaySeconds: 30,
  neutralPage: 'https://example.org/',
  reason: 'my family',
  promiseHours: 24,
  daysSince: '2024-02-29',
};
/** Valid values. Generated ones are made from them, so that many are only slightly wrong. */
const good: Record<string, unknown> = {
  ...chosen,
  version: 1,
  chosen,
  lock: { algorithm: 'PBKDF2-SHA-256', iterations: 600_000, salt: 'x'.repeat(22), hash: 'y'.repeat(43) },
  attempts: { failed: 2, wait: meter },
  pending: [{ id: 'p', from: {}, to: chosen, removePin: false, meter }],
  welcomed: false,
  changes: chosen,
  pin: '1234',
  newPin: '5678',
  tabId: 3,
  id: 'x',
  text: '{}',
  overlayId: 'c1',
  address: 'https://listed.example/',
  visible: true,
  country: 'US',
  region: 'US-GA',
};
const odd = fc.oneof(
  fc.constantFrom<unknown>(...Object.values(good)),
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    0.5,
    2 ** 53,
    600,
    601,
    5,
    6,
  ),
  fc.constantFrom(
    '',
    'US-',
    'us',
    '2023-02-29',
    '2024-2-1',
    '0000-01-01',
    '\u0007',
    '😀'.repeat(120),
    '😀'.repeat(121),
  ),
  fc.constantFrom(
    'about:blank',
    'https://user:pass@example.org/',
    'https://',
    'javascript:1',
    'auto',
    'core',
    'workplace',
  ),
  fc.constantFrom('x'.repeat(120), 'x'.repeat(121), 'x'.repeat(600), 'x'.repeat(601), '+1 555 0100', '12'),
  fc.string(),
  fc.array(fc.constantFrom<unknown>('core', 'extended', 'US-GA', '', 'a.example', 7), { maxLength: 6 }),
  fc.anything({ withNullPrototype: true, withDate: true }),
);
const spoiled = fc
  .tuple(
    fc.constantFrom<unknown>(good, ...Object.values(good)),
    fc.string(),
    fc.constantFrom(...Object.keys(good)),
    odd,
  )
  .map(([base, name, key, value]) => {
    if (typeof base !== 'object' || base === null || Array.isArray(base)) return value;
    const made: Record<string, unknown> = { ...base };
    if (name.length > 6) delete made[Object.keys(made)[name.length % Object.keys(made).length] ?? ''];
    if (name.length > 3) made[key] = value;
    return made;
  });

test('the one set is zod’s and the other is not', () => {
  expect(zod.named.settings).toHaveProperty('_zod');
  expect(narrow.named.settings).not.toHaveProperty('_zod');
});

test('every schema that the worker’s files make is among them, those that face a web page too', () => {
  expect(FILES.toSorted()).toEqual([
    'utils/messages/requests.ts',
    'utils/policy/schema.ts',
    'utils/settings/schema.ts',
  ]);
  for (const { made, named } of [zod, narrow])
    for (const [name, schema] of Object.entries(named)) expect(made.includes(schema), name).toBe(true);
  expect(narrow.made).toHaveLength(zod.made.length);
});

describe('none is made later than that, where nobody would see it', () => {
  test.each(FILES)('in %s', (file) => {
    expect(madeLate(readSource(file).text)).toEqual([]);
  });

  test.each([
    'export function later() { return z.string(); }',
    'export async function later(): Promise<unknown> { return z.string(); }',
    'export const later = () => z.string();',
    'const later = (): unknown => z.string();\nexport { later };',
    'export default () => z.string();',
    'const made = () => z.string();\nexport const later = () => made();',
    'function made() { return z.string(); }\nexport const later = made;',
    'const made = () => z.string();\nexport const later = { made };',
    "const made = () => z.string();\naddEventListener('later', made);",
    "addEventListener('later', () => z.string());",
    'class Later { make() { return z.string(); } }',
    'export const later = () => { const made = () => z.string(); return made(); };',
  ])('it would be found: %s', (text) => {
    expect(madeLate(text)).toEqual(['z.string']);
  });

  test.each([
    'const one = (most: number) => z.string().check(z.maxLength(most));\nexport const made = one(7);',
    'const one = () => z.string();\nconst two = () => one();\nexport const made = { one: two() };',
    'const one = () => z.string();\nconst made = one();\nexport const read = (one: string) => one.length;',
    'export const made = { ...byKey(KEYS, () => z.boolean()) };',
    'export function read(value: unknown) { return z.parse(made, value) as z.infer<typeof made>; }',
  ])('nothing is: %s', (text) => {
    expect(madeLate(text)).toEqual([]);
  });
});

test('every schema of the worker gives the same verdict and value as with zod', () => {
  let fits = 0;
  fc.assert(
    fc.property(fc.nat(zod.made.length - 1), fc.oneof(odd, spoiled), (place, value) => {
      const expected = zod.made[place]?.safeParse(value);
      const found = narrow.made[place]?.safeParse(value);
      fits += expected?.success ? 1 : 0;
      expect(found?.success).toBe(expected?.success);
      if (expected?.success) expect(found?.data).toStrictEqual(expected.data);
    }),
    { numRuns: 30_000 },
  );
  expect(fits).toBeGreaterThan(1_000);
});

test('what fits, fits', () => {
  const whole = {
    version: 1,
    chosen,
    lock: good.lock,
    attempts: good.attempts,
    pending: good.pending,
    welcomed: true,
  };
  for (const { named } of [zod, narrow]) {
    expect(named.settings.safeParse(whole)).toEqual({ success: true, data: whole });
    expect(named.settings.safeParse({ ...whole, more: 1 }).success).toBe(false);
    expect(named['settings/change'].safeParse({ changes: { more: 1 } }).success).toBe(false);
    expect(named.policy.safeParse({ mode: 'educate', more: 1 })).toEqual({
      success: true,
      data: { mode: 'educate' },
    });
    expect(named['guard/ask'].safeParse({ overlayId: 'c1', more: 1 }).data).toEqual({ overlayId: 'c1' });
    expect(named['guard/ask'].safeParse({ overlayId: 'c'.repeat(33) }).success).toBe(false);
    expect(named['notice/opened'].safeParse({ address: null, visible: true }).success).toBe(true);
    expect(named['notice/opened'].safeParse({ visible: true }).success).toBe(false);
  }
});

test('the hints of the managed keys are found', () => {
  for (const key of zod.keys) expect(narrow.hint(key as ManagedKey)).toEqual(zod.hint(key as ManagedKey));
});
