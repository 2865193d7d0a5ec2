/** What the tests ask of a browser, in the same words for Chromium and Firefox. */
import type { BrowserName } from './find-browsers.ts';

/** A tab, by the browser's own id for it. */
export type Tab = string;

/** What a person would see in a tab now. */
export interface View {
  url: string;
  title: string;
  /** Text of the page as laid out, without what is hidden. */
  text: string;
}

export interface LaunchOptions {
  /** Port of the loopback site; every address leads there. */
  port: number;
  /** Folder of the built extension; none: a bare browser. */
  extension?: string;
  /**
   * How the extension gets in: after the start by the test (default), with the profile so that it is there when the
   * browser starts, or by a policy, which the test brings along in `wrapper`.
   */
  installedBy?: 'test' | 'profile' | 'policy';
  /** Chromium's id of the extension, where a throw-away key and not the folder decides it. */
  id?: string;
  /** Keep this profile between launches. Without it a new one is made and removed at the end. */
  profile?: string;
  /** Opened by the browser itself as it starts. */
  address?: string;
  /** Bring back the tabs of the last run of this profile. */
  restore?: boolean;
  /** A real window instead of a headless browser. */
  visible?: boolean;
  /** Words put in front of the browser's command line, such as a mount namespace with policies. */
  wrapper?: readonly string[];
  /** The browser's own networking (updates of extensions by policy) stays on. */
  backgroundNetworking?: boolean;
  /** No switches that only keep the browser from requests of its own: a browser as people have it, but for its profile folder and name resolution. */
  asShipped?: boolean;
  /** More switches (Chromium) or preferences (Firefox). */
  switches?: readonly string[];
  preferences?: Readonly<Record<string, string | number | boolean>>;
}

export interface BrowserSession {
  readonly name: BrowserName;
  /** Version as the browser says it. */
  readonly version: string;
  /** Begins every address of the extension's pages, with the slash at its end; empty without an extension. */
  readonly base: string;
  readonly profile: string;

  tabs(): Promise<Tab[]>;
  /** A new empty tab; `private` puts it in a private window, `window` in a second ordinary one. */
  newTab(place?: 'window' | 'private'): Promise<Tab>;
  closeTab(tab: Tab): Promise<void>;
  /** Goes to an address as the address bar does, and waits until what came has loaded: page, notice or error page. */
  open(tab: Tab, address: string): Promise<void>;
  reload(tab: Tab): Promise<void>;
  /** -1 is back, 1 is forward. */
  travel(tab: Tab, steps: number): Promise<void>;

  view(tab: Tab): Promise<View>;
  /** Runs an expression in the page (its own world, as if by a user's gesture); a promise is awaited. */
  evaluate<T>(tab: Tab, expression: string): Promise<T>;
  screenshot(tab: Tab): Promise<Buffer>;
  /** Name and role of everything a screen reader finds in the top document, in reading order, closed shadow roots included. */
  accessible(tab: Tab): Promise<Accessible[]>;
  /** Clicks the middle of the element with this accessible name. Throws if there is none within the limit (milliseconds, 10 s). */
  click(tab: Tab, name: string, limit?: number): Promise<void>;
  /** Key names as in KeyboardEvent.key, pressed one after the other. */
  press(tab: Tab, ...keys: string[]): Promise<void>;
  resize(tab: Tab, width: number, height: number): Promise<void>;
  prefers(tab: Tab, scheme: 'light' | 'dark'): Promise<void>;
  /** Puts the tab in front of the others of its window, as a click on it does. */
  bringToFront(tab: Tab): Promise<void>;

  /** Whether the background worker (Chromium) or event page (Firefox) is awake. Asking does not wake it. */
  workerAwake(): Promise<boolean>;
  stopWorker(): Promise<void>;
  /** Runs an expression in the extension, on a page of its own opened for the purpose; a promise is awaited. */
  inExtension<T>(expression: string): Promise<T>;
  /** Installs a folder as an unpacked extension; the same id replaces the copy that is there (an update). */
  install(extension: string): Promise<void>;
  reloadExtension(): Promise<void>;

  /** Quits normally, so that the profile is complete. */
  close(): Promise<void>;
  /** Ends every process at once (SIGKILL), as a power failure would. */
  kill(): Promise<void>;
}

export interface Accessible {
  role: string;
  name: string;
}
