/** Tests that private keys are found in every common format, that public ones are not taken for them, and that none is here. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyFindings } from '../../../scripts/release/findings.ts';
import { privateKeys } from '../../../scripts/release/private-keys.ts';
import { CHANNELS } from '../../../utils/deploy/channels.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const found = (text: string, path = 'notes.txt') => privateKeys([path], () => text);

describe('private keys are found', () => {
  test.each([
    ['PKCS #1', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' })],
    ['PKCS #8', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' })],
    ['SEC 1', curve.privateKey.export({ type: 'sec1', format: 'pem' })],
    ['an RSA JWK', JSON.stringify({ keys: [rsa.privateKey.export({ format: 'jwk' })] }, null, 2)],
    ['a curve JWK', JSON.stringify(curve.privateKey.export({ format: 'jwk' }))],
    ['PKCS #8 in bare base64', rsa.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')],
  ])('%s', (_kind, text) => {
    expect(found(`before\n${text}\nafter`)).toHaveLength(1);
  });

  test('by a name that says so', () => {
    expect(found('', 'store/upload.pem')).toEqual([expect.stringContaining('store/upload.pem')]);
  });
});

test('public keys are none', () => {
  expect(found(String(rsa.publicKey.export({ type: 'spki', format: 'pem' })))).toEqual([]);
  expect(found(JSON.stringify(curve.publicKey.export({ format: 'jwk' })))).toEqual([]);
  expect(found(`{"key":"${CHANNELS.selfHosted.publicKey}"}`)).toEqual([]);
});

test('this project contains no private key', () => {
  expect(keyFindings('.')).toEqual([]);
});
