/** Reads an organization's logo out of a policy: a PNG or WebP as a data address, identified by its bytes, not by its declared type. */

/** Largest image, in bytes. */
export const MOST_LOGO_BYTES = 32 * 1_024;
/** Largest width and height, in pixels: a small file may unpack to a picture that fills the memory. */
export const MOST_LOGO_PIXELS = 1_024;
/** Longest data address of such an image, in characters: base64 writes three bytes as four characters. */
export const MOST_LOGO_CHARACTERS = 'data:image/webp;base64,'.length + Math.ceil(MOST_LOGO_BYTES / 3) * 4;

/** Each is a message key of the `policy` surface. */
export type LogoProblem = 'logoNotAnImage' | 'logoTooLarge' | 'logoTooWide' | 'logoMoves';

export interface Logo {
  type: 'image/png' | 'image/webp';
  bytes: number;
  width: number;
  height: number;
}

export type ReadLogo = { ok: true; logo: Logo } | { ok: false; problem: LogoProblem };

/**
 * @param address - `data:image/png;base64,…` or `data:image/webp;base64,…`.
 * @returns what the image is, or what is wrong with it. SVG is not accepted: it can contain scripts and addresses. Never throws.
 */
export function readLogo(address: string): ReadLogo {
  const [, named, data] = /^data:(image\/(?:png|webp));base64,([A-Za-z0-9+/]+={0,2})$/.exec(address) ?? [];
  if (!named || !data || data.length % 4 !== 0) return { ok: false, problem: 'logoNotAnImage' };
  if (address.length > MOST_LOGO_CHARACTERS) return { ok: false, problem: 'logoTooLarge' };
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  if (bytes.length > MOST_LOGO_BYTES) return { ok: false, problem: 'logoTooLarge' };
  const found = named === 'image/png' ? readPng(bytes) : readWebp(bytes);
  if (!found || found.width === 0 || found.height === 0) return { ok: false, problem: 'logoNotAnImage' };
  if (found.moves) return { ok: false, problem: 'logoMoves' };
  if (Math.max(found.width, found.height) > MOST_LOGO_PIXELS) return { ok: false, problem: 'logoTooWide' };
  const { width, height } = found;
  return { ok: true, logo: { type: named as Logo['type'], bytes: bytes.length, width, height } };
}

interface Found {
  width: number;
  height: number;
  /** Whether it is an animation, which would distract from what the notice says. */
  moves: boolean;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads the signature and the first chunk, `IHDR` (PNG specification, 5.2 and 11.2.2). A chunk `acTL` makes it an animation. */
function readPng(bytes: Uint8Array): Found | null {
  if (bytes.length < 33 || PNG.some((byte, index) => bytes[index] !== byte)) return null;
  if (textAt(bytes, 12, 4) !== 'IHDR') return null;
  const view = new DataView(bytes.buffer);
  return { width: view.getUint32(16), height: view.getUint32(20), moves: hasChunk(bytes, 'acTL') };
}

/** A chunk's length, name, data and checksum follow each other. */
function hasChunk(bytes: Uint8Array, name: string): boolean {
  const view = new DataView(bytes.buffer);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (textAt(bytes, at + 4, 4) === name) return true;
  }
  return false;
}

/** Reads the RIFF container and its first chunk (WebP container specification; RFC 6386, 9.1, for `VP8 `). */
function readWebp(bytes: Uint8Array): Found | null {
  if (bytes.length < 30 || textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP') return null;
  const view = new DataView(bytes.buffer);
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (textAt(bytes, 12, 4)) {
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
        moves: false,
      };
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return null;
      const size = view.getUint32(21, true);
      return { width: (size & 0x3fff) + 1, height: ((size >>> 14) & 0x3fff) + 1, moves: false };
    }
    case 'VP8X':
      return { width: three(24) + 1, height: three(27) + 1, moves: (view.getUint8(20) & 0x02) !== 0 };
    default:
      return null;
  }
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** @returns a text such as "PNG, 4.2 kB, 240 × 80"; null if the address is not a valid logo. */
export function describeLogo(address: string): string | null {
  const read = readLogo(address);
  if (!read.ok) return null;
  const { type, bytes, width, height } = read.logo;
  const kilobytes = (bytes / 1_024).toFixed(1);
  return `${type === 'image/png' ? 'PNG' : 'WebP'}, ${kilobytes} kB, ${width} × ${height}`;
}
