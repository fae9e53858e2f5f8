import type { Input, Language, Output, Rpc } from '@sportello/contracts/contract';
import { mistakeIn } from '@sportello/messaging/mistakes';
import { invalid } from '@sportello/messaging/rpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isKnown, tagOf } from './conditions.js';

/** How the gateway answers a contract by itself, without the bus: what is data of the program, and the same for everybody. */
export interface OwnAnswer {
  contract: Rpc;
  /** @throws Problem `invalidInput`, or as the contract says */
  answer(input: object, language: Language): Buffer;
}

export const own = <C extends Rpc>(contract: C, answer: (input: Input<C>) => Output<C>): OwnAnswer => ({
  contract,
  answer: (asked, language) => {
    const read = contract.input.safeParse(asked, { error: mistakeIn(contract.input, language) });
    if (!read.success) throw invalid(read.error);
    return Buffer.from(JSON.stringify(z.encode(contract.output, answer(read.data as Input<C>))));
  },
});

/** Such data change with the program alone, some times a year: whoever has them need not ask again for a day. Seconds. */
const KEPT_SECONDS = 86_400;

export function sendOwn(body: Buffer, request: FastifyRequest, reply: FastifyReply): void {
  const tag = tagOf(body, false);
  void reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', `public, max-age=${KEPT_SECONDS}`)
    .header('etag', tag);
  void (isKnown(tag, request.headers['if-none-match']) ? reply.code(304).send() : reply.send(body));
}
