/** Finds a key that a JSON text gives twice. `JSON.parse` takes the last value without a word, and a reviewer sees the first. */

/** A text with its colon if it is a key, or a bracket. */
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g;

/** @param json - a text that is JSON. @returns the first key that its object has already, or null. */
export function duplicateKey(json: string): string | null {
  const open: Set<string>[] = [];
  for (const [token, text, colon] of json.matchAll(TOKEN)) {
    if (text === undefined) {
      if (token === '{' || token === '[') open.push(new Set());
      else open.pop();
      continue;
    }
    if (colon === undefined) continue;
    const key = JSON.parse(text) as string;
    const keys = open.at(-1);
    if (keys?.has(key)) return key;
    keys?.add(key);
  }
  return null;
}
