/** Tests that settings survive a kill at any moment of a write, and that damage leads to older or stricter settings, never looser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from '../../../utils/settings/checksum.ts';
import { type Chosen, freshSettings, type Settings } from '../../../utils/settings/schema.ts';
import { createSettingsStore, DAMAGED } from '../../../utils/settings/store.ts';
import { chosen } from './arbitraries.ts';
import { type Death, FaultyArea } from './faulty-area.ts';

const put = (area: FaultyArea, value: Chosen) =>
  createSettingsStore(area).update((current) => ({ settings: { ...current, chosen: value }, result: null }));
const load = (area: FaultyArea) => createSettingsStore(area).load();
const OLD: Chosen = { mode: 'zero-tolerance', reason: 'for my daughter', promiseHours: 24 };
const NEW: Chosen = { mode: 'educate', reason: 'for me', blockedPatterns: ['a.example'] };

test('a new installation has the defaults and nothing to report', async () => {
  expect(await load(new FaultyArea())).toEqual({ settings: freshSettings(), recovered: null });
});

test('what is written is what is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chosen, { minLength: 1, maxLength: 5 }), async (many) => {
      const area = new FaultyArea();
      for (const one of many) await put(area, one);
      expect(await load(area)).toEqual({
        settings: { ...freshSettings(), chosen: many.at(-1) },
        recovered: null,
      });
    }),
    { numRuns: 50 },
  );
});

describe('killed at every await point', () => {
  for (const before of [[], [OLD], [NEW, OLD], [OLD, NEW, OLD]] as Chosen[][]) {
    for (const death of ['before', 'half', 'after'] as Death[]) {
      test(`after ${before.length} writes, ${death} a step`, async () => {
        const whole = new FaultyArea();
        for (const one of before) await put(whole, one);
        const start = whole.calls;
        await put(whole, NEW);
        const steps = whole.calls - start;
        expect(steps).toBeGreaterThanOrEqual(4);
        const seen = new Set<string>();
        for (let step = 1; step <= steps; step++) {
          const area = new FaultyArea();
          for (const one of before) await put(area, one);
          area.killAt = area.calls + step;
          area.death = death;
          await put(area, NEW).catch(() => {});
          area.killAt = Number.POSITIVE_INFINITY;
          const { settings } = await load(area);
          expect([before.at(-1) ?? {}, NEW]).toContainEqual(settings.chosen);
          seen.add(JSON.stringify(settings.chosen));
          // The store still works: what is written next is read next.
          await put(area, OLD);
          expect((await load(area)).settings.chosen).toEqual(OLD);
        }
        expect(seen).toContain(JSON.stringify(before.at(-1) ?? {}));
      });
    }
  }
});

describe('damage', () => {
  async function twice() {
    const area = new FaultyArea();
    await put(area, OLD);
    await put(area, NEW);
    return area;
  }
  const spoil = (area: FaultyArea, key: string) => {
    const slot = area.items.get(key) as { body: string };
    area.items.set(key, { ...slot, body: slot.body.replace('educate', 'educatf') });
  };
  const currentOf = (area: FaultyArea) => area.items.get('settings.current') as string;

  test('of the current generation falls back to the last good one, says so, and keeps what was there', async () => {
    const area = await twice();
    spoil(area, currentOf(area));
    const loaded = await load(area);
    expect(loaded.settings.chosen).toEqual(OLD);
    expect(loaded.recovered).toEqual({ did: 'older', dropped: [] });
    await put(area, NEW);
    expect((await load(area)).recovered?.did).toBe('older');
    expect(JSON.stringify(area.items.get(DAMAGED))).toContain('educatf');
    await createSettingsStore(area).acknowledge();
    expect((await load(area)).recovered).toBeNull();
    expect(JSON.stringify(area.items.get(DAMAGED))).toContain('educatf');
  });

  test('of both generations leaves zero tolerance, never the loose default', async () => {
    const area = await twice();
    area.items.set('settings.a', { generation: 1 });
    area.items.set('settings.b', 'nonsense');
    const loaded = await load(area);
    expect(loaded.settings.chosen.mode).toBe('zero-tolerance');
    expect(loaded.recovered?.did).toBe('strict');
  });

  test('of both leaves nobody to be welcomed again, and keeps what was there', async () => {
    const area = await twice();
    area.items.set('settings.a', { generation: 1 }).set('settings.b', 'nonsense');
    expect((await load(area)).settings.welcomed).toBe(true);
    await put(area, OLD);
    expect(area.items.get(DAMAGED)).toEqual({
      recovery: { did: 'strict', dropped: [] },
      raw: ['{"generation":1}', '"nonsense"'],
    });
  });

  test('of one that nothing points to, before any other: the person had chosen nothing yet', async () => {
    const area = new FaultyArea();
    area.items.set('settings.a', 'nonsense');
    expect(await load(area)).toEqual({ settings: freshSettings(), recovered: null });
    area.items.set('settings.b', 'nonsense');
    expect((await load(area)).recovered?.did).toBe('strict');
    area.items.delete('settings.b');
    area.items.set('settings.current', 'settings.a');
    expect((await load(area)).recovered?.did).toBe('strict');
  });

  test('of one field loses only that field, is reported, and keeps the rest', async () => {
    const area = new FaultyArea();
    await put(area, { ...OLD, promiseHours: 900 });
    expect(await load(area)).toMatchObject({
      settings: { chosen: { mode: 'zero-tolerance', reason: 'for my daughter' } },
      recovered: { did: 'partly', dropped: ['promiseHours'] },
    });
    await put(area, OLD);
    expect(JSON.stringify(area.items.get(DAMAGED))).toContain('900');
  });

  const DAMAGES: [string, (area: FaultyArea) => unknown, Chosen][] = [
    ['older', (area) => spoil(area, currentOf(area)), OLD],
    ['strict', ({ items }) => items.set('settings.a', {}).set('settings.b', {}), { mode: 'zero-tolerance' }],
    ['partly', (area) => put(area, { ...NEW, promiseHours: 900 }), NEW],
  ];
  test.each(DAMAGES)('whose report (%s) was read is not reported again', async (did, damage, left) => {
    const area = await twice();
    await damage(area);
    expect((await load(area)).recovered?.did).toBe(did);
    await createSettingsStore(area).acknowledge();
    expect(await load(area)).toMatchObject({ settings: { chosen: left }, recovered: null });
    expect((area.items.get(DAMAGED) as { raw: string[] }).raw).not.toEqual([]);
  });

  test('nothing is kept as damaged where nothing was', async () => {
    const area = await twice();
    await put(area, OLD);
    expect(area.items.has(DAMAGED)).toBe(false);
    await createSettingsStore(area).acknowledge();
    expect(area.items.has(DAMAGED)).toBe(false);
  });

  test('a write that does not read back whole is an error, and what was there stays', async () => {
    class Forgetful extends FaultyArea {
      override async set(items: Record<string, unknown>): Promise<void> {
        await super.set(Object.fromEntries(Object.entries(items).map(([key]) => [key, { body: 7 }])));
      }
    }
    const area = new Forgetful();
    await expect(put(area, OLD)).rejects.toThrow('what was read back is not whole');
    expect(area.items.has('settings.current')).toBe(false);
  });

  test.each([
    ['a body that is no JSON', 1, '{'],
    ['a body that is no record', 1, '[]'],
    ['a number that is a text', '1', JSON.stringify(freshSettings())],
    ['no body', 1, undefined],
    ['a body that is no text', 1, {}],
  ])('%s is damage, whatever its checksum says', async (_what, generation, body) => {
    const area = await twice();
    const sealed = { generation, body, checksum: checksum(`${generation}\n${body}`) };
    area.items.set('settings.a', sealed).set('settings.b', sealed);
    expect((await load(area)).recovered).toEqual({ did: 'strict', dropped: [] });
  });

  test('that is huge is kept to its first 200,000 characters', async () => {
    const area = await twice();
    area.items.set(currentOf(area), 'x'.repeat(300_000));
    await put(area, NEW);
    const kept = area.items.get('settings.damaged') as { raw: string[] };
    expect(kept.raw.map(({ length }) => length)).toEqual([200_000]);
  });

  test('of the pointer, with one generation whole: it counts, and the other is no newer', async () => {
    const area = await twice();
    const current = currentOf(area);
    area.items.set('settings.current', 'elsewhere');
    expect((await load(area)).settings.chosen).toEqual(NEW);
    area.items.set(current, 'nonsense');
    expect(await load(area)).toMatchObject({ settings: { chosen: OLD }, recovered: { did: 'older' } });
  });

  test('of everything, as where the whole storage was lost: zero tolerance, and a report until it was read', async () => {
    const area = await twice();
    const store = createSettingsStore(area);
    await store.startStrict();
    expect(area.items.get('settings.damaged')).toEqual({ recovery: { did: 'strict', dropped: [] }, raw: [] });
    expect(await load(area)).toEqual({
      settings: { ...freshSettings(), chosen: { mode: 'zero-tolerance' }, welcomed: true },
      recovered: { did: 'strict', dropped: [] },
    });
    await store.acknowledge();
    expect((await load(area)).recovered).toBeNull();
    area.items.clear();
    await store.startStrict();
    expect((await load(area)).settings.chosen).toEqual({ mode: 'zero-tolerance' });
  });

  test('of the pointer alone loses nothing', async () => {
    const area = await twice();
    area.items.delete('settings.current');
    expect((await load(area)).settings.chosen).toEqual(NEW);
  });

  test('any one value replaced by garbage: loading never throws, and never loses both', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('settings.a', 'settings.b', 'settings.current'),
        fc.jsonValue(),
        async (key, rubbish) => {
          const area = await twice();
          area.items.set(key, rubbish);
          const { settings } = await load(area);
          expect([OLD, NEW]).toContainEqual(settings.chosen);
        },
      ),
    );
  });
});

test('updates are done one after the other: none is lost', async () => {
  const area = new FaultyArea();
  const store = createSettingsStore(area);
  const add = (name: string) =>
    store.update(async (current: Settings) => {
      await new Promise((done) => setTimeout(done, Math.random() * 3));
      const blockedPatterns = [...(current.chosen.blockedPatterns ?? []), name];
      return { settings: { ...current, chosen: { blockedPatterns } }, result: null };
    });
  const names = Array.from({ length: 20 }, (_, index) => `${index}.example`);
  await Promise.all(names.map(add));
  expect((await store.load()).settings.chosen.blockedPatterns).toEqual(names);
});

test('a failed update does not stop the next one', async () => {
  const store = createSettingsStore(new FaultyArea());
  const failing = store.update(() => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await store.update((current) => ({ settings: { ...current, welcomed: true }, result: null }));
  expect((await store.load()).settings.welcomed).toBe(true);
});
