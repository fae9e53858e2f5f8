import type { AnswerOf } from '@sportello/contracts/web';

export type PositionRecord = AnswerOf<'rpc.payments.get-record.v1'>;
