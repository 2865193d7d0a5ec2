/**
 * The only writer of the settings. It writes a new generation next to the old one, then changes the pointer to the current one, so that
 * a kill at any moment leaves a complete state.
 */
import { inTurn } from '../in-turn.ts';
import { checksum } from './checksum.ts';
import { migrate } from './migrate.ts';
import { freshSettings, type Settings } from './schema.ts';

const SLOTS = ['settings.a', 'settings.b'] as const;
type Slot = (typeof SLOTS)[number];
const CURRENT = 'settings.current';
/** The key for what could not be read and the report on it; the damaged text is kept even after the person has seen the report. */
export const DAMAGED = 'settings.damaged';

/** The part of a storage area that the settings store needs, so that tests can pass a faulty one. */
export interface StorageArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** What was wrong with the stored settings, and what was done. */
export interface Recovery {
  /** `older`: the last good generation is used; `strict`: none was readable, so zero tolerance; `partly`: these fields were dropped. */
  did: 'older' | 'strict' | 'partly';
  dropped: string[];
}

export interface Loaded {
  settings: Settings;
  recovered: Recovery | null;
}

interface Generation {
  generation: number;
  checksum: string;
  body: string;
}

interface Opened {
  generation: number;
  settings: Settings;
  dropped: string[];
}

interface State extends Loaded {
  slot: Slot | null;
  newest: number;
  /** Texts that this read could not use; they are stored before anything overwrites them. */
  damaged: string[];
}

export interface SettingsStore {
  /** Reads the settings. Never throws for damage: it falls back and reports so. */
  load(): Promise<Loaded>;
  /**
   * Reads, changes and writes, one update at a time.
   * @param change - gets the current settings, returns the next ones and a result; if it returns the same object, nothing is written.
   */
  update<Result>(
    change: (current: Settings) => Promise<Changed<Result>> | Changed<Result>,
  ): Promise<Changed<Result>>;
  /** Removes the report of a recovery once the person has read it; the damaged text itself is kept. */
  acknowledge(): Promise<void>;
  /** Starts in zero tolerance, with a report, after the whole storage was lost. */
  startStrict(): Promise<void>;
}

export interface Changed<Result> {
  settings: Settings;
  result: Result;
}

/** @param area - where to keep the settings; the worker gives the browser's local storage. */
export function createSettingsStore(area: StorageArea): SettingsStore {
  const queued = inTurn();

  const read = async () => choose(await area.get([...SLOTS, CURRENT, DAMAGED]));

  async function write(next: Settings, before: State): Promise<void> {
    if (before.damaged.length > 0)
      await area.set({ [DAMAGED]: { recovery: before.recovered, raw: before.damaged } });
    const slot: Slot = before.slot === SLOTS[0] ? SLOTS[1] : SLOTS[0];
    await area.set({ [slot]: seal(next, before.newest + 1) });
    // Only a generation that reads back completely may become the current one.
    const back = await area.get([slot]);
    if (!open(back[slot])) throw new Error('The settings were not written: what was read back is not whole.');
    await area.set({ [CURRENT]: slot });
  }

  return {
    load: () =>
      queued(async () => {
        const { settings, recovered } = await read();
        return { settings, recovered };
      }),
    update: (change) =>
      queued(async () => {
        const before = await read();
        const changed = await change(before.settings);
        if (changed.settings !== before.settings) await write(changed.settings, before);
        return changed;
      }),
    acknowledge: () =>
      queued(async () => {
        const before = await read();
        // Until something is written, each read finds the damage again.
        if (before.recovered) await write(before.settings, before);
        const kept = (await area.get([DAMAGED]))[DAMAGED];
        if (isRecord(kept)) await area.set({ [DAMAGED]: { ...kept, recovery: null } });
      }),
    startStrict: () =>
      queued(async () => {
        const before = await read();
        await area.set({ [DAMAGED]: { recovery: STRICT, raw: [] } });
        await write(strictSettings(), { ...before, damaged: [] });
      }),
  };
}

function choose(stored: Record<string, unknown>): State {
  const slots = SLOTS.map((slot) => ({ slot, raw: stored[slot], opened: open(stored[slot]) }));
  const newest = Math.max(0, ...slots.map(({ opened }) => opened?.generation ?? 0));
  const current = slots.find(({ slot }) => slot === stored[CURRENT]);
  const byAge = slots
    .filter(({ opened }) => opened !== null)
    .sort((a, b) => (b.opened?.generation ?? 0) - (a.opened?.generation ?? 0));
  const best = current?.opened ? current : byAge[0];
  const earlier = isRecord(stored[DAMAGED]) ? (stored[DAMAGED].recovery as Recovery | null) : null;
  const written = slots.filter(({ raw }) => raw !== undefined);

  if (!best?.opened) {
    // Nothing is stored, or a first write was interrupted before it became current: the person had chosen nothing yet.
    if (stored[CURRENT] === undefined && written.length < 2)
      return { settings: freshSettings(), recovered: earlier, slot: null, newest, damaged: [] };
    return {
      settings: strictSettings(),
      recovered: STRICT,
      slot: null,
      newest,
      damaged: written.map(({ raw }) => textOf(raw)),
    };
  }

  const { settings, dropped } = best.opened;
  let recovered = earlier;
  let damaged: string[] = [];
  if (best !== current && stored[CURRENT] !== undefined) {
    recovered = { did: 'older', dropped };
    damaged = current ? [textOf(current.raw)] : [];
  } else if (dropped.length > 0) {
    recovered = { did: 'partly', dropped };
    damaged = [textOf(best.raw)];
  }
  return { settings, recovered, slot: best.slot, newest, damaged };
}

const STRICT: Recovery = { did: 'strict', dropped: [] };

/** @returns the settings to use if nothing readable is left: damage never loosens. */
function strictSettings(): Settings {
  return { ...freshSettings(), chosen: { mode: 'zero-tolerance' }, welcomed: true };
}

function seal(settings: Settings, generation: number): Generation {
  const body = JSON.stringify(settings);
  return { generation, checksum: checksum(`${generation}\n${body}`), body };
}

function open(raw: unknown): Opened | null {
  if (!isRecord(raw)) return null;
  const { generation, checksum: sum, body } = raw;
  if (typeof generation !== 'number' || typeof body !== 'string') return null;
  if (sum !== checksum(`${generation}\n${body}`)) return null;
  const migrated = migrate(parse(body));
  return migrated.ok ? { generation, settings: migrated.settings, dropped: migrated.dropped } : null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(raw: unknown): string {
  return (JSON.stringify(raw) ?? '').slice(0, 200_000);
}
