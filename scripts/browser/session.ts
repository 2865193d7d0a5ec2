/** Defines what the tests can ask of a browser, in the same words for Chromium and Firefox. */
import type { BrowserName } from './find-browsers.ts';

/** A tab, by the browser's own id for it. */
export type Tab = string;

/** What a person would see in a tab now. */
export interface View {
  url: string;
  title: string;
  /** The page's text as laid out, without what is hidden. */
  text: string;
}

export interface LaunchOptions {
  /** Port of the loopback site; every address leads there. */
  port: number;
  /** Folder of the built extension. Without it, the browser runs without an extension. */
  extension?: string;
  /**
   * How the extension is installed: by the test after the start (default), with the profile so that it is there when the browser
   * starts, or by a policy, which the test supplies in `wrapper`.
   */
  installedBy?: 'test' | 'profile' | 'policy';
  /** Chromium's id of the extension, if a throw-away key decides it instead of the folder. */
  id?: string;
  /** Use this profile, and keep it between launches. Without it, a new one is made and removed at the end. */
  profile?: string;
  /** An address that the browser itself opens as it starts. */
  address?: string;
  /** Restore the tabs of this profile's last run. */
  restore?: boolean;
  /** A real window instead of a headless browser. */
  visible?: boolean;
  /** Words put in front of the browser's command line, such as a mount namespace with policies. */
  wrapper?: readonly string[];
  /** Leave the browser's own networking on (updates of extensions by policy). */
  backgroundNetworking?: boolean;
  /**
   * Leave out the switches that only stop the browser's own requests: the browser is then as people have it, except for its profile
   * folder and name resolution.
   */
  asShipped?: boolean;
  /**
   * Lets pages of different sites share processes. Starting a process for each site is a third to a half of the work of a test that
   * opens many sites. Only for tests of where an address arrives, which does not depend on processes.
   */
  sharedProcesses?: boolean;
  /** More switches (Chromium) or preferences (Firefox). */
  switches?: readonly string[];
  preferences?: Readonly<Record<string, string | number | boolean>>;
}

export interface BrowserSession {
  readonly name: BrowserName;
  /** Version as the browser reports it. */
  readonly version: string;
  /** How the address of every page of the extension begins, with the slash; empty without an extension. */
  readonly base: string;
  readonly profile: string;

  tabs(): Promise<Tab[]>;
  /** Opens a new empty tab: with `private` in a private window, with `window` in a second ordinary one. */
  newTab(place?: 'window' | 'private'): Promise<Tab>;
  closeTab(tab: Tab): Promise<void>;
  /** Goes to an address as the address bar does, and waits until a document has loaded: page, notice or error page. */
  open(tab: Tab, address: string): Promise<void>;
  reload(tab: Tab): Promise<void>;
  /** -1 is back, 1 is forward. */
  travel(tab: Tab, steps: number): Promise<void>;

  view(tab: Tab): Promise<View>;
  /** Runs an expression in the page's own world, as if by a user's gesture, and awaits a promise. */
  evaluate<T>(tab: Tab, expression: string): Promise<T>;
  screenshot(tab: Tab): Promise<Buffer>;
  /** Name and role of everything a screen reader finds in the top document, in reading order, closed shadow roots included. */
  accessible(tab: Tab): Promise<Accessible[]>;
  /** Clicks the middle of the element with this accessible name. Throws if there is none within the limit (milliseconds, 10 s). */
  click(tab: Tab, name: string, limit?: number): Promise<void>;
  /** Presses keys one after the other. Names are as in KeyboardEvent.key. */
  press(tab: Tab, ...keys: string[]): Promise<void>;
  resize(tab: Tab, width: number, height: number): Promise<void>;
  prefers(tab: Tab, scheme: 'light' | 'dark'): Promise<void>;
  /** Puts the tab in front of the others in its window, as a click on it does. */
  bringToFront(tab: Tab): Promise<void>;

  /** Whether the background worker (Chromium) or event page (Firefox) is awake. Asking does not wake it. */
  workerAwake(): Promise<boolean>;
  stopWorker(): Promise<void>;
  /** Runs an expression in the extension, on a page that the session opens for it, and awaits a promise. */
  inExtension<T>(expression: string): Promise<T>;
  /** Installs a folder as an unpacked extension. A copy with the same id is replaced, as by an update. */
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
