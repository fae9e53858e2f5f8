import type { AnswerOf } from '@sportello/contracts/web';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';

export type Position = AnswerOf<'rpc.payments.get.v1'>;
export type Instalment = Position['options'][number]['instalments'][number];

const looks = {
  creating: ['grey', 'it-clock'],
  creation_failed: ['grey', 'it-clock'],
  to_pay: ['amber', 'it-arrow-right-circle'],
  partly_paid: ['amber', 'it-arrow-right-circle'],
  paid: ['green', 'it-check-circle'],
  reported: ['green', 'it-check-circle'],
  to_collection: ['red', 'it-close-circle'],
  expired: ['red', 'it-close-circle'],
  cancelled: ['grey', 'it-close-circle'],
} as const satisfies Record<Position['state'], readonly [string, string]>;

/** What became of a payment by word, shape and colour. Who pays reads "Pagato" also once the body has reconciled it. */
export const StateChip = ({ state }: { state: Position['state'] }) => {
  const text = useText();
  const [colour, icon] = looks[state];
  return (
    <span className={`sp-status sp-status-${colour}`}>
      <Icon name={icon} className="icon-sm" />
      {text(`payments.state.${state}`)}
    </span>
  );
};
