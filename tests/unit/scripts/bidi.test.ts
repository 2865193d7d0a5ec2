/** Tests that a question that Firefox leaves open is asked once more, with a warning, and that an error counts as an answer. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Bidi } from '../../../scripts/browser/bidi.ts';

/** Firefox's answer to the nth `browsingContext.getTree`; null for no answer. */
let answers: (object | null)[] = [];
let asked = 0;

class FakeSocket extends EventTarget {
  constructor() {
    super();
    queueMicrotask(() => this.dispatchEvent(new Event('open')));
  }
  send(text: string): void {
    const { id, method } = JSON.parse(text) as { id: number; method: string };
    const tree = () => answers[asked++] ?? null;
    const answer =
      method === 'session.new'
        ? { type: 'success', result: { capabilities: { browserName: 'firefox', browserVersion: '1' } } }
        : tree();
    if (answer) queueMicrotask(() => this.#answer({ id, ...answer }));
  }
  #answer(message: object): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }));
  }
}

const TREE = { type: 'success', result: { contexts: [] } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.spyOn(process, 'emitWarning').mockReturnValue();
  asked = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function tree(...given: (object | null)[]): Promise<unknown> {
  answers = given;
  const { bidi } = await Bidi.connect('ws://127.0.0.1:1');
  const outcome = bidi.ask('browsingContext.getTree').catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(60_000);
  return outcome;
}

test('a question that is answered is asked once', async () => {
  expect(await tree(TREE)).toEqual({ contexts: [] });
  expect(asked).toBe(1);
  expect(process.emitWarning).not.toHaveBeenCalled();
});

test('a question that Firefox leaves open is asked anew, and the test says so', async () => {
  expect(await tree(null, TREE)).toEqual({ contexts: [] });
  expect(asked).toBe(2);
  expect(process.emitWarning).toHaveBeenCalledOnce();
});

test('a browser that answers nothing fails as before', async () => {
  expect(await tree()).toBe('browsingContext.getTree: no answer within 30000 ms');
});

test('an error is an answer', async () => {
  const error = { type: 'error', error: 'no such frame', message: 'gone' };
  expect(await tree(error, TREE)).toBe('browsingContext.getTree: no such frame: gone');
  expect(asked).toBe(1);
});
