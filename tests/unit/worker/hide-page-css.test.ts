/** Tests that every declaration that hides a page is important, and that no page can inject CSS by the name of an overlay. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
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

test('an id as the guard makes it is one', () => {
  for (let count = 0; count < 500; count++)
    expect(() => hidePageRules(`c${Math.random().toString(36).slice(2)}`)).not.toThrow();
});
