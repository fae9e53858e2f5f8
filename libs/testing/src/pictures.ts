import { crc32, deflateSync } from 'node:zlib';

interface Picture {
  width?: number;
  height?: number;
  /** Chunks that stand before the image data. */
  before?: readonly [type: string, data: Buffer][];
  /** The last bytes of the header: bits of a sample, colour type, compression, filter, interlace. */
  kind?: readonly [number, number, number, number, number];
  /** The rows, when they are not to be white. */
  rows?: Buffer;
}

/** A PNG file of whatever sort; told nothing, a white one of four pixels in grey. */
export function pictureOf({ width = 2, height = 2, before = [], kind = [8, 0, 0, 0, 0], rows }: Picture = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(kind, 8);
  const white = () => Buffer.concat(Array.from({ length: height }, () => Buffer.from([0, ...new Array(width).fill(255)])));
  const chunks: [string, Buffer][] = [['IHDR', header], ...before, ['IDAT', deflateSync(rows ?? white())], ['IEND', Buffer.alloc(0)]];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks.map(([type, data]) => chunkOf(type, data))]);
}

function chunkOf(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
