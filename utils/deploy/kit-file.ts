/** One file of a deployment kit, and its bytes. */

export interface KitFile {
  /** Relative, with `/`. */
  path: string;
  text: string;
  /** One or two sentences: what it is for and where it goes. */
  what: string;
  /** The deployment works without this file. */
  optional: boolean;
  /** How `fileBytes` encodes the text. */
  encoding: 'utf-8' | 'utf-16';
}

/** @returns a file's bytes: UTF-8, or UTF-16LE with a byte order mark. */
export function fileBytes({ text, encoding }: Pick<KitFile, 'text' | 'encoding'>): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(2 + index * 2, text.charCodeAt(index), true);
  return bytes;
}
