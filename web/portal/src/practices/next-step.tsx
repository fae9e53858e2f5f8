import { useCommand } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Notice } from '@sportello/ui/notice';
import { OpeningWindow } from '@sportello/ui/opening-window';
import { Panel } from '@sportello/ui/panel';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { SentOn } from '../sent-on.js';
import { WhoIsTold } from '../who-is-told.js';
import { ChangedDialog } from './changed-dialog.js';
import { DeleteDraft } from './delete-draft.js';
import type { Practice } from './practice.js';
import { practicePath } from './practice-path.js';
import { useChangeCheck } from './use-change-check.js';

const changes = ['rpc.practices.get.v1', 'rpc.practices.list-own.v1', 'rpc.practices.get-content.v1'] as const;

/** "Prossimo passo": what the applicant may do before her request is sent (PRA-06, PRA-07, PRA-14). */
export const NextStep = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  /** What is being confirmed, and the version that was shown when the person began. */
  const [asked, setAsked] = useState<{ move: 'submit' | 'reopen'; version: number } | null>(null);
  const [hasChanged, setChanged] = useState(false);
  const submit = useCommand('rpc.practices.submit.v1', changes);
  const reopen = useCommand('rpc.practices.reopen-draft.v1', changes);
  const { id, number, moves, status, version } = practice;
  const check = useChangeCheck(id, () => {
    setAsked(null);
    setChanged(true);
  });
  const proceed = useCommand('rpc.practices.proceed-to-payment.v1', changes);
  const canPay = moves.includes('proceed-to-payment');
  // What has a click day goes from its page, whatever the hour.
  const canSubmit = (moves.includes('submit') || canPay) && practice.clickDayId === null;
  const send = canPay ? proceed : submit;
  const canReopen = moves.includes('reopen');
  const options = [canSubmit, canReopen].filter(Boolean).length;
  return (
    <Panel className="sp-next" aria-labelledby="prossimo">
      <h2 id="prossimo" className="h5">
        {text('next.title')}
        {options > 0 && <span className="sp-options">{text('next.options', { count: options })}</span>}
      </h2>
      <Notice>{text('practices.notCounted')}</Notice>
      {status === 'draft' && (
        <div className="sp-operations">
          <ButtonLink color="primary" to={practicePath(practice)}>
            {text('next.continue')}
          </ButtonLink>
        </div>
      )}
      {!canSubmit && practice.sendReason && <p>{say(practice.sendReason)}</p>}
      <SentOn of={practice} />
      {status === 'ready' && practice.clickDayId && <AnotherApplication clickDayId={practice.clickDayId} />}
      {canSubmit && <WhoIsTold formMail={practice.confirmationMail} />}
      <OpeningWindow opensAt={practice.opensAt} closesAt={practice.closesAt} />
      <div className="sp-next-buttons">
        {canSubmit && (
          <Button type="button" color="primary" size="lg" onClick={() => setAsked({ move: 'submit', version })}>
            {text(canPay ? 'next.pay' : 'next.submit')}
            <Icon name="it-arrow-right" className="icon-sm icon-white ms-2" />
          </Button>
        )}
        {canReopen && (
          <Button type="button" outline color="primary" size="lg" onClick={() => setAsked({ move: 'reopen', version })}>
            <Icon name="it-pencil" className="icon-sm icon-primary me-2" />
            {text('next.reopen')}
          </Button>
        )}
        {moves.includes('delete') && (
          <DeleteDraft
            id={id}
            version={version}
            number={number}
            isAwaitingPayment={status === 'awaiting_payment'}
            look={{ color: 'link', className: 'text-danger' }}
            onDeleted={() => go('/area-personale/pratiche', { replace: true, state: { deleted: number } })}
          />
        )}
      </div>
      {hasChanged && <ChangedDialog practice={practice} onClose={() => setChanged(false)} />}
      {asked?.move === 'submit' && (
        <ConfirmDialog
          title={text('next.confirmTitle')}
          isPending={send.isPending}
          error={send.error}
          onConfirm={() =>
            send.mutate(
              { id, version: asked.version },
              { onSuccess: () => (canPay ? setAsked(null) : go(`/area-personale/pratiche/${id}/inviata`)), onError: check },
            )
          }
          onCancel={() => setAsked(null)}
        >
          <p>{text(canPay ? 'next.pay.confirm' : 'next.submit.confirm')}</p>
        </ConfirmDialog>
      )}
      {asked?.move === 'reopen' && (
        <ConfirmDialog
          title={text('next.confirmTitle')}
          isPending={reopen.isPending}
          error={reopen.error}
          onConfirm={() =>
            reopen.mutate(
              { id, version: asked.version },
              { onSuccess: () => go(practicePath({ id, number, status: 'draft' })), onError: check },
            )
          }
          onCancel={() => setAsked(null)}
        >
          <p>{text('next.reopen.confirm')}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
};

/** Several are filled in before the day, one after the other (CLK-03, CLK-04). */
const AnotherApplication = ({ clickDayId }: { clickDayId: string }) => {
  const text = useText();
  return (
    <section aria-labelledby="ulteriore" className="mb-3">
      <h3 id="ulteriore" className="h6">
        {text('next.another')}
      </h3>
      <div className="sp-operations">
        <ButtonLink outline color="primary" size="sm" to={`/click-day/${clickDayId}#servizi`} aria-label={text('next.another.yes.said')}>
          {text('next.another.yes')}
        </ButtonLink>
        <ButtonLink outline color="primary" size="sm" to={`/click-day/${clickDayId}`} aria-label={text('next.another.no.said')}>
          {text('next.another.no')}
        </ButtonLink>
      </div>
    </section>
  );
};
