import type { PositionState } from '@sportello/contracts/payments/positions';
import { Icon } from './icon.js';

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
} as const satisfies Record<PositionState, readonly [string, string]>;

/** What became of a payment by word, shape and colour; the words are other ones for who pays and for staff. */
export const PaymentState = ({ state, label }: { state: PositionState; label: string }) => {
  const [colour, icon] = looks[state];
  return (
    <span className={`sp-status sp-status-${colour}`}>
      <Icon name={icon} className="icon-sm" />
      {label}
    </span>
  );
};
