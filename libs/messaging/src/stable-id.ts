import { createHash } from 'node:crypto';

/**
 * A UUIDv7 that is the same whenever it is made of the same things, so that a row made twice is one row, and a mail sent twice one mail.
 *
 * @param at the instant in the id's first 48 bits
 * @param parts what the other bits are taken from, by SHA-256
 * Source: RFC 9562, section 5.7
 */
export function stableId(at: Date, ...parts: (string | number)[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
