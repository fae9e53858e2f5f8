import type { AnswerOf } from '@sportello/contracts/web';

/** A request as its applicant reads it. */
export type Practice = AnswerOf<'rpc.practices.get.v1'>;
