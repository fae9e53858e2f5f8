import type { AnswerOf, Subject } from '@sportello/contracts/web';

export type Desk = AnswerOf<'rpc.ticketing.get-desk.v1'>;

export const kinds = ['technical', 'functional', 'legal'] as const satisfies readonly Desk['kind'][];

/** What is read again after a desk changed: its hours move the terms of what is open. */
export const deskReads: readonly Subject[] = [
  'rpc.ticketing.get-desk.v1',
  'rpc.ticketing.list-desks.v1',
  'rpc.ticketing.list-queue.v1',
  'rpc.ticketing.count-queue.v1',
  'rpc.ticketing.get.v1',
];
