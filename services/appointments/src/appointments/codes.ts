import { createHmac, timingSafeEqual } from 'node:crypto';

/** Keeps these codes apart from any other use of the same secret. */
const purpose = 'sportello appointment 1';

const sign = (id: string, secret: string): string => createHmac('sha256', secret).update(`${purpose}\n${id}`).digest('base64url');

/** Opens an appointment for whoever has it, signed in or not. @param secrets the first signs */
export const codeOf = (id: string, [secret]: readonly [string, ...string[]]): string => `${id}.${sign(id, secret)}`;

/** The appointment that a code opens; null for one that none of the secrets signed. */
export function openCode(code: string, secrets: readonly [string, ...string[]]): string | null {
  const [id = '', signature = ''] = code.split('.');
  const given = Buffer.from(signature);
  const isOurs = secrets.some((secret) => {
    const expected = Buffer.from(sign(id, secret));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isOurs ? id : null;
}

/**
 * Where somebody who is not signed in comes from, without saying it: counted while she fills in, and then forgotten.
 * @param address null where none is known: those are counted together
 */
export const senderOf = (address: string | null, [secret]: readonly [string, ...string[]]): string =>
  createHmac('sha256', secret)
    .update(`sportello appointment sender 1\n${address ?? ''}`)
    .digest('base64url')
    .slice(0, 22);
