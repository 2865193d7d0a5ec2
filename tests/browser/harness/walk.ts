/** Walks through a page with the Tab key, like a person without a mouse. */
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';

export interface Step {
  /** Text or label of the focused element, shortened. */
  name: string;
  /** Its position among all focusable elements, in document order; -1 if the focus is not on the page. */
  index: number;
  /** Why the focused element cannot be seen, or null. */
  hidden: string | null;
}

/** Everything in the tab's top layer (or its page) that the Tab key should reach, in order. A group of radio buttons is one stop. */
const STOPS = `(() => {
  const root = document.querySelector('dialog[open]') ?? document;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
  return [...root.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex="0"]')]
    .filter((element) => !element.disabled && !element.matches('fieldset:disabled *') && element.tabIndex >= 0 && seen(element))
    .filter((element) => {
      if (element.type !== 'radio') return true;
      const group = [...root.querySelectorAll('input[type=radio]')].filter(({ name }) => name === element.name);
      return element === (group.find(({ checked }) => checked) ?? group[0]);
    });
})()`;

const COVERED = 'covered, or out of the window';

/** Checks that the focused element is in the window, uncovered, and marked. */
const STEP = `((stops) => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement)
    return { name: '', index: -1, hidden: null };
  const name = (element.labels?.[0]?.textContent ?? element.textContent ?? '').trim().slice(0, 40) || element.id;
  // A checkbox is seen by its label, a hidden file field by its button.
  const shown = element.closest('label') ?? element;
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const style = [element, shown].map((each) => getComputedStyle(each));
  const ringed = style.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
  const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 2);
  const middle = Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 2);
  const free = [middle, Math.max(top + 3, 1), Math.min(bottom - 3, innerHeight - 2)].some((y) => {
    const on = document.elementFromPoint(x, y);
    return on && y >= top && y <= bottom && (shown.contains(on) || on.contains(shown));
  });
  const frame = element.tagName === 'IFRAME';
  return {
    name,
    index: stops.indexOf(element),
    hidden: frame || (free && ringed) ? null : free ? 'no ring' : '${COVERED}',
  };
})(${STOPS})`;

/** Focuses the element again, so that the browser itself scrolls to it. An element that is behind another one stays there. */
const COME_AGAIN = `(async () => {
  const drawn = async () => { for (let frame = 0; frame < 5; frame++) await new Promise((next) => requestAnimationFrame(next)); };
  const element = document.activeElement;
  await drawn();
  element.blur();
  element.focus({ focusVisible: true });
  await drawn();
  return true;
})()`;

/**
 * Walks from the top of the page (in a dialog: from the focused element) once around.
 * @returns the stops of the page, and each stop that was reached.
 */
export async function walk(browser: BrowserSession, tab: Tab): Promise<{ stops: string[]; steps: Step[] }> {
  const stops = await browser.evaluate<string[]>(
    tab,
    `${STOPS}.map((each) => (each.labels?.[0]?.textContent ?? each.textContent ?? '').trim().slice(0, 40) || each.id)`,
  );
  // Starts at the top, because from the last stop the focus goes to the browser's own buttons, where a test cannot follow it.
  await browser.evaluate(
    tab,
    `(() => {
      if (document.querySelector('dialog[open]')) return;
      const top = document.createElement('span');
      top.tabIndex = -1;
      document.body.prepend(top);
      top.focus();
    })()`,
  );
  const look = () => browser.evaluate<Step>(tab, STEP);
  // If keys come faster than frames, Firefox sometimes does not scroll to the focus. Then waits for frames and focuses again.
  const step = async () => {
    const at = await look();
    if (at.hidden === null) return at;
    await browser.evaluate(tab, COME_AGAIN);
    return look();
  };
  const steps = [await step()];
  // Once around, including the browser's own stops: scrolling regions, the content of a frame, and those between last and first.
  const missing = new Set(stops.keys());
  for (let turn = 0; turn < 2 * stops.length + 30 && missing.size > 0; turn++) {
    await browser.press(tab, 'Tab');
    const at = await step();
    steps.push(at);
    missing.delete(at.index);
  }
  return { stops, steps };
}

/**
 * Focuses every stop from the last to the first, as Shift and Tab do: the page then scrolls up, and stops come to lie behind what stays
 * at the top of the window.
 * @returns the stops that are covered while they have the focus. Whether they are marked, `walk` finds out: Firefox marks no focus that
 *   a script moves after a click.
 */
export async function hiddenOnTheWayBack(browser: BrowserSession, tab: Tab): Promise<Step[]> {
  const hidden: Step[] = [];
  const count = await browser.evaluate<number>(tab, `${STOPS}.length`);
  for (let index = count - 1; index >= 0; index--) {
    await browser.evaluate(
      tab,
      `(async () => {
        ${STOPS}[${index}].focus({ focusVisible: true });
        for (let frame = 0; frame < 3; frame++) await new Promise((next) => requestAnimationFrame(next));
        return true;
      })()`,
    );
    const step = await browser.evaluate<Step>(tab, STEP);
    if (step.hidden === COVERED) hidden.push(step);
  }
  return hidden;
}
