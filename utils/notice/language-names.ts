/** Names a language the way its own speakers write it. */

/**
 * @param codes - BCP 47 codes, such as `es` or `fil`.
 * @returns the names in their own script, such as `Español`, `العربية`, `한국어`; a code the browser cannot name is left out.
 */
export function ownNames(codes: readonly string[]): string[] {
  return codes.flatMap((code) => {
    const name = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code);
    return name ? [name.charAt(0).toLocaleUpperCase(code) + name.slice(1)] : [];
  });
}
