/** Takes every message: checks who sends it and what it holds, and hands it to the one that answers. */

import * as z from 'zod/mini';
import { browser } from '../../extension-api.ts';
import type { Answer, MessageType, Refusal } from '../../messages.ts';
import { pageUrl } from '../../page-url.ts';
import type { ChangeOutcome } from '../../settings/change.ts';
import { settingsRequests } from '../../settings/messages.ts';
import { apply } from '../apply.ts';
import { settingsHandlers } from '../settings/settings-handlers.ts';
import { status } from '../status/status.ts';
import { answerGuard, guardLeaves } from './guard-handlers.ts';
import {
  noticeContinue,
  noticeLeft,
  noticeMistake,
  noticeOpened,
  noticeTab,
  noticeVisible,
} from './notice-handlers.ts';
import { isOneOf, type Sender } from './sender.ts';

/** Longer than any address a browser opens (Chromium: 2 MB). */
const address = z.nullable(z.string().check(z.maxLength(2_100_000)));
const guardAsk = z.object({ overlayId: z.string().check(z.maxLength(32)) });
const noticeRequests = {
  'notice/opened': z.object({ address, visible: z.boolean() }),
  'notice/visible': z.object({ visible: z.boolean() }),
  'notice/left': z.object({}),
  'notice/mistake': z.object({ address }),
  'notice/place': z.object({ country: z.string(), region: z.string() }),
  'notice/continue': z.object({ address, pin: z.optional(z.string().check(z.maxLength(256))) }),
} as const;

/** The pages that may read and change settings, and those that may only ask one thing. The notice is not among them: a web page can open it. */
const SETTINGS_PAGES = ['/options.html', '/popup.html', '/welcome.html'] as const;
const ASKS_ONLY: Readonly<Record<string, readonly string[]>> = { 'settings/get': ['/deploy.html'] };

/** Starts answering. Must be called in the worker's first turn. */
export function answerMessages(): void {
  // Chromium takes no promise from a listener: `true` keeps the channel open for the answer.
  const listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => {
    // Another extension's messages do not arrive here, but a check costs nothing.
    if (sender.id !== browser.runtime.id) return undefined;
    answer(message, sender).then(respond, (error: Error) =>
      respond({ refused: error.message } satisfies Refusal),
    );
    return true as const;
  };
  browser.runtime.onMessage.addListener(listener);
}

async function answer(message: unknown, sender: Sender): Promise<unknown> {
  const { type } = z.parse(z.object({ type: z.string() }), message);
  if (type === 'guard/leave') return guardLeaves(sender);
  if (type === 'guard/ask') return answerGuard(sender, z.parse(guardAsk, message).overlayId);
  if (type.startsWith('notice/')) return answerNotice(type, message, sender);
  const pages = [...SETTINGS_PAGES, ...(Object.hasOwn(ASKS_ONLY, type) ? (ASKS_ONLY[type] ?? []) : [])];
  if (!isOneOf(sender, pages.map(pageUrl))) throw new Error(`"${type}" may not be asked from here`);
  return answerSettings(type, message);
}

async function answerNotice(type: string, message: unknown, sender: Sender): Promise<Answer<MessageType>> {
  const tabId = noticeTab(sender);
  if (tabId === null) throw new Error(`"${type}" may only be asked by a notice`);
  switch (type) {
    case 'notice/opened': {
      const { address, visible } = z.parse(noticeRequests[type], message);
      return noticeOpened(tabId, address, visible);
    }
    case 'notice/visible':
      return noticeVisible(tabId, z.parse(noticeRequests[type], message).visible);
    case 'notice/left':
      return noticeLeft(tabId);
    case 'notice/mistake':
      return noticeMistake(tabId, z.parse(noticeRequests[type], message).address);
    case 'notice/place':
      return savePlace(z.parse(noticeRequests[type], message));
    case 'notice/continue': {
      const { address, pin } = z.parse(noticeRequests[type], message);
      return noticeContinue(tabId, address, pin);
    }
    default:
      throw new Error(`"${type}" is not a message`);
  }
}

async function savePlace(changes: { country: string; region: string }): Promise<{ saved: boolean }> {
  const { is } = (await answerSettings('settings/change', { changes })) as ChangeOutcome;
  return { saved: is === 'applied' || is === 'unchanged' };
}

async function answerSettings(type: string, message: unknown): Promise<unknown> {
  if (!Object.hasOwn(settingsRequests, type)) throw new Error(`"${type}" is not a message`);
  const name = type as keyof typeof settingsRequests;
  const { type: _, ...input } = message as Record<string, unknown>;
  const checked = z.parse(settingsRequests[name], input);
  if (name === 'status/get') return status(checked as { tabId?: number });
  if (name === 'status/mend') {
    await apply();
    return status({});
  }
  return settingsHandlers[name](checked as never);
}
