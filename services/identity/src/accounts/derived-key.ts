import { hkdfSync } from 'node:crypto';

/** A key of its own for each purpose, of a secret of the environment: what one signs or encrypts means nothing under another (RFC 5869). */
export const derivedKey = (secret: string, purpose: 'second factors' | 'one-time links'): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
