import type { IncomingMessage } from 'node:http';
import { plainAddress } from '@sportello/service/address';

/** A sign-in form is some hundred bytes long. */
const MOST_BYTES = 16_384;

/** Something the page cannot go on with: told to the person as an expired or failed sign-in. */
export class BadRequest extends Error {}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) throw new BadRequest('not a form');
  const chunks: Buffer[] = [];
  let size = 0;
  // Read to its end in any case: a request that is broken off would leave its kept connection without answers.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  if (size > MOST_BYTES) throw new BadRequest('too long');
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** The address that the gateway saw: the last one of the list, as it alone is not of the visitor's making. */
export const clientAddress = ({ headers, socket }: IncomingMessage): string =>
  plainAddress(
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1) ?? '',
  ) ??
  plainAddress(socket.remoteAddress ?? '') ??
  'unknown';
