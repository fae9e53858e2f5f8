import type { AnswerOf } from '@sportello/contracts/web';

/** A form as its author wrote it. */
export type Definition = AnswerOf<'rpc.practices.get-form.v1'>['definition'];
