/** Tests that every declaration that hides a page is important, and that no page can inject CSS by the name of an overlay. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeId } from '../../../utils/content/overlay.ts';
import { hidePageRules } from '../../../utils/worker/tabs/hide-page-css.ts';

test('every rule of the hide-page CSS is important: only then does it outrank the page', () => {
  const rules = hidePageRules('c1a2b3');
  const declarations = [...rules.matchAll(/[\w-]+\s*:\s*[^;{}:]+;/g)].map(([text]) => text);
  expect(declarations.length).toBeGreaterThan(7);
  for (const declaration of declarations) expect(declaration).toContain('!important');
});

test('the id of an overlay can be nothing but an id', () => {
  for (const name of ['', 'c', 'x1', 'c1 *', 'c1}*{', 'c1,*', 'c1\n', 'C1', 'c1\\', `c${'a'.repeat(17)}`])
    expect(() => hidePageRules(name), name).toThrow(/name of an overlay/);
  fc.assert(
    fc.property(fc.string(), (name) => {
      try {
        hidePageRules(name);
        return /^c[a-z0-9]+$/.test(name);
      } catch {
        return true;
      }
    }),
  );
});

test('every id that the guard makes is one, whatever number comes up', () => {
  const made = Array.from({ length: 500 }, makeId);
  expect(new Set(made).size).toBe(made.length);
  const random = vi.spyOn(Math, 'random');
  try {
    // The smallest numbers have the longest texts.
    for (const number of [0, 2 ** -53, 2 ** -52, 2 ** -40, 2 ** -30, 0.5, 1 - 2 ** -53]) {
      random.mockReturnValue(number);
      made.push(makeId());
    }
  } finally {
    random.mockRestore();
  }
  for (const id of made) expect(() => hidePageRules(id), id).not.toThrow();
});
