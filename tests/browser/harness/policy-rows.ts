/** Reads Chromium's own page about policies (chrome://policy). */
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';

export interface PolicyRow {
  value: string;
  /** `Mandatory` or `Recommended`. */
  level: string;
}

const ROWS = `(() => {
  const rows = {};
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const inner = element.shadowRoot;
      if (!inner) continue;
      if (element.tagName === 'POLICY-ROW') {
        const text = (part) => inner.querySelector(part)?.textContent.trim() ?? '';
        rows[text('.name')] = { value: text('.value'), level: text('.level') };
      }
      walk(inner);
    }
  };
  walk(document);
  return rows;
})()`;

/** @returns the policies by name, including those of extensions, from a tab that shows chrome://policy. */
export function policyRows(browser: BrowserSession, tab: Tab): Promise<Partial<Record<string, PolicyRow>>> {
  return browser.evaluate(tab, ROWS);
}
