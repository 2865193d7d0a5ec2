/** Names a language the way its own speakers write it. */

/**
 * @param codes - BCP 47 codes, such as `es` or `fil`.
 * @param reader - the reader's language: a browser does not know how every language calls itself.
 * @returns the names in their own script, such as `Español`, `العربية`, `한국어`; a code the browser cannot name is left out.
 */
export function ownNames(codes: readonly string[], reader: string | null = null): string[] {
  return codes.flatMap((code) => {
    const name = new Intl.DisplayNames([code, ...(reader ? [reader] : [])], {
      type: 'language',
      fallback: 'none',
    }).of(code);
    return name ? [name.charAt(0).toLocaleUpperCase(code) + name.slice(1)] : [];
  });
}
