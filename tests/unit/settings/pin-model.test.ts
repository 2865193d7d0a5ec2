/** Tests that no random series of messages, waits, clock changes and restarts loosens the settings without the PIN and the wait. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers, OutcomeOf } from '../../../utils/messages/answers.ts';
import type { Reading } from '../../../utils/settings/elapsed-timer.ts';
import { loosens } from '../../../utils/settings/loosens.ts';
import { waitAfter } from '../../../utils/settings/pin.ts';
import { type Chosen, choicesOf, type Settings } from '../../../utils/settings/schema.ts';
import { createSettingsStore, type SettingsStore } from '../../../utils/settings/store.ts';
import {
  createSettingsHandlers,
  type SettingsHandlers,
} from '../../../utils/worker/settings/create-handlers.ts';
import { chosen } from './arbitraries.ts';
import { effectiveOf } from './effective.ts';
import { rememberHashes, repeatSalts } from './fast-hash.ts';
import { FaultyArea } from './faulty-area.ts';

rememberHashes();
repeatSalts();

const PINS = ['2468', '1357'] as const;
const HOUR = 3_600_000;

/** What a person at the keyboard can do. They type the right PIN, a wrong one, or none. */
type Step =
  | { do: 'change'; changes: Chosen; pin: string | undefined }
  | { do: 'import'; changes: Chosen; pin: string | undefined }
  | { do: 'set-pin'; newPin: string; pin: string | undefined }
  | { do: 'remove-pin'; pin: string | undefined }
  | { do: 'cancel' | 'look' | 'export' | 'welcomed' | 'acknowledge' | 'private-window' }
  /** Real time passes, and the clock shows it. */
  | { do: 'wait'; ms: number }
  /** The person sets the clock while the browser runs. */
  | { do: 'set-clock'; ms: number }
  | { do: 'new-worker' | 'new-browser' };

const pin = fc.constantFrom(undefined, ...PINS, ...PINS, '0000', '');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('change' as const), changes: chosen, pin }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import' as const), changes: chosen, pin }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('set-pin' as const), newPin: fc.constantFrom(...PINS), pin }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove-pin' as const), pin }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel', 'look', 'export', 'welcomed', 'acknowledge', 'private-window' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(1_000, 30_000, HOUR, 24 * HOUR, 200 * HOUR),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('set-clock' as const),
      ms: fc.constantFrom(-400 * HOUR, 400 * HOUR),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('new-worker' as const, 'new-browser' as const) }) },
);

/** A loosening that waits, as seen by an observer with an independent clock. */
interface Seen {
  since: number;
  hours: number;
  keys: string[];
}

/** The real handlers with the real store, and what an observer knows about them. */
class House {
  area = new FaultyArea();
  now: Reading = { wall: 1e12, monotonic: 0, worker: 'w', browser: 'b' };
  /** Milliseconds that have really passed. */
  time = 0;
  ids = 0;
  store!: SettingsStore;
  handlers!: SettingsHandlers;
  /** The current PIN, or null. */
  pin: string | null = null;
  closedUntil = 0;
  seen = new Map<string, Seen>();

  /** Every kind of loosening that was allowed and took place. */
  loosened: Set<string>;

  constructor(loosened: Set<string>) {
    this.loosened = loosened;
    this.start();
  }

  start(): void {
    this.store = createSettingsStore(this.area);
    this.handlers = this.openHandlers(false);
  }

  openHandlers(readOnly: boolean): SettingsHandlers {
    return createSettingsHandlers({
      store: this.store,
      readOnly,
      read: async () => this.now,
      effective: async (settings) => effectiveOf(settings),
      newId: () => `wait-${++this.ids}`,
      changed: () => {},
    });
  }

  async settings(): Promise<Settings> {
    return (await this.store.load()).settings;
  }

  pass(ms: number): void {
    this.time += ms;
    this.now = { ...this.now, wall: this.now.wall + ms, monotonic: this.now.monotonic + ms };
  }

  async ask(asked: Step): Promise<OutcomeOf<Answers['pin/set'] | Answers['settings/import']> | null> {
    const { handlers } = this;
    switch (asked.do) {
      case 'change':
        return handlers['settings/change']({ changes: asked.changes, pin: asked.pin });
      case 'import': {
        const choices = JSON.stringify(asked.changes);
        const text = `{"format":"second-thought-settings","version":1,"choices":${choices}}`;
        return handlers['settings/import']({ text, pin: asked.pin });
      }
      case 'set-pin':
        return handlers['pin/set']({ newPin: asked.newPin, pin: asked.pin });
      case 'remove-pin':
        return handlers['pin/remove']({ pin: asked.pin });
      case 'cancel': {
        const id = (await this.settings()).pending[0]?.id ?? 'none';
        await handlers['settings/cancel']({ id });
        return null;
      }
      case 'private-window': {
        const own = this.openHandlers(true);
        const before = JSON.stringify([...this.area.items]);
        await own['settings/change']({
          changes: { mode: 'educate', exemptions: ['b.example'] },
          pin: PINS[0],
        });
        await own['pin/remove']({ pin: PINS[0] });
        await own.tick();
        expect(JSON.stringify([...this.area.items])).toBe(before);
        return null;
      }
      case 'set-clock':
        this.now = { ...this.now, wall: this.now.wall + asked.ms };
        await handlers.tick();
        return null;
      case 'wait':
        this.pass(asked.ms);
        await handlers.tick();
        return null;
      case 'new-worker':
      case 'new-browser':
        await handlers.tick();
        this.now = { ...this.now, worker: `${this.now.worker}'`, monotonic: 0 };
        if (asked.do === 'new-browser') this.now = { ...this.now, browser: `${this.now.browser}'` };
        this.start();
        // As the worker does when it starts. Until then, a clock that is set forward counts for at most a minute and a half
        // (elapsed-timer.test.ts), and after a new start of the browser it cannot be distinguished from time.
        await this.handlers.tick();
        return null;
      case 'export':
        await handlers['settings/export']({});
        return null;
      case 'welcomed':
        await handlers['settings/welcomed']({});
        return null;
      case 'acknowledge':
        await handlers['settings/acknowledge']({});
        return null;
      default:
        await handlers['settings/get']({});
        await handlers.tick();
        return null;
    }
  }

  /** Takes one step, and checks what must be true after it. */
  async take(asked: Step): Promise<void> {
    const before = await this.settings();
    const typed = 'pin' in asked ? asked.pin : undefined;
    const closed = this.time < this.closedUntil;
    const knows = this.pin === null || (typed === this.pin && !closed);
    const answer = await this.ask(asked);
    const after = await this.settings();

    // A wait that is gone and was not canceled has ended. It must not end before its time.
    const ended = before.pending.filter(({ id }) => !after.pending.some((one) => one.id === id));
    const due = new Set<string>();
    for (const { id } of ended) {
      const wait = this.seen.get(id);
      if (wait && this.time - wait.since >= wait.hours * HOUR) for (const key of wait.keys) due.add(key);
    }

    const hours = choicesOf(before.chosen).promiseHours;
    const reasons = loosens(comparable(before), comparable(after));
    for (const { why } of reasons) this.loosened.add(why);
    const loosened = reasons.filter(({ key }) => !due.has(key));
    if (loosened.length > 0) {
      const what = JSON.stringify({ asked, loosened });
      expect(knows, `loosened without the PIN: ${what}`).toBe(true);
      // A new PIN is no looser than the old one. Setting it needs the old PIN, but no wait.
      if (asked.do !== 'set-pin') expect(hours, `loosened without the wait: ${what}`).toBe(0);
    }
    for (const { id, to, removePin } of after.pending) {
      if (this.seen.has(id)) continue;
      expect(knows, `a wait began without the PIN: ${JSON.stringify(asked)}`).toBe(true);
      this.seen.set(id, {
        since: this.time,
        hours,
        keys: [...Object.keys(to), ...(removePin ? ['lock'] : [])],
      });
    }

    if (answer?.is === 'must-wait') expect(closed).toBe(true);
    if (answer?.is === 'wrong-pin') {
      // Each wrong PIN counts. From the fifth on, no PIN is accepted for a while, not even the right one.
      expect([knows, closed]).toEqual([false, false]);
      expect(after.attempts.failed).toBe(before.attempts.failed + 1);
      this.closedUntil = this.time + waitAfter(after.attempts.failed);
    } else if (after.attempts.failed < before.attempts.failed) {
      expect(knows || due.has('lock')).toBe(true);
    }

    if (after.lock === null) this.pin = null;
    else if (asked.do === 'set-pin' && answer?.is === 'applied') this.pin = asked.newPin;
    expect(after.lock === null).toBe(this.pin === null);
  }
}

/** Settings as `loosens` compares them. A stored PIN is the same PIN if its hash is the same. */
const comparable = ({ chosen: choices, lock }: Settings) => ({ chosen: choices, lock: lock?.hash ?? null });

test('no sequence of messages loosens without the PIN and the wait, whatever the clocks say', async () => {
  const loosened = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const house = new House(loosened);
      for (const one of steps) await house.take(one);
    }),
    { numRuns: 60 },
  );
  // The test would prove nothing if nothing were ever loosened.
  expect(loosened.size).toBeGreaterThan(5);
});
