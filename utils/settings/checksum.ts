/** Computes a checksum that detects a half-written record. It does not protect against a person who edits storage. */

/** @returns FNV-1a, 32 bits, over the text's UTF-16 units, with its length: eight hex digits, a dash, the length. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `${(hash >>> 0).toString(16).padStart(8, '0')}-${text.length}`;
}
