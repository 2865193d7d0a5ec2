/** The edge: how a page of ours asks the worker. */
import { browser } from 'wxt/browser';
import type { SettingsClient } from './messages.ts';

export const settingsClient: SettingsClient = {
  ask: (name, input) => browser.runtime.sendMessage({ type: name, ...input }),
};
