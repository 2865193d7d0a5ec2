/** A Chromium under test: its tabs and what they show, input, and the extension's worker, over the DevTools protocol. */
import type { Cdp, Params } from './cdp.ts';
import { chromiumId, plainExtensionPages } from './extension-folder.ts';
import { keyStroke } from './keys.ts';
import type { Accessible, BrowserSession, Tab, View } from './session.ts';
import { stopUntilAsleep } from './stop-worker.ts';
import { pause, waitFor } from './wait.ts';
import { waitForLoad } from './wait-for-load.ts';

interface Target {
  targetId: string;
  type: string;
  subtype?: string;
  url: string;
}

interface AxNode {
  nodeId: string;
  childIds?: string[];
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  backendDOMNodeId?: number;
}

interface Facts {
  version: string;
  profile: string;
  extension: string | null;
  id: string;
  end(): Promise<void>;
  kill(): Promise<void>;
}

const VIEW =
  '({ url: location.href, title: document.title, text: document.body ? document.body.innerText : "" })';

const OWN_PAGE_LIVES = 'typeof chrome === "object" && Boolean(chrome.runtime?.id)';

export class ChromiumSession implements BrowserSession {
  readonly name = 'chromium' as const;
  readonly version: string;
  readonly profile: string;
  readonly cdp: Cdp;
  #facts: Facts;
  #attached = new Map<Tab, Promise<string>>();
  #ownPage: Tab | null = null;

  constructor(cdp: Cdp, facts: Facts) {
    this.cdp = cdp;
    this.version = facts.version;
    this.profile = facts.profile;
    this.#facts = facts;
    cdp.on('Target.detachedFromTarget', ({ sessionId }) => {
      for (const [tab, attached] of this.#attached) {
        void attached.then((session) => session === sessionId && this.#attached.delete(tab));
      }
    });
  }

  get base(): string {
    return this.#facts.id ? `chrome-extension://${this.#facts.id}/` : '';
  }

  async targets(): Promise<Target[]> {
    // Without the filter, extension pages reached by a redirect are left out.
    const { targetInfos } = await this.cdp.send('Target.getTargets', { filter: [{}] });
    return targetInfos as Target[];
  }

  async tabs(): Promise<Tab[]> {
    const pages = (await this.targets()).filter((target) => target.type === 'page' && !target.subtype);
    return pages.map((page) => page.targetId);
  }

  async newTab(place?: 'window' | 'private'): Promise<Tab> {
    const context =
      place === 'private' ? (await this.cdp.send('Target.createBrowserContext')).browserContextId : undefined;
    const made = await this.cdp.send('Target.createTarget', {
      url: 'about:blank',
      ...(place === 'window' && { newWindow: true }),
      ...(context && { browserContextId: context }),
    });
    return made.targetId;
  }

  async closeTab(tab: Tab): Promise<void> {
    await this.cdp.send('Target.closeTarget', { targetId: tab });
    await waitFor('the tab to close', async () => !(await this.tabs()).includes(tab));
  }

  async open(tab: Tab, address: string): Promise<void> {
    await this.page(tab, 'Page.navigate', { url: address, transitionType: 'typed' });
    await waitForLoad(this, tab);
  }

  async reload(tab: Tab): Promise<void> {
    await this.page(tab, 'Page.reload');
  }

  async travel(tab: Tab, steps: number): Promise<void> {
    const { currentIndex, entries } = await this.page(tab, 'Page.getNavigationHistory');
    const entry = entries[currentIndex + steps];
    if (!entry) throw new Error(`There is no history entry ${steps} steps away`);
    await this.page(tab, 'Page.navigateToHistoryEntry', { entryId: entry.id });
  }

  async view(tab: Tab): Promise<View> {
    return this.evaluate(tab, VIEW);
  }

  async evaluate<T>(tab: Tab, expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.page(tab, 'Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as T;
  }

  async screenshot(tab: Tab): Promise<Buffer> {
    // Chromium draws no picture of a tab behind another one, and the command would wait for it.
    await this.bringToFront(tab);
    const { data } = await this.page(tab, 'Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  async accessible(tab: Tab): Promise<Accessible[]> {
    const nodes = await this.#axNodes(tab);
    return nodes.map((node) => ({ role: node.role?.value ?? '', name: node.name?.value ?? '' }));
  }

  async click(tab: Tab, name: string, limit?: number): Promise<void> {
    // Chromium updates the accessibility tree a moment after the page.
    const find = async () => {
      const named = (await this.#axNodes(tab)).filter(
        (node) => node.name?.value.trim() === name && node.backendDOMNodeId,
      );
      return (
        named.find((each) => /button|link|tab|check|radio|summary/i.test(each.role?.value ?? '')) ?? named[0]
      );
    };
    // Waits until the element has stopped moving. Looks it up each time, because a part that is drawn again is a new element.
    let before = '';
    const resting = async () => {
      const found = await find();
      if (!found) return null;
      const element = { backendNodeId: found.backendDOMNodeId };
      await this.page(tab, 'DOM.scrollIntoViewIfNeeded', element);
      const { quads } = await this.page(tab, 'DOM.getContentQuads', element);
      const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] as number[];
      const now = `${x1} ${y1} ${x2} ${y2}`;
      const rests = now === before;
      before = now;
      return rests ? { x: (x1 + x2) / 2, y: (y1 + y2) / 2 } : null;
    };
    const point = await waitFor(`something at rest with the accessible name "${name}"`, resting, limit);
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      const button = type === 'mouseMoved' ? 'none' : 'left';
      await this.page(tab, 'Input.dispatchMouseEvent', { type, ...point, button, clickCount: 1 });
    }
  }

  async press(tab: Tab, ...keys: string[]): Promise<void> {
    for (const key of keys) {
      const stroke = keyStroke(key);
      await this.page(tab, 'Input.dispatchKeyEvent', {
        type: stroke.text ? 'keyDown' : 'rawKeyDown',
        ...stroke,
      });
      const { text: _text, ...released } = stroke;
      await this.page(tab, 'Input.dispatchKeyEvent', { type: 'keyUp', ...released });
    }
  }

  async resize(tab: Tab, width: number, height: number): Promise<void> {
    await this.page(tab, 'Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
  }

  async prefers(tab: Tab, scheme: 'light' | 'dark'): Promise<void> {
    await this.page(tab, 'Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
  }

  async bringToFront(tab: Tab): Promise<void> {
    await this.page(tab, 'Page.bringToFront');
  }

  async workerAwake(): Promise<boolean> {
    return (await this.#workers()).length > 0;
  }

  async stopWorker(): Promise<void> {
    await stopUntilAsleep(this, async () => {
      for (const { targetId } of await this.#workers()) {
        await this.cdp.send('Target.closeTarget', { targetId });
      }
    });
  }

  async inExtension<T>(expression: string): Promise<T> {
    return this.evaluate<T>(await this.#pageOfOurs(), expression);
  }

  /**
   * Opens the page that `inExtension` runs on, and keeps it for the next call. It is hidden, so it is in no tab strip and in no
   * session. Its own scripts are off, so it asks the worker nothing and listens to nothing.
   */
  async #pageOfOurs(): Promise<Tab> {
    const lives = (page: Tab) => this.evaluate<boolean>(page, OWN_PAGE_LIVES).catch(() => false);
    if (this.#ownPage && (await lives(this.#ownPage))) return this.#ownPage;
    if (this.#ownPage)
      await this.cdp.send('Target.closeTarget', { targetId: this.#ownPage }).catch(() => null);
    const { targetId } = await this.cdp.send('Target.createTarget', { url: 'about:blank', hidden: true });
    this.#ownPage = targetId;
    await this.page(targetId, 'Emulation.setScriptExecutionDisabled', { value: true });
    const url = this.base + plainExtensionPages(this.#facts.extension ?? '').page;
    await this.page(targetId, 'Page.navigate', { url });
    await waitFor('a page of the extension', () => lives(targetId), 5_000);
    return targetId;
  }

  async install(extension: string): Promise<void> {
    const { id } = await this.cdp.send('Extensions.loadUnpacked', {
      path: extension,
      enableInIncognito: true,
    });
    if (id !== chromiumId(extension)) throw new Error(`Chromium gave the extension the id ${id}`);
    this.#facts = { ...this.#facts, extension, id };
  }

  async reloadExtension(): Promise<void> {
    // The reload closes the page that asks for it, so no answer comes back.
    await this.inExtension('void setTimeout(() => chrome.runtime.reload(), 50)');
    await pause(500);
    await waitFor('the extension to come back', () => this.inExtension<string>('chrome.runtime.id'), 30_000);
  }

  close(): Promise<void> {
    return this.#facts.end();
  }

  kill(): Promise<void> {
    return this.#facts.kill();
  }

  /** Sends a command to a tab; attaches to it on first use. */
  // biome-ignore lint/suspicious/noExplicitAny: the protocol's answers are as many as its commands
  async page(tab: Tab, method: string, params: Params = {}): Promise<any> {
    const attached = this.#attached.get(tab) ?? this.#attach(tab);
    return this.cdp.send(method, params, await attached, 15_000);
  }

  #attach(tab: Tab): Promise<string> {
    const attached = this.cdp
      .send('Target.attachToTarget', { targetId: tab, flatten: true })
      .then(({ sessionId }) => sessionId as string);
    attached.catch(() => this.#attached.delete(tab));
    this.#attached.set(tab, attached);
    return attached;
  }

  async #axNodes(tab: Tab): Promise<AxNode[]> {
    const { nodes } = await this.page(tab, 'Accessibility.getFullAXTree');
    return inReadingOrder(nodes as AxNode[]).filter((node) => !node.ignored);
  }

  async #workers(): Promise<Target[]> {
    const targets = await this.targets();
    return targets.filter((target) => target.type === 'service_worker' && target.url.startsWith(this.base));
  }
}

/** Sorts the tree, which the protocol sends level by level, as a screen reader reads it: each node with its contents before the next. */
function inReadingOrder(nodes: readonly AxNode[]): AxNode[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node: AxNode | undefined): AxNode[] =>
    node ? [node, ...(node.childIds ?? []).flatMap((id) => read(byId.get(id)))] : [];
  return read(nodes[0]);
}
