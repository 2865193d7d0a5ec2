/** Packs files into one ZIP archive: a whole kit as one download, or a package for a store. The same files give the same bytes. */

export interface ZipEntry {
  /** Relative, with `/`. */
  path: string;
  bytes: Uint8Array;
  /** May be run as a program on macOS and Linux. */
  executable: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2.0: folders. Upper byte 3: Unix, so that permissions count. */
const VERSION = 20;
const MADE_ON_UNIX = (3 << 8) | VERSION;
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the format's first day: the same files give the same archive. */
const FIRST_DAY = 0x0021;

/** Methods of PKWARE APPNOTE 4.4.5. */
const STORED = 0;
const DEFLATED = 8;

/**
 * @param deflate - raw DEFLATE (RFC 1951); without it the files are stored as they are.
 * @returns the archive (PKWARE APPNOTE 6.3). It must have fewer than 65,536 files and 4 GB; no archive of the project comes close.
 */
export function zipFile(
  entries: readonly ZipEntry[],
  deflate?: (bytes: Uint8Array) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes, executable } of entries) {
    const name = new TextEncoder().encode(path);
    const data = deflate ? deflate(bytes) : bytes;
    // Common to both headers: version, flags, method, time, date, checksum, sizes, length of name and extra field.
    const common: [number, 2 | 4][] = [
      [VERSION, 2],
      [UTF8_NAMES, 2],
      [deflate ? DEFLATED : STORED, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc32(bytes), 4],
      [data.length, 4],
      [bytes.length, 4],
      [name.length, 2],
      [0, 2],
    ];
    const local = record([[LOCAL, 4], ...common]);
    const mode = 0o100000 | (executable ? 0o755 : 0o644);
    directory.push(
      // Comment, disk, internal attributes, external ones (permissions in the upper half), place of the file.
      record([
        [CENTRAL, 4],
        [MADE_ON_UNIX, 2],
        ...common,
        [0, 2],
        [0, 2],
        [0, 2],
        [(mode << 16) >>> 0, 4],
        [offset, 4],
      ]),
      name,
    );
    parts.push(local, name, data);
    offset += local.length + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end = record([
    [END, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ]);
  return joined([...parts, ...directory, end]);
}

/** Little-endian fields of two or four bytes. */
function record(fields: readonly (readonly [number, 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The checksum ZIP asks for (polynomial 0xEDB88320). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
