/**
 * Simulates what a browser keeps while the worker starts and stops, and one run of the worker in it that can be ended at any call. It
 * replaces the browser only in order to count every await point. tests/browser/faults.test.ts tests what real browsers do.
 */

import type { DnrRule } from '../../../utils/pattern/dnr.ts';
import type { Sender } from '../../../utils/worker/messages/sender.ts';

type Items = Map<string, unknown>;
interface Script {
  id: string;
  matches: string[];
}
interface Alarm {
  delayInMinutes?: number;
  periodInMinutes?: number;
}
interface TabShown {
  id: number;
  url: string;
  pendingUrl?: string;
}

/** In characters. Real browsers use another measure. A regex that contains `liar` is reported as supported but refused anyway. */
const LONGEST_REGEX = 400;

/** Everything that remains when a worker ends. */
export class BrowserInMemory {
  local: Items = new Map();
  session: Items = new Map();
  managed: Record<string, unknown> = {};
  /** `silent`: a read of the policy is never answered. `failing`: it fails. `late`: Chromium has not loaded the policy yet. */
  managedFault: 'silent' | 'failing' | 'late' | null = null;
  managedReads = 0;
  dynamicRules = new Map<number, DnrRule>();
  sessionRules = new Map<number, DnrRule>();
  rulesets = new Set(['check', 'core', 'extended', 'names']);
  scripts = new Map<string, Script>();
  /** When each fires next, in milliseconds since the epoch. */
  alarms = new Map<string, number>();
  tabs: TabShown[] = [];
  /** The tabs in which a script was run, in order. */
  scripted: number[] = [];
  /** Where style sheets were added, in order. */
  styled: object[] = [];
  hostAccess = true;
  /** How many bytes `storage.local` accepts. A browser without space refuses the rest. */
  room = Number.POSITIVE_INFINITY;
  /** How many of the next reads of `storage.local` fail. */
  unreadable = 0;

  /** @returns a copy, to start again from the same state. */
  copy(): BrowserInMemory {
    return Object.assign(new BrowserInMemory(), structuredClone({ ...this }));
  }

  /** Kills the browser itself and starts it again: memory is lost, the disk is not. */
  restart(): void {
    this.session.clear();
    this.sessionRules.clear();
    this.alarms.clear();
  }
}

/** @returns whether a match pattern with any scheme covers an address. */
function matches(pattern: string, address: string): boolean {
  const [host = '', ...path] = pattern.replace('*://', '').split('/');
  const { hostname, pathname } = new URL(address);
  const within = host.startsWith('*.') ? `.${hostname}`.endsWith(host.slice(1)) : hostname === host;
  return within && (path.join('/') === '*' || pathname === `/${path.join('/')}`);
}

type Listener = (...words: never[]) => unknown;

/** One run of the worker: the extension API over what the browser keeps. */
export class WorkerLife {
  calls = 0;
  /** Resolves once the worker is killed. */
  readonly killed: Promise<void>;
  #kill: () => void;
  readonly #browser: BrowserInMemory;
  readonly #killAfter: number;
  readonly #listeners = new Map<string, Listener>();

  /** @param killAfter - calls that are still carried out. None is answered after that. */
  constructor(browser: BrowserInMemory, killAfter = Number.POSITIVE_INFINITY) {
    this.#browser = browser;
    this.#killAfter = killAfter;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.killed = promise;
    this.#kill = resolve;
    if (killAfter === 0) this.#kill();
  }

  /** Sends an event to the worker, as the browser does. */
  tell(event: string, ...words: unknown[]): void {
    (this.#listeners.get(event) as ((...all: unknown[]) => unknown) | undefined)?.(...words);
  }

  /** Sends a message as a page of the extension does. Gets no answer from a worker that is killed meanwhile. */
  ask(message: object, sender: Sender = {}): Promise<unknown> {
    const from = { id: 'unit', url: 'chrome-extension://unit/options.html', frameId: 0, ...sender };
    return new Promise((resolve) => this.tell('onMessage', message, from, resolve));
  }

  /** Waits until there were no calls for a few turns, which is also the case if the worker is dead. */
  async idle(): Promise<void> {
    for (let turns = 0, calls = this.calls; turns < 6; turns++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.calls !== calls) [turns, calls] = [0, this.calls];
    }
  }

  /** Makes one call of the extension API. */
  #call<T>(act: () => T): Promise<T> {
    if (this.calls >= this.#killAfter) return new Promise(() => {});
    this.calls++;
    // The last call is carried out, but its answer comes too late.
    const last = this.calls === this.#killAfter;
    if (last) this.#kill();
    try {
      const done = structuredClone(act());
      return last ? new Promise(() => {}) : Promise.resolve(done);
    } catch (error) {
      return last ? new Promise(() => {}) : Promise.reject(error);
    }
  }

  #event(name: string) {
    const add = (listener: Listener) => void this.#listeners.set(name, listener);
    return { addListener: add, removeListener: () => undefined };
  }

  #area(items: Items, { room, fails }: { room: () => number; fails: () => boolean }) {
    const read = (keys?: string | string[] | null) => {
      const wanted = keys === undefined || keys === null ? [...items.keys()] : [keys].flat();
      return Object.fromEntries(wanted.filter((key) => items.has(key)).map((key) => [key, items.get(key)]));
    };
    return {
      get: (keys?: string | string[] | null) =>
        this.#call(() => {
          if (fails()) throw new Error('IO error');
          return read(keys);
        }),
      set: (more: object) =>
        this.#call(() => {
          const next = new Map([...items, ...Object.entries(structuredClone(more))]);
          if (JSON.stringify([...next]).length > room()) throw new Error('QUOTA_BYTES quota exceeded');
          for (const [key, value] of next) items.set(key, value);
        }),
      remove: (keys: string | string[]) =>
        this.#call(() => void [keys].flat().map((key) => items.delete(key))),
    };
  }

  /** @returns the value of `chrome` in this run. */
  api() {
    const kept = this.#browser;
    const call = <T>(act: () => T) => this.#call(act);
    const update =
      (rules: Map<number, DnrRule>) => (options: { addRules?: DnrRule[]; removeRuleIds?: number[] }) =>
        call(() => {
          const next = new Map(rules);
          for (const id of options.removeRuleIds ?? []) next.delete(id);
          for (const rule of options.addRules ?? []) {
            if (next.has(rule.id)) throw new Error(`Rule ${rule.id} does not have a unique ID`);
            if ((rule.condition.regexFilter ?? '').length > LONGEST_REGEX)
              throw new Error(`Rule ${rule.id} has a regexFilter that is too large`);
            next.set(rule.id, rule);
          }
          const regexes = [...next.values()].filter(({ condition }) => condition.regexFilter !== undefined);
          if (regexes.length > 1_000) throw new Error('The rule count for regex rules was exceeded');
          rules.clear();
          for (const [id, rule] of next) rules.set(id, rule);
        });
    const onManaged = this.#event('onStorage');
    return {
      runtime: {
        id: 'unit',
        getURL: (path: string) => `chrome-extension://unit${path}`,
        getManifest: () => ({ version: '0.1.0' }),
        onMessage: this.#event('onMessage'),
        onInstalled: this.#event('onInstalled'),
        onStartup: this.#event('onStartup'),
      },
      extension: { inIncognitoContext: false, isAllowedIncognitoAccess: () => call(() => true) },
      management: { getSelf: () => call(() => ({ installType: 'normal' })) },
      permissions: {
        contains: () => call(() => kept.hostAccess),
        onAdded: this.#event('onAdded'),
        onRemoved: this.#event('onRemoved'),
      },
      storage: {
        local: this.#area(kept.local, { room: () => kept.room, fails: () => kept.unreadable-- > 0 }),
        session: this.#area(kept.session, { room: () => Number.POSITIVE_INFINITY, fails: () => false }),
        managed: {
          get: () =>
            call(() => {
              kept.managedReads++;
              if (kept.managedFault === 'failing') throw new Error('The file of the policy is broken');
              // What Firefox says, so that the extension does not wait for a policy.
              if (kept.managedFault === 'late') return {};
              if (Object.keys(kept.managed).length === 0 && kept.managedFault !== 'silent')
                throw new Error('Managed storage manifest not found');
              return kept.managed;
            }).then((policy) => (kept.managedFault === 'silent' ? new Promise(() => {}) : policy)),
        },
        onChanged: onManaged,
      },
      alarms: {
        create: (name: string, { delayInMinutes, periodInMinutes }: Alarm) =>
          call(() => {
            kept.alarms.set(name, Date.now() + 60_000 * (delayInMinutes ?? periodInMinutes ?? 0));
          }),
        clear: (name: string) => call(() => kept.alarms.delete(name)),
        getAll: () => call(() => [...kept.alarms].map(([name, scheduledTime]) => ({ name, scheduledTime }))),
        onAlarm: this.#event('onAlarm'),
      },
      declarativeNetRequest: {
        MAX_NUMBER_OF_REGEX_RULES: 1_000,
        isRegexSupported: ({ regex }: { regex: string }) =>
          call(() => ({ isSupported: regex.length <= LONGEST_REGEX || regex.includes('liar') })),
        getDynamicRules: () => call(() => [...kept.dynamicRules.values()]),
        updateDynamicRules: update(kept.dynamicRules),
        getSessionRules: () => call(() => [...kept.sessionRules.values()]),
        updateSessionRules: update(kept.sessionRules),
        getEnabledRulesets: () => call(() => [...kept.rulesets]),
        updateEnabledRulesets: (change: { enableRulesetIds: string[]; disableRulesetIds: string[] }) =>
          call(() => {
            for (const id of change.disableRulesetIds) kept.rulesets.delete(id);
            for (const id of change.enableRulesetIds) kept.rulesets.add(id);
          }),
      },
      scripting: {
        getRegisteredContentScripts: () => call(() => [...kept.scripts.values()]),
        registerContentScripts: (scripts: Script[]) =>
          call(() => void scripts.map((one) => kept.scripts.set(one.id, one))),
        updateContentScripts: (scripts: Script[]) =>
          call(() => void scripts.map((one) => kept.scripts.set(one.id, one))),
        insertCSS: ({ target }: { target: object }) => call(() => void kept.styled.push(target)),
        executeScript: ({ target }: { target: { tabId: number } }) =>
          call(() => {
            kept.scripted.push(target.tabId);
            return [];
          }),
      },
      tabs: {
        query: ({ url }: { url: string[] }) =>
          call(() =>
            kept.tabs.filter((tab) => url.some((pattern) => matches(pattern, tab.pendingUrl ?? tab.url))),
          ),
        get: (id: number) => call(() => kept.tabs.find((tab) => tab.id === id)),
        update: (id: number, { url }: { url: string }) =>
          call(() => void Object.assign(kept.tabs.find((tab) => tab.id === id) ?? {}, { url })),
        create: () => call(() => undefined),
      },
      webNavigation: {
        onBeforeNavigate: this.#event('onBeforeNavigate'),
        onCommitted: this.#event('onCommitted'),
        onHistoryStateUpdated: this.#event('onHistoryStateUpdated'),
        onReferenceFragmentUpdated: this.#event('onReferenceFragmentUpdated'),
        onErrorOccurred: this.#event('onErrorOccurred'),
      },
      action: {
        setBadgeText: () => call(() => undefined),
        setBadgeBackgroundColor: () => call(() => undefined),
      },
    };
  }
}
