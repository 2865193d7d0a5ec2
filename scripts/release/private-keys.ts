/** Finds private keys among files. A key that was committed once is public for good. */

/** Files that count as keys because of their ending, whatever they contain. */
const KEY_FILE = /\.(pem|p12|pfx|key|jks|keystore|ppk)$/i;

/** PEM (RFC 7468), OpenSSH and PuTTY. Put together from parts, so that this line does not look like a key. */
const PEM = new RegExp(`-----BEGIN [A-Z0-9 ]*${'PRIVATE'} KEY( BLOCK)?-----|${'PuTTY-User'}-Key-File`);

/** The private part of a JSON Web Key (RFC 7518): `d` next to `kty`, in either order. */
const JWK =
  /"kty"\s*:\s*"(RSA|EC|OKP)"[^{}]*"d"\s*:\s*"[\w-]{16,}"|"d"\s*:\s*"[\w-]{16,}"[^{}]*"kty"\s*:\s*"(RSA|EC|OKP)"/;

/** PKCS #8 in base64 without its PEM header: it begins with the version and the name of an algorithm (RFC 5208). */
const BARE_PKCS8 = /\bMII[A-Za-z0-9+/]{2,4}IBADANBgkqhkiG9w0BAQEFAAS[A-Za-z0-9+/]{40}/;

/**
 * @param read - returns a file's text. It is not called for files that count as keys because of their name.
 * @returns one sentence for each private key.
 */
export function privateKeys(paths: readonly string[], read: (path: string) => string): string[] {
  return paths.flatMap((path) => {
    if (KEY_FILE.test(path)) return [`${path} is a key by its name. Keys do not belong into the repository.`];
    const text = read(path);
    const kind = PEM.test(text)
      ? 'a private key'
      : JWK.test(text)
        ? 'a JSON Web Key with its private part'
        : BARE_PKCS8.test(text)
          ? 'a private key in base64'
          : null;
    return kind ? [`${path} contains ${kind}. Take it out, and make a new one: this one is known.`] : [];
  });
}
