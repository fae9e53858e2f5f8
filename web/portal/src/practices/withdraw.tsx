import { useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useSay, useText } from '@sportello/ui/i18n';
import { Button } from 'design-react-kit';
import { useId, useState } from 'react';
import type { Practice } from './practice.js';
import { useChangeCheck } from './use-change-check.js';

interface WithdrawProps {
  practice: Practice;
  onDone: () => void;
  /** It was changed meanwhile, and nothing was done. */
  onChanged: () => void;
}

/** "Ritira pratica": shown where the service offers it, and off with its reason while something holds it up (PRA-20, PRA-21). */
export const Withdraw = ({ practice, onDone, onChanged }: WithdrawProps) => {
  const text = useText();
  const say = useSay();
  const reasonId = useId();
  /** The version that was shown when the person began. */
  const [asked, setAsked] = useState<number | null>(null);
  const withdraw = useCommand('rpc.practices.withdraw.v1', ['rpc.practices.get.v1', 'rpc.practices.list-own.v1']);
  const { id, number, moves, withdrawReason: reason, registrations = [], version } = practice;
  const check = useChangeCheck(id, () => {
    setAsked(null);
    onChanged();
  });
  const canWithdraw = moves.includes('withdraw');
  if (!canWithdraw && !reason) return null;
  const hasAmendment = practice.amendments.some(({ status }) => status === 'open' || status === 'answered');
  return (
    <div className="sp-no-print">
      <Button
        type="button"
        outline
        color="danger"
        aria-disabled={!canWithdraw || undefined}
        aria-describedby={canWithdraw ? undefined : reasonId}
        onClick={() => {
          if (canWithdraw) setAsked(version);
        }}
      >
        {text('withdraw.label')}
      </Button>
      {!canWithdraw && reason && (
        <p id={reasonId} className="mb-0 mt-2">
          {say(reason)}
        </p>
      )}
      {asked !== null && (
        <ConfirmDialog
          title={text('withdraw.title', { number })}
          confirm={text('withdraw.confirm')}
          isDangerous
          isPending={withdraw.isPending}
          error={withdraw.error}
          onConfirm={() =>
            withdraw.mutate(
              { id, version: asked },
              {
                onSuccess: () => {
                  setAsked(null);
                  onDone();
                },
                onError: check,
              },
            )
          }
          onCancel={() => setAsked(null)}
        >
          <p>{text('withdraw.follows')}</p>
          <ul>
            <li>{text('withdraw.follows.ends')}</li>
            {hasAmendment && <li>{text('withdraw.follows.amendments')}</li>}
            {registrations.length > 0 && <li>{text('withdraw.follows.registered')}</li>}
            <li>{text('withdraw.follows.stays')}</li>
          </ul>
          <p>{text('withdraw.final')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
