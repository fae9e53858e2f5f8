import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Output } from '@sportello/contracts/contract';
import type { submitPractice } from '@sportello/contracts/practices';

export type Mark = Output<typeof submitPractice>;

/** What is signed: `practiceId|number|submittedAt|position|contentSha256`, the instant in ISO 8601, UTC, with milliseconds. */
export const signedText = ({ practiceId, number, submittedAt, position, contentSha256 }: Omit<Mark, 'signature'>): string =>
  [practiceId, number, submittedAt.toISOString(), position, contentSha256].join('|');

/** Completes a mark with its Ed25519 signature (RFC 8032). The same mark has always the same signature. */
export const signMark = (mark: Omit<Mark, 'signature'>, key: KeyObject): Mark => ({
  ...mark,
  signature: sign(null, Buffer.from(signedText(mark)), key).toString('base64url'),
});

/** The public key that belongs to a private one: SubjectPublicKeyInfo, DER in base64. */
export const publicKeyOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');

/** What anybody can do without asking us. */
export const isGenuine = (mark: Mark, publicKey: string): boolean =>
  verify(
    null,
    Buffer.from(signedText(mark)),
    createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }),
    Buffer.from(mark.signature, 'base64url'),
  );
