/** Defines a hostile page: a page painted in one color, and the script with which it tries to stay visible. */

/** How the page runs although its address is listed. */
export type Way =
  /** The site's own service worker serves it. The guard is in the page before its first script. */
  | 'first'
  /** It is running when it enters a listed section by `pushState`, after a click. Its scripts run before the guard. */
  | 'late';

export interface Attack {
  /** The row's name in `docs/security.md`. */
  name: string;
  /** Runs in the page before anything else, and may use `hostile` (below). */
  script?: string;
  style?: string;
  body?: string;
  /** A whole document of another type than HTML. The tools replace the word `TOOLS`. */
  document?: { type: string; text: string };
  /** Both by default. */
  ways?: readonly Way[];
  /** Milliseconds for which the page blocks everything else. */
  hangs?: number;
  /** The page may send its tab back to where it came from. Then nothing of it is left to cover. */
  goesBack?: true;
  /** The browser's error for an attack that it refuses itself. */
  throws?: string;
  /** A browser in which the attack cannot be tried, and why. */
  without?: { browser: 'chromium' | 'firefox'; why: string };
  /** The result, if the page was seen or the notice was not shown in the end. */
  limit?: Limit;
}

/** A result that is worse than full protection. The table states it. */
export interface Limit {
  browsers: readonly ('chromium' | 'firefox')[];
  ways: readonly Way[];
  /** `seen`: some frames may show the page before the notice is shown. `stays`: the tab may not leave by itself. */
  allows: 'seen' | 'stays';
  says: string;
}

/** @returns the ways in which an attack is tried. */
export const waysOf = ({ ways }: Attack): readonly Way[] => ways ?? ['first', 'late'];

/** @returns what an attack may achieve in this browser and way, or undefined if nothing. */
export const limitOf = ({ limit }: Attack, browser: 'chromium' | 'firefox', way: Way): Limit | undefined =>
  limit?.browsers.includes(browser) && limit.ways.includes(way) ? limit : undefined;

/** @returns the media type of an attack's page. */
export const typeOf = ({ document }: Attack): string => document?.type ?? 'text/html';

/** A color that no page of the extension has. */
const COLOUR = '#f0f';

/** The host to which a page reports that its attack has begun. It is not on the list. */
export const REPORT_HOST = 'report.test';

/** Available in every attack. The test calls `enter` on a `late` page. */
const TOOLS = (way: Way, section: string) => `
const hostile = (() => {
  const { pushState } = history;
  const [timer, frame, later] = [setInterval.bind(window), requestAnimationFrame.bind(window), setTimeout.bind(window)];
  const root = () => Document.prototype && Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document);
  const mine = new WeakSet();
  const make = Document.prototype.createElement;
  const hooks = [];
  const tell = navigator.sendBeacon.bind(navigator);
  const place = location.pathname.split('/').at(-1);
  const start = () => {
    tell('https://${REPORT_HOST}/' + place, '');
    for (const hook of hooks) { try { hook(); } catch (error) { hostile.error = String(error); } }
    if (hostile.error) tell('https://${REPORT_HOST}/' + place, hostile.error);
  };
  const hostile = {
    /** Runs at every opportunity a page has: timers, frames, and as the last thing before a frame is drawn. */
    every(act) {
      const safe = () => { try { act(); } catch (error) { hostile.error = String(error); } };
      safe();
      timer(safe, 1);
      const each = () => { frame(each); safe(); };
      frame(each);
      const probe = make.call(document, 'div');
      probe.style.cssText = 'position:absolute;height:1px;width:1px';
      mine.add(probe);
      new ResizeObserver(() => { safe(); frame(() => { if (!probe.isConnected) root().append(probe); probe.style.width = (1 + Math.random()) + 'px'; }); }).observe(probe);
      root().append(probe);
    },
    /** An element in the page's colour that fills the window. */
    sheet(name = 'div') {
      const sheet = make.call(document, name);
      sheet.style.cssText = 'position:fixed;inset:0;margin:0;padding:0;border:0;width:100vw;height:100vh;max-width:none;max-height:none;background:${COLOUR};z-index:2147483647;display:block';
      mine.add(sheet);
      return sheet;
    },
    /** What is in the document and is not the page's own. */
    strangers: () => [...root().children].filter((each) => !['HEAD', 'BODY'].includes(each.tagName) && !mine.has(each)),
    mine,
    root,
    /** Runs when the address is the listed one. */
    on: (act) => void hooks.push(act),
    enter: () => void later(() => {
      pushState.call(history, {}, '', ${JSON.stringify(section)});
      start();
    }, 0),
  };
  ${way === 'first' ? "document.addEventListener('DOMContentLoaded', start);" : ''}
  return hostile;
})();`;

/** @param section - the path of the listed section that a `late` page enters. @returns the whole page. */
export function hostilePage(
  { script = '', style = '', body = '', document }: Attack,
  way: Way,
  section: string,
): string {
  if (document) return document.text.replace('TOOLS', () => `<![CDATA[${TOOLS(way, section)}]]>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hostile</title>
<style>html,body{margin:0;background:${COLOUR}}main{display:block;min-height:100vh;background:${COLOUR}}${style}</style>
<script>${TOOLS(way, section)}</script><script>${script}</script></head>
<body><main><h1>Made-up advertisement</h1></main>${body}</body></html>`;
}
