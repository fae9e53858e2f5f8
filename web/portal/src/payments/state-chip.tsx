import type { AnswerOf } from '@sportello/contracts/web';
import { useText } from '@sportello/ui/i18n';
import { PaymentState } from '@sportello/ui/payment-state';

export type Position = AnswerOf<'rpc.payments.get.v1'>;
export type Instalment = Position['options'][number]['instalments'][number];

/** True while the notice is made. */
export const isInTheMaking = ({ state }: Position) => state === 'creating' || state === 'creation_failed';

/** True while something comes by itself: the notice, or the receipt of whoever left to pay. */
export const isComing = (position: Position) =>
  isInTheMaking(position) || position.options.some(({ instalments }) => instalments.some(({ isUnderWay }) => isUnderWay));

/** What became of a payment. Who pays reads "Pagato" also once the body has reconciled it. */
export const StateChip = ({ state }: { state: Position['state'] }) => {
  const text = useText();
  return <PaymentState state={state} label={text(`payments.state.${state}`)} />;
};
