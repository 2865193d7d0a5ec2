/** Names a language as its own speakers write it. */

/** Chromium ships without these names, and would use names in its own language. */
const NOT_IN_EVERY_BROWSER: Readonly<Record<string, string>> = {
  cy: 'Cymraeg',
  eu: 'euskara',
  gl: 'galego',
  is: 'íslenska',
  km: 'ខ្មែរ',
  lo: 'ລາວ',
  mn: 'монгол',
  ne: 'नेपाली',
};

/**
 * @param codes - BCP 47 codes, such as `es` or `fil`.
 * @param reader - the reader's language, for a language whose own name the browser does not know.
 * @returns the names in their own script, such as `Español`, `العربية`, `한국어`; a code that the browser cannot name is left out.
 */
export function ownNames(codes: readonly string[], reader: string | null = null): string[] {
  return codes.flatMap((code) => {
    const name = NOT_IN_EVERY_BROWSER[code] ?? namesIn([code, ...(reader ? [reader] : [])]).of(code);
    return name ? [name.charAt(0).toLocaleUpperCase(code) + name.slice(1)] : [];
  });
}

const names = new Map<string, Intl.DisplayNames>();

/** Keeps each object, because the build asks for the same ones thousands of times. */
function namesIn(locales: string[]): Intl.DisplayNames {
  const id = locales.join();
  const known = names.get(id) ?? new Intl.DisplayNames(locales, { type: 'language', fallback: 'none' });
  names.set(id, known);
  return known;
}
