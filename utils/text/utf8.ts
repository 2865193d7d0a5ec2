/** Reads the bytes of a file as UTF-8, strictly: browsers reject a whole policy file for one wrong byte. Pure. */

export type DecodedText =
  | { ok: true; text: string }
  /** The place of the first wrong byte: line and column, counted from 1, the column in characters. `byte` is written like `0xE9`. */
  | { ok: false; line: number; column: number; byte: string };

const REPLACEMENT = '\ufffd';
/** The bytes of a replacement character that the file itself contains. */
const WRITTEN_REPLACEMENT = [0xef, 0xbf, 0xbd];

/**
 * @param bytes - the whole file. A byte order mark at its beginning is allowed and dropped (Encoding Standard, "UTF-8 decode").
 * @returns the text, or the place of the first byte that is not UTF-8. Never throws.
 */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return firstWrongByte(bytes);
  }
}

/** Walks through the text of a tolerant decoder and the bytes in parallel, up to the first character that the decoder made up. */
function firstWrongByte(bytes: Uint8Array): DecodedText {
  let [offset, line, column] = [0, 1, 1];
  for (const character of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) {
    if (character === REPLACEMENT && WRITTEN_REPLACEMENT.some((byte, at) => bytes[offset + at] !== byte))
      break;
    offset += lengthInBytes(character);
    if (character === '\n') [line, column] = [line + 1, 1];
    else if (character !== '\ufeff' || offset > WRITTEN_REPLACEMENT.length) column += 1;
  }
  return {
    ok: false,
    line,
    column,
    byte: `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  };
}

function lengthInBytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
