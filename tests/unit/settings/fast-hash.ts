/** Lets a test try many PINs: computes the real hash of each PIN and salt only once. */
import { vi } from 'vitest';

/** Call this at the top of a test file. WebCrypto still does the hashing, but not twice for the same input. */
export function rememberHashes(): void {
  const { subtle } = crypto;
  // A second replacement would wrap the first, which is the same function, and call itself.
  if (vi.isMockFunction(subtle.importKey)) return;
  const names = new WeakMap<CryptoKey, string>();
  const known = new Map<string, Promise<ArrayBuffer>>();
  const importKey = subtle.importKey.bind(subtle) as (...args: unknown[]) => Promise<CryptoKey>;
  const deriveBits = subtle.deriveBits.bind(subtle);
  vi.spyOn(subtle, 'importKey').mockImplementation((async (...args: unknown[]) => {
    const key = await importKey(...args);
    names.set(key, String(args[1]));
    return key;
  }) as typeof subtle.importKey);
  vi.spyOn(subtle, 'deriveBits').mockImplementation((algorithm, key, length) => {
    const name = `${names.get(key)} ${JSON.stringify(algorithm)} ${length}`;
    const hash = known.get(name) ?? deriveBits(algorithm, key, length as number);
    known.set(name, hash);
    return hash;
  });
}

/** Makes salts repeat after four, so that a PIN that is set again and again is hashed only four times. */
export function repeatSalts(): void {
  if (vi.isMockFunction(crypto.getRandomValues)) return;
  let drawn = 0;
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    drawn += 1;
    new Uint8Array(array.buffer).fill(drawn % 4);
    return array;
  });
}
