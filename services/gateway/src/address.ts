import type { IncomingMessage } from 'node:http';
import { networkOf, plainAddress } from '@sportello/service/address';

/**
 * Leaves of `X-Forwarded-For` what may be read: the addresses after the last entry that is none. Whose word is believed among them the
 * web server decides, by the proxies that it was told to trust.
 */
export function tidyForwarded({ headers }: IncomingMessage): void {
  const said = headers['x-forwarded-for'];
  if (said === undefined) return;
  const addresses = String(said).split(',').map(plainAddress);
  const readable = addresses.slice(addresses.lastIndexOf(null) + 1);
  if (readable.length > 0) headers['x-forwarded-for'] = readable.join(', ');
  else delete headers['x-forwarded-for'];
}

/** Under which name requests from this address are counted. */
export const senderAt = (ip: string | undefined): string => networkOf(plainAddress(ip ?? '') ?? 'unknown');
