import { createHmac, timingSafeEqual } from 'node:crypto';

/** Length of a step in seconds, digits of a code, and bytes of a secret: what every app for codes takes without being told. */
const STEP_SECONDS = 30;
const DIGITS = 6;
export const SECRET_BYTES = 20;
/** Steps before and after the present one whose codes are taken: clocks differ. */
const DRIFT = 1;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, section 6, without padding: how a secret is typed. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1_000 / STEP_SECONDS);

/** The code of a step. Source: RFC 6238, with HMAC-SHA-1; RFC 4226, section 5.3 */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0xf;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** The step whose code this is, near the present one; null when there is none. @param typed blanks between the digits are left aside */
export function stepOf(secret: Buffer, typed: string, now: Date): number | null {
  const code = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(code)) return null;
  const present = stepAt(now);
  const near = Array.from({ length: 2 * DRIFT + 1 }, (_, at) => present - DRIFT + at);
  return near.find((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code))) ?? null;
}

/** What the QR code says. Source: github.com/google/google-authenticator, Key URI Format */
export const keyUri = (secret: Buffer, username: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${username}`)}?${new URLSearchParams({ secret: base32(secret), issuer })}`;
