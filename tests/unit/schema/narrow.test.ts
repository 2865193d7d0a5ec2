import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import type { ManagedKey } from '../../../utils/policy/schema.ts';

/** The schemas themselves, once with zod and once with what the worker has in its place. */
async function load() {
  vi.resetModules();
  const [policy, settings, messages] = await Promise.all([
    import('../../../utils/policy/schema.ts'),
    import('../../../utils/settings/schema.ts'),
    import('../../../utils/settings/messages.ts'),
  ]);
  return {
    keys: policy.MANAGED_KEYS,
    hint: policy.hintOf,
    schemas: {
      ...Object.fromEntries(policy.MANAGED_KEYS.map((key) => [`policy ${key}`, policy.schemaOf(key)])),
      policy: policy.managedPolicy,
      settings: settings.settingsSchema,
      chosen: settings.chosenSchema,
      ...Object.fromEntries(Object.entries(settings.settingsSchema.shape)),
      ...Object.fromEntries(Object.entries(settings.choiceSchemas)),
      ...Object.fromEntries(Object.entries(messages.settingsRequests)),
    } as Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>,
  };
}

type Loaded = Awaited<ReturnType<typeof load>>;
let zod: Loaded;
let narrow: Loaded;

beforeAll(async () => {
  zod = await load();
  vi.doMock('zod/mini', () => import('../../../utils/schema/narrow.ts'));
  narrow = await load();
  vi.doUnmock('zod/mini');
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
/** Values that fit; generated ones are made from them, so that many are only a little wrong. */
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
  expect(zod.schemas.settings).toHaveProperty('_zod');
  expect(narrow.schemas.settings).not.toHaveProperty('_zod');
});

test('every schema of the worker gives the same verdict and value as with zod', () => {
  const names = Object.keys(zod.schemas);
  expect(Object.keys(narrow.schemas)).toEqual(names);
  let fits = 0;
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.oneof(odd, spoiled), (name, value) => {
      const expected = zod.schemas[name]?.safeParse(value);
      const found = narrow.schemas[name]?.safeParse(value);
      fits += expected?.success ? 1 : 0;
      expect(found?.success).toBe(expected?.success);
      if (expected?.success) expect(found?.data).toStrictEqual(expected.data);
    }),
    { numRuns: 20_000 },
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
  for (const { schemas } of [zod, narrow]) {
    expect(schemas.settings?.safeParse(whole)).toEqual({ success: true, data: whole });
    expect(schemas.settings?.safeParse({ ...whole, more: 1 }).success).toBe(false);
    expect(schemas.chosen?.safeParse({ more: 1 }).success).toBe(false);
    expect(schemas.policy?.safeParse({ mode: 'educate', more: 1 })).toEqual({
      success: true,
      data: { mode: 'educate' },
    });
  }
});

test('the hints of the managed keys are found', () => {
  for (const key of zod.keys) expect(narrow.hint(key as ManagedKey)).toEqual(zod.hint(key as ManagedKey));
});
