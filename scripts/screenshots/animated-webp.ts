/** Combines still WebP pictures into an animated one. It only writes the container: the pictures stay as the browser made them. */

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

/** The chunks that hold a picture: transparency, lossy, lossless. */
const PICTURE = ['ALPH', 'VP8 ', 'VP8L'];

const ANIMATED = 0x02;
const SEEN_THROUGH = 0x10;

/** A frame replaces the one before instead of being drawn over it. */
const REPLACES = 0x02;

/** @param frames - all of this size. @returns a WebP file that plays them in an endless loop. */
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
  // Background color and number of loops. 0 loops means endless.
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

/** Pads the chunk to an even length, as the container requires. */
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
