/** Tests that the extension's id for self-hosted copies is the one that Chromium derives from its public key. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CHANNELS } from '../../../utils/deploy/channels.ts';

test('the pinned id is the one its public key gives', () => {
  const digest = createHash('sha256')
    .update(Buffer.from(CHANNELS.selfHosted.publicKey, 'base64'))
    .digest('hex');
  const id = [...digest.slice(0, 32)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
  expect(id).toBe(CHANNELS.selfHosted.id);
});
