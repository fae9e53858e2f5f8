import { promisify } from 'node:util';
import { constants, crc32, deflate, inflate } from 'node:zlib';
import type { Text } from '@sportello/contracts/contract';
import { logoLimits } from '@sportello/contracts/identity/themes';

const inflated = promisify(inflate);
const deflated = promisify(deflate);

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Samples of a pixel, by colour type. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Bits of a sample that documents can draw, by colour type. */
const depths: Record<number, readonly number[]> = { 0: [1, 2, 4, 8], 2: [8], 3: [1, 2, 4, 8], 4: [8], 6: [8] };
/** First pixel and steps of each pass of an interlaced image. Source: PNG specification, Adam7 */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** An image that cannot be a logo, and why. */
export class UnfitPng extends Error {
  constructor(readonly reason: Text) {
    super(reason.en);
  }
}

/**
 * The same image, written anew with what draws it and nothing else: no text, no place where it was taken, nothing after its end.
 *
 * @param bytes what is said to be a PNG file
 * @throws UnfitPng for what is none, is damaged, or is larger than a logo may be
 * Source: Portable Network Graphics specification, second edition
 */
export async function rewrittenPng(bytes: Buffer): Promise<Buffer> {
  if (bytes.length > logoLimits.bytes) throw new UnfitPng(tooManyBytes);
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new UnfitPng(notPng);
  const chunks = chunksOf(bytes);
  const [first] = chunks;
  if (first?.type !== 'IHDR' || first.data.length !== 13) throw new UnfitPng(damaged);
  const rows = rowsOf(first.data);
  const palette = chunks.find(({ type }) => type === 'PLTE');
  if (first.data[9] === 3 && !palette) throw new UnfitPng(damaged);
  if (palette && (palette.data.length % 3 !== 0 || palette.data.length > 768)) throw new UnfitPng(damaged);
  const transparency = chunks.find(({ type }) => type === 'tRNS');
  if (transparency && transparency.data.length > 256) throw new UnfitPng(damaged);
  const size = rows.reduce((sum, { bytesEach, count }) => sum + bytesEach * count, 0);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = await inflated(packed, { maxOutputLength: size }).catch(() => null);
  if (pixels?.length !== size || !areFiltered(pixels, rows)) throw new UnfitPng(damaged);
  const data = await deflated(pixels, { level: constants.Z_BEST_COMPRESSION });
  const written = [first, palette, transparency, { type: 'IDAT', data }, { type: 'IEND', data: Buffer.alloc(0) }];
  const whole = Buffer.concat([signature, ...written.flatMap((chunk) => (chunk ? [asBytes(chunk)] : []))]);
  if (whole.length > logoLimits.bytes) throw new UnfitPng(tooManyBytes);
  return whole;
}

interface Chunk {
  type: string;
  data: Buffer;
}

/** @throws UnfitPng when one does not end, or is not what its check says */
function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let place = signature.length; place + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(place);
    const end = place + 12 + length;
    if (end > bytes.length || crc32(bytes.subarray(place + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw new UnfitPng(damaged);
    const type = bytes.toString('latin1', place + 4, place + 8);
    if (type === 'acTL') throw new UnfitPng(animated);
    chunks.push({ type, data: bytes.subarray(place + 8, end - 4) });
    if (type === 'IEND') return chunks;
    place = end;
  }
  throw new UnfitPng(damaged);
}

interface Rows {
  count: number;
  /** With the byte that says how a row is filtered. */
  bytesEach: number;
}

/** The rows of an image, in the order in which they stand in its data. */
function rowsOf(header: Buffer): Rows[] {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colour = 0, compression, filter, interlace] = header.subarray(8);
  if (width > logoLimits.pixels || height > logoLimits.pixels) throw new UnfitPng(tooManyPixels(width, height));
  if (width === 0 || height === 0 || compression !== 0 || filter !== 0 || interlace === undefined || interlace > 1)
    throw new UnfitPng(damaged);
  if (depth === 16) throw new UnfitPng(tooDeep);
  if (!depths[colour]?.includes(depth)) throw new UnfitPng(damaged);
  const bits = depth * (samples[colour] ?? 0);
  const rows = (columns: number, count: number) =>
    columns > 0 && count > 0 ? [{ count, bytesEach: 1 + Math.ceil((columns * bits) / 8) }] : [];
  if (interlace === 0) return rows(width, height);
  return passes.flatMap(([x, y, across, down]) => rows(Math.ceil((width - x) / across), Math.ceil((height - y) / down)));
}

/** True when each row says a filter that there is. */
function areFiltered(pixels: Buffer, rows: Rows[]): boolean {
  let place = 0;
  for (const { count, bytesEach } of rows)
    for (let row = 0; row < count; row += 1, place += bytesEach) if ((pixels[place] ?? 5) > 4) return false;
  return true;
}

function asBytes({ type, data }: Chunk): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

const kilobytes = logoLimits.bytes / 1_024;
const notPng: Text = { it: 'Il file non è un’immagine PNG', en: 'The file is not a PNG image' };
const damaged: Text = { it: 'L’immagine è danneggiata', en: 'The image is damaged' };
const animated: Text = { it: 'L’immagine è animata: ne serve una ferma', en: 'The image is animated: a still one is needed' };
const tooManyBytes: Text = { it: `Il file supera ${kilobytes} KB`, en: `The file is larger than ${kilobytes} KB` };
const tooManyPixels = (width: number, height: number): Text => ({
  it: `L’immagine è di ${width} × ${height} pixel: al massimo ${logoLimits.pixels} per lato`,
  en: `The image has ${width} × ${height} pixels: ${logoLimits.pixels} a side at most`,
});
const tooDeep: Text = {
  it: 'L’immagine ha 16 bit per colore: salvala con 8 bit',
  en: 'The image has 16 bits a colour: save it with 8 bits',
};
