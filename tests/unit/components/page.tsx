/** Renders a component into a document, and finds things as a person would: by label, by name, by role. */
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import type { PageTools, PlaceOption } from '../../../utils/settings/page-tools.ts';

export const PLACES: PlaceOption[] = [
  { code: 'SE', name: 'Sweden', regions: [] },
  { code: 'US', name: 'United States', regions: [{ code: 'US-GA', name: 'Georgia' }] },
];

export function testTools(more: Partial<PageTools> = {}) {
  const opened: string[] = [];
  const files: { name: string; text: string }[] = [];
  const tools: PageTools = {
    kind: 'chrome',
    open: (address) => opened.push(address),
    openOwnEntry: () => opened.push('own entry'),
    requestHostAccess: async () => true,
    restart: () => opened.push('restart'),
    download: (name, text) => files.push({ name, text }),
    today: () => '2026-11-21',
    guessedCountry: () => 'SE',
    closePage: () => {},
    ...more,
  };
  return { tools, opened, files };
}

/** Waits until effects, promises and slow hashes have finished: until the page has not changed for two turns. */
export async function settle(): Promise<void> {
  let last = '';
  for (let same = 0, turn = 0; same < 3 && turn < 200; turn++) {
    await act(async () => {
      await new Promise((done) => setTimeout(done, 5));
    });
    same = document.body.innerHTML === last ? same + 1 : 0;
    last = document.body.innerHTML;
  }
}

/** Waits until something is true, at most five seconds. */
export async function until(what: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !what(); turn++) {
    await act(async () => {
      await new Promise((done) => setTimeout(done, 10));
    });
  }
  if (!what()) throw new Error(`It did not happen. The page says:\n${document.body.textContent}`);
}

export async function show(page: ComponentChild): Promise<void> {
  const before = document.getElementById('page');
  if (before) await act(() => render(null, before));
  document.body.innerHTML = '<div id="page"></div>';
  render(page, document.getElementById('page') as HTMLElement);
  await settle();
}

export const text = () => document.body.textContent ?? '';
export const said = () => document.querySelector('.saved-bar [role=status]')?.textContent ?? '';

/** The control with this label, whether the label contains it or points at it. */
export function field<Element extends HTMLElement = HTMLInputElement>(label: string): Element {
  for (const one of document.querySelectorAll('label')) {
    const name = one.querySelector('.choice-label')?.textContent ?? one.textContent;
    if (name?.trim() !== label) continue;
    const found = one.htmlFor ? document.getElementById(one.htmlFor) : one.querySelector('input');
    if (found) return found as unknown as Element;
  }
  throw new Error(`No field "${label}" in:\n${text()}`);
}

export function button(name: string, within: ParentNode = document): HTMLButtonElement {
  const found = [...within.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  if (!found) throw new Error(`No button "${name}" in:\n${text()}`);
  return found;
}

export const has = (name: string) =>
  [...document.querySelectorAll('button')].some((one) => one.textContent?.trim() === name);

export async function press(element: HTMLElement): Promise<void> {
  await act(() => element.click());
  await settle();
}

export async function type(element: HTMLInputElement | HTMLTextAreaElement, value: string): Promise<void> {
  await act(() => {
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Moves the focus away from an element, as a reader does who turns to something else. */
export async function leave(element: HTMLElement): Promise<void> {
  await act(() => {
    element.dispatchEvent(new FocusEvent('blur'));
  });
  await settle();
}

export async function choose(element: HTMLSelectElement, value: string): Promise<void> {
  await act(() => {
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

/** @returns controls without a name. Every control needs a label or an aria-label. */
export function unnamed(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>('input, select, textarea, button')]
    .filter((control) => {
      const label = control.id && document.querySelector(`label[for="${control.id}"]`);
      const name = label || control.closest('label') || control.getAttribute('aria-label');
      return !name && control.textContent?.trim() === '';
    })
    .map((control) => control.outerHTML);
}

/** @returns ids that are used twice, and references to ids that do not exist. */
export function brokenIds(): string[] {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const referred = [
    ...document.querySelectorAll('[aria-describedby], [aria-labelledby], label[for]'),
  ].flatMap((one) =>
    ['aria-describedby', 'aria-labelledby', 'for'].flatMap(
      (name) => one.getAttribute(name)?.split(/\s+/).filter(Boolean) ?? [],
    ),
  );
  return [...twice, ...referred.filter((id) => !ids.includes(id))];
}
