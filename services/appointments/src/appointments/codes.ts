import { createHmac, timingSafeEqual } from 'node:crypto';
import { networkOf, plainAddress } from '@sportello/service/address';

/** What a code opens. Keeps these codes apart from each other and from any other use of the same secret. */
const purposes = { appointment: 'sportello appointment 1', 'waiting place': 'sportello waiting place 1' };
type Opened = keyof typeof purposes;

const sign = (opened: Opened, id: string, secret: string): string =>
  createHmac('sha256', secret).update(`${purposes[opened]}\n${id}`).digest('base64url');

/** Opens an appointment or a place on a waiting list for whoever has it, signed in or not. @param secrets the first signs */
export const codeOf = (opened: Opened, id: string, [secret]: readonly [string, ...string[]]): string => `${id}.${sign(opened, id, secret)}`;

/** What a code opens; null for one that none of the secrets signed for it. */
export function openCode(opened: Opened, code: string, secrets: readonly [string, ...string[]]): string | null {
  const [id = '', signature = ''] = code.split('.');
  const given = Buffer.from(signature);
  const isOurs = secrets.some((secret) => {
    const expected = Buffer.from(sign(opened, id, secret));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isOurs ? id : null;
}

/**
 * Where somebody who is not signed in comes from, without saying it: counted while she fills in, and then forgotten. One IPv6 connection is one
 * sender, whichever of its addresses it uses.
 * @param address null where none is known: those are counted together
 */
export const senderOf = (address: string | null, [secret]: readonly [string, ...string[]]): string =>
  createHmac('sha256', secret)
    .update(`sportello appointment sender 1\n${networkOf(plainAddress(address ?? '') ?? '')}`)
    .digest('base64url')
    .slice(0, 22);
