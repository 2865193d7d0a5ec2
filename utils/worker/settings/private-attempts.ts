/** Counts wrong PINs on notices in private windows. The private worker stores the count under a key that it alone writes. */
import { browser } from '../../extension-api.ts';
import { type PinGate, passPin } from '../../settings/change.ts';
import type { Reading } from '../../settings/elapsed-timer.ts';
import { type Attempts, passTime, UNREADABLE_ATTEMPTS } from '../../settings/pin.ts';
import { freshSettings, type Settings, settingsSchema } from '../../settings/schema.ts';

const KEY = 'private-attempts';

let queue: Promise<unknown> = Promise.resolve();

/**
 * Checks the PIN as the regular worker does, with a count and a wait of its own that survive a restart. A wait that
 * runs in ordinary windows applies here too.
 * @returns why to stop, or null. A wrong try is stored before this resolves.
 */
export function passPinInPrivate(
  settings: Settings,
  pin: string | undefined,
  now: Reading,
): Promise<PinGate['stop']> {
  const attempt = queue.then(async () => {
    const regular = passTime(settings.attempts, now);
    if (regular.wait) {
      const held = await passPin({ ...settings, attempts: regular }, [], { pin, now });
      return held.stop;
    }
    const before = await read();
    const gate = await passPin({ ...settings, attempts: before }, [], { pin, now });
    if (gate.settings.attempts !== before) await write(gate.settings.attempts);
    return gate.stop;
  });
  queue = attempt.catch(() => undefined);
  return attempt;
}

/** Advances the wait by one look at the clocks. @returns whether a wait is still running. */
export function tickInPrivate(now: Reading): Promise<boolean> {
  const look = queue.then(async () => {
    const before = await read();
    if (!before.wait) return false;
    const after = passTime(before, now);
    await write(after);
    return after.wait !== null;
  });
  queue = look.catch(() => undefined);
  return look;
}

async function read(): Promise<Attempts> {
  const held = (await browser.storage.local.get(KEY))[KEY];
  if (held === undefined) return freshSettings().attempts;
  const attempts = settingsSchema.shape.attempts.safeParse(held);
  return attempts.success ? attempts.data : UNREADABLE_ATTEMPTS;
}

async function write(attempts: Attempts): Promise<void> {
  await browser.storage.local.set({ [KEY]: attempts });
}
