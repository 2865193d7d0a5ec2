/** How pages speak to the worker. */
import { browser } from './extension-api.ts';
import type { Send } from './messages.ts';

export const send: Send = (type, request) => browser.runtime.sendMessage({ type, ...request });
