/**
 * Tests that the picture of an organization can be chosen again after it was removed.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import { byId, open } from './deploy-form.tsx';
import { settle } from './page.tsx';

test('the field forgets the file, because browsers report the same one no second time', async () => {
  await open();
  const field = byId('policy-organizationLogo');
  const file = new File(['no picture'], 'logo.png', { type: 'image/png' });
  let kept = 'C:\\fakepath\\logo.png';
  Object.defineProperty(field, 'files', { get: () => (kept ? [file] : []) });
  Object.defineProperty(field, 'value', {
    get: () => kept,
    set: (value: string) => {
      kept = value;
    },
  });
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  expect(kept).toBe('');
});
