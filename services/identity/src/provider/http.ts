import type { IncomingMessage } from 'node:http';

/** A sign-in form is some hundred bytes long. */
const MOST_BYTES = 16_384;

/** Something the page cannot go on with: told to the person as an expired or failed sign-in. */
export class BadRequest extends Error {}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) throw new BadRequest('not a form');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new BadRequest('too long');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** The address that the gateway saw: the last one of the list, as it alone is not of the visitor's making. */
export const clientAddress = ({ headers, socket }: IncomingMessage): string =>
  String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim() ||
  socket.remoteAddress ||
  'unknown';
