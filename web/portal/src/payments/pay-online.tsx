import { newId } from '@sportello/contracts/id';
import type { AskedOf } from '@sportello/contracts/web';
import { attend, ProblemError, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';

type Notices = AskedOf<'rpc.payments.start-cart.v1'>['notices'];

export interface PayOnlineProps {
  /** What is paid, or how that is found out once the button is pressed. */
  notices: Notices | (() => Promise<Notices>);
  /** What is read instead of the words on the button, where there are several. */
  label?: string;
  children: string;
}

/** Leaves for the payment page of pagoPA. Pressed twice it is the same cart, so nobody pays twice by that. */
export const PayOnline = ({ notices, label, children }: PayOnlineProps) => {
  const text = useText();
  const [id, setId] = useState(newId);
  const [isLeaving, setLeaving] = useState(false);
  const find = useMutation({ mutationFn: () => attend(async () => (typeof notices === 'function' ? notices() : notices)) });
  const start = useCommand('rpc.payments.start-cart.v1', ['rpc.payments.get.v1', 'rpc.payments.list-own.v1']);
  const leaveWith = (found: Notices) =>
    start.mutate(
      { id, notices: found },
      {
        onSuccess: ({ redirectUrl }) => {
          setLeaving(true);
          location.assign(redirectUrl);
        },
        onError: (problem) => {
          // What was refused was not begun: another choice is another cart.
          if (problem instanceof ProblemError) setId(newId());
        },
      },
    );
  const pay = () => find.mutate(undefined, { onSuccess: leaveWith });
  const isPending = find.isPending || start.isPending || isLeaving;
  const error = isPending ? null : (find.error ?? start.error);
  return (
    <div className="mt-3">
      <Button type="button" color="primary" size="lg" aria-label={label} aria-disabled={isPending} onClick={isPending ? undefined : pay}>
        {isPending ? text('payments.leaving') : children}
        <Icon name="it-external-link" className="icon-sm icon-white ms-2" />
      </Button>
      <p className="small mt-2 mb-0">{text('payments.online.detail')}</p>
      {error && (
        <div className="mt-3">
          <ErrorNote error={error} />
        </div>
      )}
    </div>
  );
};
