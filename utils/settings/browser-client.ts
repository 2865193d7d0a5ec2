/** The edge: how a page of ours asks the worker. */
import { browser } from 'wxt/browser';
import { answerOrThrow } from '../messages.ts';
import type { SettingsClient } from './messages.ts';

export const settingsClient: SettingsClient = {
  ask: async (name, input) => answerOrThrow(await browser.runtime.sendMessage({ type: name, ...input })),
};
