import type { Mover } from '@sportello/casework/subject';
import type { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import {
  alreadyAcquired,
  notTheApplicant,
  notWithdrawable,
  paymentPresent,
  registrationPending,
  withdrawalNotOffered,
} from '@sportello/contracts/practices/withdrawals';
import { Problem } from '@sportello/messaging/problem';

interface Situation {
  status: PracticeStatus;
  hasPayment?: boolean;
  procedure: { settings: WorkflowSettings };
}

/** Where something was asked to be paid, is being paid, or was. */
const paying: readonly string[] = ['awaiting_payment', 'payment_in_progress', 'paid'];

/** Whether a payment or a stamp is linked to the practice, in any phase. */
const hasPayment = ({ status, hasPayment: has }: Situation): boolean => has === true || paying.includes(status);

const isWithoutNumber = ({ status, procedure }: Situation): boolean => procedure.settings.registers && status === 'submitted';

/** What holds a withdrawal up in a state that allows it: its button is shown, and says why it does nothing. */
export const withdrawalGuards = {
  'no payment': (situation: Situation) => (hasPayment(situation) ? () => new Problem(paymentPresent) : undefined),
  'no number awaited': (situation: Situation) => (isWithoutNumber(situation) ? () => new Problem(registrationPending) : undefined),
};

/** Why it is not possible where the table has no line for it: the first reason, in the order of PRA-21. */
export function withdrawalRefusal(situation: Situation, side: Mover['side']): Problem {
  const { status, procedure } = situation;
  if (side !== 'applicant') return new Problem(notTheApplicant);
  if (!procedure.settings.canBeWithdrawn) return new Problem(withdrawalNotOffered);
  if (hasPayment(situation)) return new Problem(paymentPresent);
  if (status === ('acquired' satisfies PracticeStatus)) return new Problem(alreadyAcquired);
  return new Problem(notWithdrawable);
}

/** Whether a withdrawal that is refused now is still shown, with the reason: what may pass, or what the office can settle. */
export const isShownRefused = ({ problem: { type } }: Problem): boolean =>
  type === paymentPresent.type || type === registrationPending.type;
