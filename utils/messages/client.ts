/** The one way from a page of ours to the worker. */
import { browser } from '../extension-api.ts';
import { answerOrThrow, type WorkerClient } from './answers.ts';

export const workerClient: WorkerClient = {
  ask: async (name, input) => answerOrThrow(await browser.runtime.sendMessage({ type: name, ...input })),
};
