/** Reads the pictures that browsers return: PNG, eight bits per channel, not interlaced. */
import { inflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  /** Bytes per pixel: 3 (RGB) or 4 (RGBA). */
  channels: number;
  pixels: Buffer;
}

/** Decodes a PNG file (ISO/IEC 15948). Throws on forms that no browser writes. */
export function readPng(file: Buffer): Picture {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [depth, colour, , , interlaced] = file.subarray(24, 29);
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0)
    throw new Error(`A PNG of depth ${depth}, colour type ${colour}, interlace ${interlaced}`);
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const channels = colour === 6 ? 4 : 3;
  return {
    width,
    height,
    channels,
    pixels: unfilter(inflateSync(Buffer.concat(parts)), width, height, channels),
  };
}

/** Undoes the filter of each line (section 9 of the standard). */
function unfilter(raw: Buffer, width: number, height: number, channels: number): Buffer {
  const length = width * channels;
  const pixels = Buffer.alloc(length * height);
  for (let line = 0; line < height; line++) {
    const filter = raw[line * (length + 1)] ?? 0;
    const from = line * (length + 1) + 1;
    const to = line * length;
    for (let index = 0; index < length; index++) {
      const left = index >= channels ? (pixels[to + index - channels] ?? 0) : 0;
      const up = line > 0 ? (pixels[to + index - length] ?? 0) : 0;
      const corner = index >= channels && line > 0 ? (pixels[to + index - length - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      pixels[to + index] = ((raw[from + index] ?? 0) + guess) & 255;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
