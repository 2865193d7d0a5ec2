/** Tests that the pages offer an address to try that is always covered. */
import { expect, test } from 'vitest';
import { CHECK_HOST } from '../../../utils/pattern/match.ts';
import { CHECK_ADDRESS } from '../../../utils/settings/page-tools.ts';

test('the address that shows that it works is the one the matcher always knows', () => {
  expect(new URL(CHECK_ADDRESS).hostname).toBe(CHECK_HOST);
});
