/** Answers the settings requests: the only way from a page to the stored settings. */
import type { Answers, OutcomeOf, SettingsView } from '../../messages/answers.ts';
import type { Input, SettingsRequest } from '../../messages/requests.ts';
import type { EffectiveConfig } from '../../policy/types.ts';
import { exportSettings, previewImport, readBackup } from '../../settings/backup.ts';
import { type Change, type ChangeContext, requestChange } from '../../settings/change.ts';
import { removePin, setPin } from '../../settings/change-pin.ts';
import { cancelWait, tick, waitSeconds } from '../../settings/cooling-off.ts';
import { type Reading, secondsLeft } from '../../settings/elapsed-timer.ts';
import { policyKeys } from '../../settings/layer.ts';
import { loosens } from '../../settings/loosens.ts';
import { passTime } from '../../settings/pin.ts';
import { pinProblem } from '../../settings/pin-rules.ts';
import { type Chosen, choicesOf, type Settings } from '../../settings/schema.ts';
import type { Loaded, SettingsStore } from '../../settings/store.ts';

/** What the handlers need from the worker. */
export interface SettingsHandlerTools {
  store: SettingsStore;
  /** True in a private window's own worker (Chromium, split mode): two writers of one storage could harm each other. */
  readOnly: boolean;
  /** Reads the clocks. */
  read: () => Promise<Reading>;
  /** The effective config with these settings. */
  effective: (settings: Settings) => Promise<EffectiveConfig>;
  /** A new name for a wait. */
  newId: () => string;
  /** Called after every write, so that rules and scripts follow. */
  changed: (settings: Settings) => void | Promise<void>;
}

type HandledRequest = Exclude<SettingsRequest, `status/${string}`>;

export type SettingsHandlers = {
  [Name in HandledRequest]: (input: Input<Name>) => Promise<OutcomeOf<Answers[Name]>>;
} & {
  /** Advances the waits by one look at the clocks. Called at the start, and by an alarm each minute while something waits. */
  tick(): Promise<{ due: string[]; waiting: boolean }>;
};

/** @param tools - see `SettingsHandlerTools`. */
export function createSettingsHandlers(tools: SettingsHandlerTools): SettingsHandlers {
  const { store, newId } = tools;

  /** Looks at the clocks first, so that a wait that is over counts before anything else is decided. */
  async function update<Result>(
    change: (current: Settings, context: ChangeContext) => Promise<{ settings: Settings; result: Result }>,
    pin?: string,
  ): Promise<Result> {
    let before: Settings | undefined;
    const { settings, result } = await store.update(async (stored) => {
      before = stored;
      const now = await tools.read();
      const current = { ...tick(stored, now).settings, attempts: passTime(stored.attempts, now) };
      const keys = policyKeys(await tools.effective(current));
      const done = await change(current, { pin, now, policyKeys: keys, id: newId() });
      return done.settings === current && current.pending.length === stored.pending.length
        ? { settings: stored, result: done.result }
        : done;
    });
    if (settings !== before) await tools.changed(settings);
    return result;
  }

  const importFile = (text: string, pin: string | undefined) =>
    update<OutcomeOf<Answers['settings/import']>>(async (current, context) => {
      const backup = readBackup(text);
      if (!backup.ok) return { settings: current, result: { is: 'bad-file', problem: backup.problem } };
      const { changes } = previewImport(current, backup, context.policyKeys);
      return requestChange(current, changes, context);
    }, pin);

  const handlers: SettingsHandlers = {
    'settings/get': async () => {
      // A page must not show a wait that is over.
      if (!tools.readOnly) await handlers.tick();
      const loaded = await store.load();
      return view(loaded, await tools.read(), await tools.effective(loaded.settings));
    },
    'settings/change': ({ changes, pin }) =>
      update((current, context) => requestChange(current, changes as Chosen, context), pin),
    'settings/cancel': ({ id }) =>
      update(async (current) => {
        const settings = cancelWait(current, id);
        return { settings, result: { cancelled: settings !== current } };
      }),
    'settings/welcomed': () =>
      update(async (current) => ({
        settings: current.welcomed ? current : { ...current, welcomed: true },
        result: { welcomed: true },
      })),
    'settings/acknowledge': async () => {
      await store.acknowledge();
      return { acknowledged: true };
    },
    'settings/export': async () => {
      const { settings } = await store.load();
      const today = new Date((await tools.read()).wall).toISOString().slice(0, 10);
      return { text: exportSettings(settings, today), name: `second-thought-settings-${today}.json` };
    },
    'settings/preview-import': async ({ text }) => {
      const backup = readBackup(text);
      if (!backup.ok) return backup;
      const { settings } = await store.load();
      const keys = policyKeys(await tools.effective(settings));
      return { ok: true, ...previewImport(settings, backup, keys).preview };
    },
    'settings/import': ({ text, pin }) => importFile(text, pin),
    'pin/set': async ({ newPin, pin }) => {
      const problem = pinProblem(newPin);
      if (problem) return { is: 'bad-pin', problem };
      return update((current, context) => setPin(current, newPin, context), pin);
    },
    'pin/remove': ({ pin }) =>
      update((current, context): Promise<Change> => removePin(current, context), pin),
    tick: async () => {
      let due: string[] = [];
      const { settings } = await store.update(async (stored) => {
        if (stored.pending.length === 0 && !stored.attempts.wait) return { settings: stored, result: null };
        const now = await tools.read();
        const ticked = tick(stored, now);
        due = ticked.due;
        const attempts = passTime(stored.attempts, now);
        return { settings: { ...ticked.settings, attempts }, result: null };
      });
      if (due.length > 0) await tools.changed(settings);
      return { due, waiting: settings.pending.length > 0 || settings.attempts.wait !== null };
    },
  };
  return tools.readOnly ? { ...handlers, ...REFUSING } : handlers;
}

/** Requests that change what a page shows: their answers contain the new settings. */
const CHANGING = [
  'settings/change',
  'settings/cancel',
  'settings/acknowledge',
  'settings/import',
  'pin/set',
  'pin/remove',
] as const satisfies readonly HandledRequest[];

/** @returns handlers whose answers contain the resulting settings too, so that a click costs one message. */
export function withView(handlers: SettingsHandlers): {
  [Name in HandledRequest]: (input: Input<Name>) => Promise<Answers[Name]>;
} {
  const changing = CHANGING.map((name) => [
    name,
    async (input: never) => {
      const outcome = await handlers[name](input);
      return { outcome, view: await handlers['settings/get']({}) };
    },
  ]);
  return { ...handlers, ...Object.fromEntries(changing) };
}

/** What a private window's worker answers where the regular one would write. */
const REFUSING = {
  'settings/change': async () => ({ is: 'private-window' }),
  'settings/import': async () => ({ is: 'private-window' }),
  'pin/set': async () => ({ is: 'private-window' }),
  'pin/remove': async () => ({ is: 'private-window' }),
  'settings/cancel': async () => ({ cancelled: false }),
  'settings/welcomed': async () => ({ welcomed: true }),
  'settings/acknowledge': async () => ({ acknowledged: true }),
  tick: async () => ({ due: [], waiting: false }),
} satisfies Partial<SettingsHandlers>;

function view({ settings, recovered }: Loaded, now: Reading, effective: EffectiveConfig): SettingsView {
  const { wait } = passTime(settings.attempts, now);
  return {
    choices: choicesOf(settings.chosen),
    chosen: Object.keys(settings.chosen) as SettingsView['chosen'],
    policyKeys: policyKeys(effective),
    pinSet: settings.lock !== null,
    pinWaitSeconds: wait ? secondsLeft(wait) : 0,
    waits: tick(settings, now).settings.pending.map((one) => ({
      id: one.id,
      secondsLeft: waitSeconds(one),
      reasons: one.removePin
        ? [{ why: 'pin', key: 'lock' }]
        : loosens({ chosen: one.from }, { chosen: { ...one.from, ...one.to } }),
    })),
    welcomed: settings.welcomed,
    recovered,
    effective,
  };
}
