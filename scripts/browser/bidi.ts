/** A client of WebDriver BiDi over the WebSocket that Firefox offers on loopback. */

// biome-ignore lint/suspicious/noExplicitAny: the protocol's answers are as many as its commands
type Answer = any;

const CLOSED = 'Firefox closed the connection';
/** How long `ask` waits for an answer before it sends the same question again (milliseconds). */
const ASK_AGAIN_AFTER = 5_000;

interface Pending {
  resolve(answer: Answer): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

export class Bidi {
  #socket: WebSocket;
  #next = 0;
  #pending = new Map<number, Pending>();
  #closed = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(String(data)));
    socket.addEventListener('close', () => this.#close());
  }

  /** Opens the one session that Firefox allows. @param address - as Firefox prints it, `ws://127.0.0.1:PORT`. */
  static async connect(address: string): Promise<{ bidi: Bidi; version: string }> {
    const socket = new WebSocket(`${address}/session`);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`no answer from ${address}`)));
    });
    const bidi = new Bidi(socket);
    const capabilities = {
      alwaysMatch: { acceptInsecureCerts: true, unhandledPromptBehavior: { default: 'accept' } },
    };
    const made = await bidi.send('session.new', { capabilities });
    return { bidi, version: `${made.capabilities.browserName}/${made.capabilities.browserVersion}` };
  }

  /** Sends a command and waits at most `limit` milliseconds for its answer. */
  send(method: string, params: Record<string, unknown> = {}, limit = 30_000): Promise<Answer> {
    // A closed socket drops the command without an error, so the wait would only end at its limit.
    if (this.#closed) return Promise.reject(new Error(`${method}: ${CLOSED}`));
    const id = ++this.#next;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new Error(`${method}: no answer within ${limit} ms`));
      }, limit);
      this.#pending.set(id, {
        resolve,
        reject: (error) => reject(new Error(`${method}: ${error.message}`)),
        timer,
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /**
   * Sends a command that changes nothing, and sends it again every few seconds until one of the copies is answered: while a tab
   * loads another document, Firefox may leave a command unanswered for good. Throws as `send` does when the browser hangs.
   */
  async ask(method: string, params: Record<string, unknown> = {}, limit = 30_000): Promise<Answer> {
    const end = Date.now() + limit;
    const asked: Promise<Answer>[] = [];
    for (;;) {
      const next = this.send(method, params, Math.max(end - Date.now(), 1));
      // Copies that are no longer needed may fail; nobody waits for them.
      next.catch(() => undefined);
      asked.push(next);
      let timer: NodeJS.Timeout | undefined;
      const silence = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), ASK_AGAIN_AFTER);
      });
      const first = await Promise.race([...asked, silence]).finally(() => clearTimeout(timer));
      if (first !== null) return first;
      process.emitWarning(`${method}: no answer after ${ASK_AGAIN_AFTER} ms, asked again`);
    }
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as Answer;
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    this.#pending.delete(message.id);
    clearTimeout(pending.timer);
    if (message.type === 'error') pending.reject(new Error(`${message.error}: ${message.message}`));
    else pending.resolve(message.result);
  }

  #close(): void {
    this.#closed = true;
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.timer);
      pending.reject(new Error(CLOSED));
    }
    this.#pending.clear();
  }
}
