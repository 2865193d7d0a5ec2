/** How pages speak to the worker. */
import { browser } from './extension-api.ts';
import { answerOrThrow, type Send } from './messages.ts';

export const send: Send = async (type, request) =>
  answerOrThrow(await browser.runtime.sendMessage({ type, ...request }));
