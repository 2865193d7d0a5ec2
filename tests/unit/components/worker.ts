/** Runs the real settings handlers with storage in memory, as a client for pages under test. */

import type { Status, WorkerClient } from '../../../utils/messages/answers.ts';
import { type RequestName, requests } from '../../../utils/messages/requests.ts';
import type { Chosen } from '../../../utils/settings/schema.ts';
import { createSettingsStore } from '../../../utils/settings/store.ts';
import { createSettingsHandlers, withView } from '../../../utils/worker/settings/create-handlers.ts';
import { effectiveOf } from '../settings/effective.ts';
import { FaultyArea } from '../settings/faulty-area.ts';

export const FINE: Status = {
  problems: [],
  managed: false,
  policy: { receivedAt: null, fromMemory: false, failure: null, installs: false },
  hostAccess: true,
  privateWindows: 'covered',
  listVersion: '2026-11-20',
  rules: { wanted: 12, held: 12, notApplied: [], ownLines: [] },
  extensionVersion: '0.1.0',
  tab: { is: 'not-listed' },
};

/** @param chosen - the person's earlier choices. @param policy - managed keys, if any. */
export async function startWorker(chosen: Chosen = {}, policy: Record<string, unknown> = {}) {
  const area = new FaultyArea();
  const store = createSettingsStore(area);
  const clock = { wall: Date.parse('2026-11-21T12:00:00Z'), monotonic: 0, worker: 'w', browser: 'b' };
  let ids = 0;
  const handlers = createSettingsHandlers({
    store,
    readOnly: false,
    read: async () => ({ ...clock }),
    effective: async (settings) => effectiveOf(settings, policy),
    newId: () => `wait-${++ids}`,
    changed: () => {},
  });
  const answers = withView(handlers);
  await store.update((current) => ({ settings: { ...current, chosen }, result: null }));
  const worker = {
    area,
    store,
    clock,
    status: FINE,
    /** Set this to make the worker not answer. */
    silent: false,
    /** Awaited before each answer. Set this to make the worker slow. */
    held: Promise.resolve(),
    asked: [] as RequestName[],
    onReapply: () => {},
    choices: async () => (await store.load()).settings.chosen,
  };
  const client: WorkerClient = {
    ask: async (name, input) => {
      worker.asked.push(name);
      if (worker.silent) throw new Error('Could not establish connection.');
      requests[name].parse(input);
      await worker.held;
      if (name === 'status/reapply') worker.onReapply();
      if (name === 'status/get' || name === 'status/reapply') return worker.status as never;
      return answers[name as keyof typeof answers](input as never) as never;
    },
  };
  return Object.assign(worker, { client });
}
