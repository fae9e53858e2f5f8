import type { AnswerOf } from '@sportello/contracts/web';

export type Ticket = AnswerOf<'rpc.ticketing.get.v1'>;
