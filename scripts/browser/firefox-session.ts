/** A Firefox under test: its tabs and what they show, input, and the extension's event page, over WebDriver BiDi. */
import type { Bidi } from './bidi.ts';
import { firefoxId, plainExtensionPages } from './extension-folder.ts';
import { UUID } from './firefox-profile.ts';
import { ACCESSIBILITY_TREE, TAB_OF } from './firefox-scripts.ts';
import { webdriverKey } from './keys.ts';
import type { Accessible, BrowserSession, Tab, View } from './session.ts';
import { stopUntilAsleep } from './stop-worker.ts';
import { waitFor } from './wait.ts';
import { waitForLoad } from './wait-for-load.ts';

interface Context {
  context: string;
  url: string;
  parent: string | null;
}

interface Facts {
  version: string;
  profile: string;
  extension: string | null;
  /** Whether the next start restores the tabs that are open at the end. */
  restores: boolean;
  end(): Promise<void>;
  kill(): Promise<void>;
}

const VIEW =
  '({ url: location.href, title: document.title, text: document.body ? document.body.innerText : "" })';

const OWN_PAGE_LIVES = 'Boolean(globalThis.browser?.runtime?.id)';

export class FirefoxSession implements BrowserSession {
  readonly name = 'firefox' as const;
  readonly version: string;
  readonly profile: string;
  readonly bidi: Bidi;
  #facts: Facts;
  #private = new Set<Tab>();
  #ownPage: Tab | null = null;

  constructor(bidi: Bidi, facts: Facts) {
    this.bidi = bidi;
    this.version = facts.version;
    this.profile = facts.profile;
    this.#facts = facts;
  }

  get base(): string {
    return this.#facts.extension ? `moz-extension://${UUID}/` : '';
  }

  async tabs(): Promise<Tab[]> {
    const { contexts } = await this.bidi.ask('browsingContext.getTree', { maxDepth: 0 });
    return (contexts as Context[]).map((each) => each.context).filter((tab) => tab !== this.#ownPage);
  }

  async newTab(place?: 'window' | 'private'): Promise<Tab> {
    if (!place) return this.#createTab(false);
    // Waits for the window's own first page: if it loads late, it replaces what the test has opened.
    const opened = await this.inBrowser<Tab>(
      `const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      const opened = OpenBrowserWindow({ private: args[0] });
      // Where a policy forbids private windows an ordinary one comes instead.
      if (args[0] && !PrivateBrowsingUtils.enabled) {
        opened.close();
        throw new Error('private windows are off');
      }
      const ready = () => opened.gBrowserInit?.delayedStartupFinished && !opened.gBrowser.selectedBrowser.webProgress.isLoadingDocument;
      for (let turn = 0; turn < 600 && !ready(); turn++) await new Promise((resolve) => setTimeout(resolve, 25));
      return NavigableManager.getIdForBrowser(opened.gBrowser.selectedBrowser);`,
      place === 'private',
    );
    if (place === 'private') this.#private.add(opened);
    await waitFor('the window to be ready', async () => {
      const { url } = await this.view(opened);
      await waitForLoad(this, opened);
      return place === 'window' || url === 'about:privatebrowsing';
    });
    return opened;
  }

  async #createTab(background: boolean): Promise<Tab> {
    // Opens next to an ordinary tab. Otherwise, Firefox would use the window used last, which may be private.
    const beside = (await this.tabs()).find((tab) => !this.#private.has(tab));
    const made = await this.bidi.send('browsingContext.create', {
      type: 'tab',
      background,
      ...(beside && { referenceContext: beside }),
    });
    return made.context;
  }

  async closeTab(tab: Tab): Promise<void> {
    await this.bidi.send('browsingContext.close', { context: tab });
  }

  async open(tab: Tab, address: string): Promise<void> {
    // BiDi never reports a navigation that ends on an extension's page, so this asks the browser itself to go there.
    await this.inBrowser(
      `${TAB_OF}
      const browser = browserOf(args[0]);
      const document = () => browser.browsingContext?.currentWindowGlobal?.innerWindowId;
      const before = document();
      browser.fixupAndLoadURIString(args[1], {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
        loadFlags: Ci.nsIWebNavigation.LOAD_FLAGS_NONE,
      });
      // The blank document that a new tab begins with may be loaded only now, and is not the one that was asked for.
      const arrived = () => document() !== before && (browser.currentURI.spec !== 'about:blank' || args[1] === 'about:blank');
      // Ends when another document has loaded, or when nothing has been loading for a second (blocked; same page).
      for (let turn = 0, idle = 0; turn < 400 && idle < 40; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
        const loading = browser.webProgress?.isLoadingDocument;
        if (arrived() && !loading) break;
        idle = loading ? 0 : idle + 1;
      }
      return true;`,
      tab,
      address,
    );
    await waitForLoad(this, tab);
  }

  async reload(tab: Tab): Promise<void> {
    await this.inBrowser(`${TAB_OF} browserOf(args[0]).reload(); return true`, tab);
  }

  async travel(tab: Tab, steps: number): Promise<void> {
    const way = steps < 0 ? 'goBack' : 'goForward';
    for (let step = 0; step < Math.abs(steps); step++) {
      await this.inBrowser(`${TAB_OF} browserOf(args[0]).${way}(); return true`, tab);
    }
  }

  async view(tab: Tab): Promise<View> {
    return this.evaluate(tab, VIEW);
  }

  async evaluate<T>(tab: Tab, expression: string): Promise<T> {
    const answer = await this.bidi.send(
      'script.evaluate',
      {
        expression: `(async () => JSON.stringify(await (${expression})))()`,
        target: { context: tab },
        awaitPromise: true,
        userActivation: true,
      },
      15_000,
    );
    return readAnswer<T>(answer);
  }

  /** Runs the body of an async function with the browser's own privileges; `args` arrive as JSON. */
  async inBrowser<T>(body: string, ...args: unknown[]): Promise<T> {
    const { contexts } = await this.bidi.ask('browsingContext.getTree', {
      'moz:scope': 'chrome',
      maxDepth: 0,
    });
    const context = (contexts as Context[])[0]?.context;
    const answer = await this.bidi.send(
      'script.evaluate',
      {
        expression: `(async (...args) => { ${body} })(...${JSON.stringify(args)}).then((value) => JSON.stringify(value))`,
        target: { context },
        awaitPromise: true,
      },
      20_000,
    );
    return readAnswer<T>(answer);
  }

  async screenshot(tab: Tab): Promise<Buffer> {
    const { data } = await this.bidi.send('browsingContext.captureScreenshot', { context: tab });
    return Buffer.from(data, 'base64');
  }

  async accessible(tab: Tab): Promise<Accessible[]> {
    return this.#inAccessibilityTree(tab, 'return nodes.map(({ role, name }) => ({ role, name }))');
  }

  async click(tab: Tab, name: string, limit?: number): Promise<void> {
    // Firefox updates the accessibility tree a moment after the page.
    const find = () =>
      this.#inAccessibilityTree<{ x: number; y: number } | null>(
        tab,
        `const named = nodes.filter((node) => node.name.trim() === args[1]);
       const found = named.find(({ role }) => /button|link|tab|check|radio|summary/i.test(role)) ?? named[0];
       if (!found) return null;
       // The boxes follow a scroll when they will: until then they tell of a place outside the window.
       for (let look = 0, before = null; look < 40; look++) {
         if (look % 10 === 0) found.accessible.scrollTo(Ci.nsIAccessibleScrollType.SCROLL_TYPE_ANYWHERE);
         await new Promise((resolve) => setTimeout(resolve, 100));
         const [x, y, w, h] = box(found.accessible);
         const [rx, ry, , rh] = box(root);
         const middle = y - ry + h / 2;
         if (middle >= 0 && middle <= rh && middle === before) return { x: x - rx + w / 2, y: middle };
         before = middle;
       }
       return null;`,
        name,
      );
    const point = await waitFor(`something with the accessible name "${name}"`, find, limit);
    await this.bidi.send('input.performActions', {
      context: tab,
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x: Math.round(point.x), y: Math.round(point.y), origin: 'viewport' },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  }

  async press(tab: Tab, ...keys: string[]): Promise<void> {
    const actions = keys.flatMap((key) => {
      const value = webdriverKey(key);
      return [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
    });
    await this.bidi.send('input.performActions', {
      context: tab,
      actions: [{ type: 'key', id: 'keys', actions }],
    });
  }

  async resize(tab: Tab, width: number, height: number): Promise<void> {
    await this.bidi.send('browsingContext.setViewport', { context: tab, viewport: { width, height } });
  }

  async prefers(_tab: Tab, scheme: 'light' | 'dark'): Promise<void> {
    const value = scheme === 'dark' ? 0 : 1;
    await this.inBrowser(
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value}); return true`,
    );
  }

  async bringToFront(tab: Tab): Promise<void> {
    await this.bidi.send('browsingContext.activate', { context: tab });
  }

  async workerAwake(): Promise<boolean> {
    return (await this.#backgroundState()) !== 'stopped';
  }

  async stopWorker(): Promise<void> {
    await stopUntilAsleep(this, async () => {
      await this.#withExtension('await extension.terminateBackground(); return true');
    });
  }

  async inExtension<T>(expression: string): Promise<T> {
    const page = await this.#pageOfOurs();
    try {
      return await this.evaluate<T>(page, expression);
    } finally {
      // Firefox would restore a page that is open when the browser ends.
      if (this.#facts.restores) await this.closeTab(page).catch(() => undefined);
    }
  }

  /** Opens the page that `inExtension` runs on, and keeps it: a picture in a tab behind the others, which runs nothing by itself. */
  async #pageOfOurs(): Promise<Tab> {
    if (this.#ownPage && (await this.evaluate(this.#ownPage, OWN_PAGE_LIVES).catch(() => false)))
      return this.#ownPage;
    if (this.#ownPage) await this.closeTab(this.#ownPage).catch(() => undefined);
    this.#ownPage = null;
    const tab = await this.#createTab(true);
    const { page, picture } = plainExtensionPages(this.#facts.extension ?? '');
    try {
      await this.open(tab, this.base + (picture ?? page));
      // Only the settings page may ask for settings, and Firefox identifies a sender by the address that the page gives itself.
      await this.evaluate(tab, `void history.replaceState(null, '', '/${page}')`);
    } catch (error) {
      // While the extension starts, the page may not open. It may still arrive later, under an address that may ask for nothing.
      await this.closeTab(tab).catch(() => undefined);
      throw error;
    }
    this.#ownPage = tab;
    return tab;
  }

  async install(extension: string): Promise<void> {
    const id = firefoxId(extension);
    this.#facts = { ...this.#facts, extension };
    await this.inBrowser(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
       Services.prefs.setStringPref('extensions.webextensions.uuids', JSON.stringify({ [args[1]]: args[2] }));
       const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
       // What a person does with "Run in Private Windows: Allow".
       await ExtensionPermissions.add(args[1], { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
       const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
       const addon = await AddonManager.installTemporaryAddon(new FileUtils.File(args[0]));
       return addon.id;`,
      extension,
      id,
      UUID,
    );
    await this.#started();
  }

  async reloadExtension(): Promise<void> {
    await this.inBrowser(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
       const addon = await AddonManager.getAddonByID(args[0]);
       await addon.reload();
       return true;`,
      firefoxId(this.#facts.extension ?? ''),
    );
    await this.#started();
  }

  async close(): Promise<void> {
    // Quits as a person does, so that Firefox stores the session. `browser.close` would not store it.
    await this.inBrowser(
      'setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eForceQuit), 0); return true',
    ).catch(() => undefined);
    await this.#facts.end();
  }

  kill(): Promise<void> {
    return this.#facts.kill();
  }

  async #started(): Promise<void> {
    await waitFor('the extension to start', async () => (await this.#backgroundState()) !== 'starting');
  }

  #backgroundState(): Promise<string> {
    return this.#withExtension('return extension.backgroundState');
  }

  #withExtension<T>(body: string): Promise<T> {
    return this.inBrowser(
      `const extension = WebExtensionPolicy.getByID(args[0])?.extension;
       if (!extension) throw new Error('the extension is not running');
       ${body}`,
      firefoxId(this.#facts.extension ?? ''),
    );
  }

  /** Walks the tab's accessibility tree. `body` may use `nodes` and `root`. */
  #inAccessibilityTree<T>(tab: Tab, body: string, ...args: unknown[]): Promise<T> {
    return this.inBrowser(
      `${TAB_OF}
      ${ACCESSIBILITY_TREE}
      ${body}`,
      tab,
      ...args,
    );
  }
}

interface BidiAnswer {
  type: string;
  result?: { type: string; value?: string };
  exceptionDetails?: { text: string };
}

function readAnswer<T>({ type, result, exceptionDetails }: BidiAnswer): T {
  if (type === 'exception') throw new Error(exceptionDetails?.text ?? 'unknown error');
  return (result?.value === undefined ? undefined : JSON.parse(result.value)) as T;
}
