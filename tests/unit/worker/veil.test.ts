import fc from 'fast-check';
import { expect, test } from 'vitest';
import { veilRules } from '../../../utils/worker/tabs/veil.ts';

test('every rule of the veil is important: only then does it stand above the page', () => {
  const rules = veilRules('c1a2b3');
  const declarations = [...rules.matchAll(/[\w-]+\s*:\s*[^;{}:]+;/g)].map(([text]) => text);
  expect(declarations.length).toBeGreaterThan(7);
  for (const declaration of declarations) expect(declaration).toContain('!important');
});

test('the name of a curtain can be nothing but a name', () => {
  for (const name of ['', 'c', 'x1', 'c1 *', 'c1}*{', 'c1,*', 'c1\n', 'C1', 'c1\\', `c${'a'.repeat(17)}`])
    expect(() => veilRules(name), name).toThrow(/name of a curtain/);
  fc.assert(
    fc.property(fc.string(), (name) => {
      try {
        veilRules(name);
        return /^c[a-z0-9]+$/.test(name);
      } catch {
        return true;
      }
    }),
  );
});

test('a name as the guard makes it up is one', () => {
  for (let count = 0; count < 500; count++)
    expect(() => veilRules(`c${Math.random().toString(36).slice(2)}`)).not.toThrow();
});
