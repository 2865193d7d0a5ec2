/** Receives every message, checks its sender and its content, and passes it to its handler. */

import { browser } from '../../extension-api.ts';
import type { Answers, Refusal } from '../../messages/answers.ts';
import {
  checkedInput,
  type GuardRequest,
  type Input,
  type NoticeRequest,
  type RequestName,
  type SettingsRequest,
  typeOf,
} from '../../messages/requests.ts';
import { pageUrl } from '../../page-url.ts';
import { apply, finishApplying } from '../apply.ts';
import { withView } from '../settings/create-handlers.ts';
import { settingsHandlers } from '../settings/settings-handlers.ts';
import { readReport } from '../status/report.ts';
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

/** The pages that may read and change settings. The notice is not among them, because a web page can open it. */
const SETTINGS_PAGES = ['/options.html', '/popup.html', '/welcome.html'] as const;
/** Further pages that may send a single request, by request. */
const ASKS_ONLY: Readonly<Record<string, readonly string[]>> = { 'settings/get': ['/deploy.html'] };

/** The handlers of one kind of request; `from` is what the browser reports about the sender. */
type Table<Names extends RequestName, From> = {
  [Name in Names]: (input: Input<Name>, from: From) => Promise<Answers[Name]>;
};

const GUARD: Table<GuardRequest, Sender> = {
  'guard/ask': ({ overlayId }, sender) => answerGuard(sender, overlayId),
  'guard/leave': (_, sender) => guardLeaves(sender),
};

const NOTICE: Table<NoticeRequest, number> = {
  'notice/opened': ({ address, visible }, tabId) => noticeOpened(tabId, address, visible),
  'notice/visible': ({ visible }, tabId) => noticeVisible(tabId, visible),
  'notice/left': (_, tabId) => noticeLeft(tabId),
  'notice/mistake': ({ address }, tabId) => noticeMistake(tabId, address),
  'notice/place': async (place) => {
    const changes = checkedInput('settings/change', { changes: place });
    const { is } = await settingsHandlers['settings/change'](changes);
    return { saved: is === 'applied' || is === 'unchanged' };
  },
  'notice/continue': ({ address, pin }, tabId) => noticeContinue(tabId, address, pin),
};

const SETTINGS: Table<SettingsRequest, null> = {
  ...withView(settingsHandlers),
  'status/get': async (input) => {
    // The popup may have started this worker, and nothing has been applied since the extension was loaded.
    if ((await readReport()) === null) await finishApplying().catch(() => undefined);
    return status(input);
  },
  'status/reapply': async () => {
    await apply();
    return status({});
  },
};

/** Starts answering. Must be called in the worker's first turn. */
export function answerMessages(): void {
  // Chromium does not accept a promise from a listener; `true` keeps the channel open for the answer.
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
  const type = typeOf(message);
  if (type.startsWith('guard/')) return answerWith(GUARD, type, message, sender);
  if (type.startsWith('notice/')) {
    const tabId = noticeTab(sender);
    if (tabId === null) throw new Error(`"${type}" may only be asked by a notice`);
    return answerWith(NOTICE, type, message, tabId);
  }
  const pages = [...SETTINGS_PAGES, ...(Object.hasOwn(ASKS_ONLY, type) ? (ASKS_ONLY[type] ?? []) : [])];
  if (!isOneOf(sender, pages.map(pageUrl))) throw new Error(`"${type}" may not be asked from here`);
  return answerWith(SETTINGS, type, message, null);
}

function answerWith<Names extends RequestName, From>(
  table: Table<Names, From>,
  type: string,
  message: unknown,
  from: From,
): Promise<unknown> {
  if (!Object.hasOwn(table, type)) throw new Error(`"${type}" is not a message`);
  const name = type as Names;
  return table[name](checkedInput(name, message as object), from);
}
