import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed address lets its bearer download, and until when. */
export interface FileAddress {
  /** Where the file is in the storage. */
  key: string;
  /** The name that the browser saves it under. */
  name: string;
  /** Its media type. */
  type: string;
  expiresAt: Date;
}

const maxTokenLength = 4096;
/** Keeps these tokens apart from any other use of the same secret. */
const purpose = 'sportello file address 1';

/** Secrets of addresses: the first signs, all are accepted, so that one can be changed while addresses of before still open. */
export type AddressSecrets = readonly [string, ...string[]];

/** A token that opens one file for a short time and says nothing that its bearer may not know. */
export function signAddress({ key, name, type, expiresAt }: FileAddress, [secret]: AddressSecrets): string {
  const content = Buffer.from(JSON.stringify([key, name, type, expiresAt.getTime()])).toString('base64url');
  const token = `${content}.${sign(content, secret)}`;
  if (token.length > maxTokenLength) throw new RangeError('The file name or key is too long for an address');
  return token;
}

/** How long an address that somebody asks for opens its file, in milliseconds. */
const DOWNLOAD_MS = 5 * 60_000;

/** Where somebody who may have a file downloads it, for the next minutes. */
export function downloadAddress(
  { key, name, type }: Omit<FileAddress, 'expiresAt'>,
  secrets: AddressSecrets,
  now: Date,
): { url: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + DOWNLOAD_MS);
  return { url: `/files/${signAddress({ key, name, type, expiresAt }, secrets)}`, expiresAt };
}

/** What the token opens; undefined when it was signed with none of these secrets, was altered, or has expired. */
export function openAddress(token: string, secrets: AddressSecrets, now: Date): FileAddress | undefined {
  if (token.length > maxTokenLength) return undefined;
  const [content, signature, ...rest] = token.split('.');
  if (content === undefined || signature === undefined || rest.length > 0) return undefined;
  // The texts are compared, not the bytes they stand for: base64 has several spellings of the same bytes.
  const given = Buffer.from(signature);
  const isOurs = secrets.some((secret) => {
    const expected = Buffer.from(sign(content, secret));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isOurs) return undefined;
  const [key, name, type, expires] = JSON.parse(Buffer.from(content, 'base64url').toString()) as [string, string, string, number];
  return now.getTime() < expires ? { key, name, type, expiresAt: new Date(expires) } : undefined;
}

function sign(content: string, secret: string): string {
  if (Buffer.byteLength(secret) < 32) throw new RangeError('The secret of file addresses must have at least 32 bytes');
  return createHmac('sha256', secret).update(`${purpose}\n${content}`).digest('base64url');
}
