/** Runs axe-core in a page of the browser under test, with its real layout and colors. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';

/** WCAG 2.2 A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param rules - ids of the only rules to run; by default, all of WCAG 2.2 A and AA.
 * @returns rule and element of every violation in the tab's top document. Frames have their own tests.
 */
export async function axeViolations(
  browser: BrowserSession,
  tab: Tab,
  rules?: readonly string[],
): Promise<string[]> {
  const there = await browser.evaluate<boolean>(tab, "typeof window.axe === 'object'");
  // Both drivers evaluate one expression, but axe's source is a statement.
  if (!there) await browser.evaluate(tab, `(() => { ${source}; window.axe = axe; return true; })()`);
  const only = rules ? { type: 'rule', values: rules } : RULES;
  // Off by default in axe: WCAG 2.5.3, a control's name contains its visible words.
  const more = rules ? {} : { 'label-content-name-mismatch': { enabled: true } };
  return browser.evaluate<string[]>(
    tab,
    // Finishes animations: a color between light and dark is neither, and in a tab that is not painted it would stay that way.
    `(document.getAnimations().forEach((animation) => animation.finish()),
    axe.run(document, { iframes: false, resultTypes: ['violations'], runOnly: ${JSON.stringify(only)}, rules: ${JSON.stringify(more)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 160) + ' ' + failureSummary))))`,
  );
}

/** @returns controls lower than 44 CSS pixels. Checkboxes and radio buttons count with their label; links within a text do not. */
export async function smallTargets(browser: BrowserSession, tab: Tab): Promise<string[]> {
  return browser.evaluate<string[]>(
    tab,
    `[...document.querySelectorAll('button, select, textarea, summary, nav a, a.button, input:not(.visually-hidden)')]
      .map((control) => (/checkbox|radio/.test(control.type) ? control.closest('label') : control))
      .filter((target) => { const { height } = target.getBoundingClientRect(); return height > 0 && height < 43.5; })
      .map((target) => target.outerHTML.slice(0, 120))`,
  );
}

/** @returns by how many CSS pixels the page is wider than its window. */
export async function sidewaysScroll(browser: BrowserSession, tab: Tab): Promise<number> {
  return browser.evaluate<number>(
    tab,
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}
