/** Reads and writes the texts of a data file by their paths, such as `lines.us-nhth.about`. */

/** A JSON value whose leaves are texts. */
export type Texts = string | Texts[] | { [key: string]: Texts };

/** @returns every text with its path. Empty texts are left out. */
export function flatten(value: unknown, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof value === 'string') {
    if (value !== '') found.set(path, value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      for (const [at, text] of flatten(inner, path ? `${path}.${key}` : key)) found.set(at, text);
    }
  }
  return found;
}

/**
 * @param model - gives the result its shape and order.
 * @param texts - by path.
 * @returns the model with these texts in it. Parts without a text are left out, and so are lists that are not complete.
 */
export function fill(model: Texts, texts: ReadonlyMap<string, string>, path = ''): Texts | undefined {
  if (typeof model === 'string') return texts.get(path);
  const at = (key: string | number) => (path ? `${path}.${key}` : String(key));
  if (Array.isArray(model)) {
    const items = model.map((item, index) => fill(item, texts, at(index)));
    return items.every((item) => item !== undefined) ? (items as Texts[]) : undefined;
  }
  const entries = Object.entries(model).flatMap(([key, inner]) => {
    const filled = fill(inner, texts, at(key));
    return filled === undefined ? [] : [[key, filled] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
