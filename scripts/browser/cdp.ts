/** A client of the Chrome DevTools Protocol over the two pipes Chromium is started with (`--remote-debugging-pipe`). */
import type { Readable, Writable } from 'node:stream';

export type Params = Record<string, unknown>;

/** An answer of the protocol. The caller names the fields it reads. */
// biome-ignore lint/suspicious/noExplicitAny: the protocol's answers are as many as its commands
type Answer = any;

type EventListener = (params: Answer, session: string | undefined) => void;

interface Pending {
  session: string | undefined;
  resolve(answer: Answer): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

export class Cdp {
  #output: Writable;
  #next = 0;
  #pending = new Map<number, Pending>();
  #listeners = new Map<string, Set<EventListener>>();
  #closed: string | null = null;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    let rest = Buffer.alloc(0);
    input.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#receive(rest.subarray(0, end).toString());
        rest = rest.subarray(end + 1);
      }
    });
    input.on('close', () => this.#close('the browser closed its pipe'));
    input.on('error', (error) => this.#close(error.message));
    output.on('error', (error) => this.#close(error.message));
  }

  /** Sends a command and waits at most `limit` milliseconds for its answer. */
  send(method: string, params: Params = {}, session?: string, limit = 30_000): Promise<Answer> {
    if (this.#closed) return Promise.reject(new Error(`${method}: ${this.#closed}`));
    const id = ++this.#next;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new Error(`${method}: no answer within ${limit} ms`));
      }, limit);
      this.#pending.set(id, {
        resolve,
        reject: (error) => reject(new Error(`${method}: ${error.message}`)),
        session,
        timer,
      });
      this.#output.write(
        `${JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })}\0`,
      );
    });
  }

  /** Calls back for each event of this name. @returns a function that removes the listener. */
  on(method: string, listener: EventListener): () => void {
    const set = this.#listeners.get(method) ?? new Set();
    this.#listeners.set(method, set.add(listener));
    return () => set.delete(listener);
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as Answer;
    if (message.id === undefined) {
      if (message.method === 'Target.detachedFromTarget') this.#detach(message.params.sessionId);
      for (const listener of this.#listeners.get(message.method) ?? [])
        listener(message.params, message.sessionId);
      return;
    }
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    this.#pending.delete(message.id);
    clearTimeout(pending.timer);
    if (message.error) pending.reject(new Error(message.error.message));
    else pending.resolve(message.result);
  }

  /** Rejects the commands of a tab that is gone: it will never answer them. */
  #detach(session: string): void {
    for (const [id, pending] of this.#pending) {
      if (pending.session !== session) continue;
      this.#pending.delete(id);
      clearTimeout(pending.timer);
      pending.reject(new Error('the tab is gone'));
    }
  }

  #close(why: string): void {
    this.#closed ??= why;
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.timer);
      pending.reject(new Error(why));
    }
    this.#pending.clear();
  }
}
