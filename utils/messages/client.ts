/** Sends requests from the extension's own pages to the worker; the pages use no other way. */
import { browser } from '../extension-api.ts';
import { answerOrThrow, type WorkerClient } from './answers.ts';

export const workerClient: WorkerClient = {
  ask: async (name, input) => answerOrThrow(await browser.runtime.sendMessage({ type: name, ...input })),
};
