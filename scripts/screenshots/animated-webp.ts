/** Puts still WebP pictures together to one that moves: the container only, the pictures stay as the browser made them. */

export interface Frame {
  /** A still WebP file. */
  picture: Buffer;
  milliseconds: number;
}

interface Size {
  /** Pixels. */
  width: number;
  height: number;
}

/** The chunks that hold a picture: lossy, lossless, and what can be seen through. */
const PICTURE = ['ALPH', 'VP8 ', 'VP8L'];

const ANIMATED = 0x02;
const SEEN_THROUGH = 0x10;

/** A frame takes the place of the one before, and is not laid over it. */
const REPLACES = 0x02;

/** @param frames - all of this size. @returns a WebP file that plays them again and again. */
export function animatedWebp(frames: readonly Frame[], { width, height }: Size): Buffer {
  const parts = frames.map(({ picture, milliseconds }) => {
    const chunks = chunksOf(picture).filter(({ name }) => PICTURE.includes(name));
    const head = Buffer.alloc(16);
    head.writeUIntLE(width - 1, 6, 3);
    head.writeUIntLE(height - 1, 9, 3);
    head.writeUIntLE(milliseconds, 12, 3);
    head.writeUInt8(REPLACES, 15);
    return { chunks, head };
  });
  const alpha = parts.some(({ chunks }) => chunks.some(({ name }) => name === 'ALPH'));
  const canvas = Buffer.alloc(10);
  canvas.writeUInt8(ANIMATED | (alpha ? SEEN_THROUGH : 0), 0);
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  // The ground's color, and how often it plays: without end.
  const play = Buffer.alloc(6);
  return chunk('RIFF', [
    Buffer.from('WEBP'),
    chunk('VP8X', [canvas]),
    chunk('ANIM', [play]),
    ...parts.map(({ chunks, head }) =>
      chunk('ANMF', [head, ...chunks.map(({ name, body }) => chunk(name, [body]))]),
    ),
  ]);
}

/** Of an even length, as the container wants it. */
function chunk(name: string, bodies: readonly Buffer[]): Buffer {
  const body = Buffer.concat(bodies);
  const head = Buffer.alloc(8);
  head.write(name);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function chunksOf(file: Buffer): { name: string; body: Buffer }[] {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP')
    throw new Error('a still WebP file was expected');
  const chunks: { name: string; body: Buffer }[] = [];
  for (let at = 12; at + 8 <= file.length; ) {
    const length = file.readUInt32LE(at + 4);
    chunks.push({
      name: file.toString('latin1', at, at + 4),
      body: file.subarray(at + 8, at + 8 + length),
    });
    at += 8 + length + (length % 2);
  }
  return chunks;
}
