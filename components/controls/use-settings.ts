/** Gives a page the settings: loads them, requests changes, asks for the PIN if it is needed, and reports the outcome. */
import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { inTurn } from '../../utils/in-turn.ts';
import type { Changed, SettingsView, WorkerClient } from '../../utils/messages/answers.ts';
import type { ChangeOutcome } from '../../utils/settings/change.ts';
import type { LooseningReason } from '../../utils/settings/loosens.ts';
import type { Chosen } from '../../utils/settings/schema.ts';
import { useRefreshOnReturn } from './use-refresh-on-return.ts';

/** The message in the live region. `seconds` is for messages that name a wait. */
interface SavedMessage {
  key:
    | 'saved'
    | 'savedWaits'
    | 'waits'
    | 'unchanged'
    | 'notChanged'
    | 'refused'
    | 'privateWindow'
    | 'failed'
    | 'undone'
    | 'cancelled';
  seconds?: number;
  undo?: Chosen;
}

/** A PIN is required. `answer(null)` cancels. */
export interface PinPrompt {
  reasons: LooseningReason[];
  /** Why the last PIN was refused. */
  problem: { is: 'wrong-pin' } | { is: 'must-wait'; seconds: number } | null;
  answer: (pin: string | null) => void;
}

/** Any request that may ask for the PIN. Other outcomes are returned unchanged. */
type Attempt<Outcome> = (pin?: string) => Promise<Changed<Outcome | ChangeOutcome>>;

export interface SettingsState {
  /** Null until the worker has answered. */
  view: SettingsView | null;
  /** Whether the worker does not answer. */
  unreachable: boolean;
  said: SavedMessage | null;
  prompt: PinPrompt | null;
  /** Derive the changes from the newest settings if they depend on them: another change may be under way. */
  save: (changes: Chosen | ((now: SettingsView) => Chosen)) => Promise<ChangeOutcome | null>;
  /**
   * Runs another kind of request with the same PIN prompt and messages. Null if it was given up or failed.
   * @param name - what is asked for: a second request of that name joins the first, if that is the newest and has not ended. Null if
   *   each press asks for something else.
   */
  run: <Outcome extends { is: string }>(
    attempt: Attempt<Outcome>,
    name: string | null,
  ) => Promise<Outcome | ChangeOutcome | null>;
  undo: () => Promise<void>;
  cancelWait: (id: string) => Promise<void>;
  reload: () => Promise<void>;
  /** Clears a message that belongs to an earlier step, unless it says that something was not saved. */
  hush: () => void;
}

/** @param client - asks the worker, which makes every decision. */
export function useSettings(client: WorkerClient): SettingsState {
  // Signals, because a request that waits for a PIN needs the present value, not the one from its own rendering.
  const view = useSignal<SettingsView | null>(null);
  const unreachable = useSignal(false);
  const said = useSignal<SavedMessage | null>(null);
  const prompt = useSignal<PinPrompt | null>(null);
  const reasons = useRef<LooseningReason[]>([]);
  /** There is one PIN dialog, and a second request would take it from the first, which then never ends. */
  const queued = useMemo(inTurn, []);
  const once = useMemo(onceAtATime, []);

  const show = useCallback(
    (now: SettingsView) => {
      view.value = now;
      unreachable.value = false;
    },
    [view, unreachable],
  );

  const reload = useCallback(async () => {
    try {
      show(await client.ask('settings/get', {}));
    } catch {
      unreachable.value = true;
    }
  }, [client, show, unreachable]);

  useEffect(() => {
    void reload();
  }, [reload]);

  // In turn, so that a press that gives the window the focus is based on the newest settings.
  useRefreshOnReturn(() => void queued(reload));

  const askPin = (problem: PinPrompt['problem']) =>
    new Promise<string | null>((resolve) => {
      prompt.value = { reasons: reasons.current, problem, answer: resolve };
    });

  const runNow = async <Outcome extends { is: string }>(
    attempt: Attempt<Outcome>,
  ): Promise<Outcome | ChangeOutcome | null> => {
    // A screen reader reads the same words again only if they were removed in between.
    said.value = null;
    const tryOnce = async (pin?: string) => {
      const changed = await attempt(pin);
      show(changed.view);
      return changed.outcome;
    };
    try {
      let outcome = await tryOnce();
      for (;;) {
        if (outcome.is === 'needs-pin') reasons.current = (outcome as NeedsPin).reasons;
        const problem = pinProblemOf(outcome);
        if (outcome.is !== 'needs-pin' && !problem) break;
        const pin = await askPin(problem);
        if (pin === null) {
          said.value = { key: 'notChanged' };
          return null;
        }
        // Removed in between, for the same reason: the next PIN may be wrong as well.
        if (prompt.value) prompt.value = { ...prompt.value, problem: null };
        outcome = await tryOnce(pin);
      }
      said.value = sayOutcome(outcome as ChangeOutcome) ?? null;
      return outcome;
    } catch {
      said.value = { key: 'failed' };
      // The present settings are unknown.
      await reload();
      return null;
    } finally {
      prompt.value = null;
    }
  };

  const run: SettingsState['run'] = (attempt, name) => once(name, () => queued(() => runNow(attempt)));

  const save: SettingsState['save'] = (wanted) =>
    run<ChangeOutcome>(
      (pin) => {
        const changes = typeof wanted === 'function' ? wanted(view.value as SettingsView) : wanted;
        return client.ask('settings/change', pin === undefined ? { changes } : { changes, pin });
      },
      typeof wanted === 'function' ? null : JSON.stringify(wanted),
    );

  return {
    view: view.value,
    unreachable: unreachable.value,
    said: said.value,
    prompt: prompt.value,
    save,
    run,
    undo: async () => {
      const before = said.value?.undo;
      if (!before) return;
      const outcome = await save(before);
      if (outcome?.is === 'applied') said.value = { key: 'undone' };
    },
    cancelWait: (id) =>
      once(`cancel ${id}`, async () => {
        try {
          const { outcome, view: now } = await client.ask('settings/cancel', { id });
          show(now);
          // Not cancelled if the wait is already over, or in a private window.
          said.value = { key: outcome.cancelled ? 'cancelled' : 'notChanged' };
        } catch {
          said.value = { key: 'failed' };
          await reload();
        }
      }),
    reload,
    hush: () => {
      if (said.value?.key !== 'failed') said.value = null;
    },
  };
}

/**
 * @returns a function that starts what it is given, unless what it started last has the same name and has not ended. So a button that
 *   is pressed twice asks once, and a choice that is taken back and made again is asked for again.
 */
function onceAtATime() {
  let newest: { name: string | null; result: Promise<unknown> } | null = null;
  return <Result>(name: string | null, start: () => Promise<Result>): Promise<Result> => {
    if (newest && name !== null && newest.name === name) return newest.result as Promise<Result>;
    const result = start();
    const mine = { name, result };
    newest = mine;
    const end = () => {
      if (newest === mine) newest = null;
    };
    result.then(end, end);
    return result;
  };
}

type NeedsPin = Extract<ChangeOutcome, { is: 'needs-pin' }>;

function pinProblemOf(outcome: { is: string }): PinPrompt['problem'] {
  if (outcome.is === 'wrong-pin') return { is: 'wrong-pin' };
  if (outcome.is === 'must-wait') return outcome as { is: 'must-wait'; seconds: number };
  return null;
}

function sayOutcome(outcome: ChangeOutcome): SavedMessage | undefined {
  switch (outcome.is) {
    case 'applied': {
      const undo = Object.keys(outcome.undo).length > 0 ? { undo: outcome.undo } : {};
      if (!outcome.waits) return { key: 'saved', ...undo };
      return { key: 'savedWaits', seconds: outcome.waits.seconds, ...undo };
    }
    case 'needs-wait':
      return { key: 'waits', seconds: outcome.waits.seconds };
    case 'unchanged':
      return { key: 'unchanged' };
    case 'refused':
      return { key: 'refused' };
    case 'private-window':
      return { key: 'privateWindow' };
    default:
      return undefined;
  }
}
