/** Makes the same UUID from the same text, so that a new profile replaces the earlier one. */

/** @returns a UUID of version 8 (RFC 9562: custom bits), in upper case as Apple writes it. Not for secrets. */
export function stableUuid(text: string): string {
  const words = [0, 1, 2, 3].map((seed) => hash(`${seed}:${text}`));
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ]
    .join('-')
    .toUpperCase();
}

/** FNV-1a over UTF-16 units with a final mix (MurmurHash3), 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
