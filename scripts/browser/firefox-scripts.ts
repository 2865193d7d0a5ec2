/** Script texts that Firefox runs with its own privileges, for use in `FirefoxSession.inBrowser`. */

/** Defines `browserOf`, which finds the tab of a BiDi context id in the browser's own window. */
export const TAB_OF = `const browserOf = (context) => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  return NavigableManager.getBrowserByContextId?.(context) ?? NavigableManager.getBrowsingContextById(context)?.embedderElement;
};`;

/** Walks the accessibility tree of the tab `args[0]` and defines `root`, `nodes` and `box`. Needs `TAB_OF` before it. */
export const ACCESSIBILITY_TREE = `const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const browser = browserOf(args[0]);
  const box = (accessible) => {
    const [x, y, w, h] = [{}, {}, {}, {}];
    accessible.getBounds(x, y, w, h);
    const ratio = browser.ownerDocument.defaultView.devicePixelRatio;
    return [x.value, y.value, w.value, h.value].map((each) => each / ratio);
  };
  const roleOf = (accessible) => {
    const role = service.getStringRole(accessible.role);
    if (role === 'pushbutton') return 'button';
    if (role !== 'landmark') return role;
    try {
      return accessible.attributes.getStringProperty('xml-roles');
    } catch {
      return role;
    }
  };
  let nodes = [];
  const walk = (accessible) => {
    nodes.push({ accessible, role: roleOf(accessible), name: accessible.name ?? '' });
    for (let child = accessible.firstChild; child; child = child.nextSibling) walk(child);
  };
  let root = null;
  for (let turn = 0; turn < 50; turn++) {
    // While a document is being replaced, its accessible objects throw whatever they are asked.
    try {
      nodes = [];
      root = service.getAccessibleFor(browser)?.firstChild ?? null;
      if (root) walk(root);
    } catch {
      nodes = [];
    }
    if (nodes.length > 1) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }`;
