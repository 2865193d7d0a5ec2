/** Tests that `--peer` needs a folder and, for an extension without an adapter, a host, and cannot take this build's own name. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readPeer } from '../../bench/peer-option.ts';

const read = (text: string) => readPeer(text, ['known'], 'ours');

test('a name with an adapter needs no host, and may have one', () => {
  expect(read('known=a/b')).toEqual({ name: 'known', folder: resolve('a/b'), host: null });
  expect(read('known=a/b@x.test')).toEqual({ name: 'known', folder: resolve('a/b'), host: 'x.test' });
});

test('any other extension names a host that it covers as it comes', () => {
  expect(read('other=/a@1.0/b@x.test')).toEqual({
    name: 'other',
    folder: resolve('/a@1.0/b'),
    host: 'x.test',
  });
  expect(read('other=/a@1.0/b')).toContain('has no adapter');
});

test('our own name and half an option are refused', () => {
  expect(read('ours=a')).toContain('stands for this build');
  for (const text of ['known', 'known=', '=a']) expect(read(text)).toContain('--peer takes');
});
