import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Output } from '@sportello/contracts/contract';
import type { getMarkKeys } from '@sportello/contracts/practices/arrival-marks';
import type { submitPractice } from '@sportello/contracts/practices/submissions';

export type Mark = Output<typeof submitPractice>;
type Unsigned = Omit<Mark, 'kid' | 'signature'>;
type MarkKey = Output<typeof getMarkKeys>['items'][number];

/** What is signed, as `docs/arrival-marks.md` shows it to those who verify. */
const signedText = ({ practiceId, number, submittedAt, position, contentSha256 }: Unsigned): string =>
  [practiceId, number, submittedAt.toISOString(), position, contentSha256].join('|');

/** Signs marks with an Ed25519 key (RFC 8032). The same mark has always the same signature. */
export function signerOf(key: KeyObject): (mark: Unsigned) => Pick<Mark, 'kid' | 'signature'> {
  const { kid } = markKeyOf(createPublicKey(key));
  return (mark) => ({ kid, signature: sign(null, Buffer.from(signedText(mark)), key).toString('base64url') });
}

/** A public key as it is published, under its thumbprint (RFC 7638, with the members that RFC 8037 names). */
export function markKeyOf(publicKey: KeyObject): MarkKey {
  const { crv, kty, x } = publicKey.export({ format: 'jwk' });
  return {
    kid: createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url'),
    algorithm: 'Ed25519',
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}
