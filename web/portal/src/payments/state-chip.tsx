import type { AnswerOf } from '@sportello/contracts/web';
import { useText } from '@sportello/ui/i18n';
import { PaymentState } from '@sportello/ui/payment-state';

export type Position = AnswerOf<'rpc.payments.get.v1'>;
export type Instalment = Position['options'][number]['instalments'][number];

/** What became of a payment. Who pays reads "Pagato" also once the body has reconciled it. */
export const StateChip = ({ state }: { state: Position['state'] }) => {
  const text = useText();
  return <PaymentState state={state} label={text(`payments.state.${state}`)} />;
};
