import { newId } from '@sportello/contracts/id';
import type { AskedOf } from '@sportello/contracts/web';
import { ProblemError, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Button } from 'design-react-kit';
import { useState } from 'react';

interface PayOnlineProps {
  notices: AskedOf<'rpc.payments.start-cart.v1'>['notices'];
  /** What is read instead of the words on the button, where there are several. */
  label?: string;
  children: string;
}

/** Leaves for the payment page of pagoPA. Pressed twice it is the same cart, so nobody pays twice by that. */
export const PayOnline = ({ notices, label, children }: PayOnlineProps) => {
  const text = useText();
  const [id, setId] = useState(newId);
  const [isLeaving, setLeaving] = useState(false);
  const start = useCommand('rpc.payments.start-cart.v1', ['rpc.payments.get.v1', 'rpc.payments.list-own.v1']);
  const pay = () =>
    start.mutate(
      { id, notices },
      {
        onSuccess: ({ redirectUrl }) => {
          setLeaving(true);
          location.assign(redirectUrl);
        },
        onError: (error) => {
          // What was refused was not begun: another choice is another cart.
          if (error instanceof ProblemError) setId(newId());
        },
      },
    );
  const isPending = start.isPending || isLeaving;
  return (
    <div className="mt-3">
      <Button type="button" color="primary" size="lg" aria-label={label} aria-disabled={isPending} onClick={isPending ? undefined : pay}>
        {isPending ? text('payments.leaving') : children}
        <Icon name="it-external-link" className="icon-sm icon-white ms-2" />
      </Button>
      <p className="small mt-2 mb-0">{text('payments.online.detail')}</p>
      {start.error && (
        <div className="mt-3">
          <ErrorNote error={start.error} />
        </div>
      )}
    </div>
  );
};
