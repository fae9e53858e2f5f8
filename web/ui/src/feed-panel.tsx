import { newId } from '@sportello/contracts/id';
import { Button } from 'design-react-kit';
import { useId, useState } from 'react';
import { useAsk, useCommand } from './api.js';
import { ConfirmDialog } from './dialog.js';
import { Done } from './done.js';
import { ErrorNote } from './error-note.js';
import { formatDate, useText } from './i18n.js';
import { ErrorState, Skeleton } from './page-states.js';
import { romeDay } from './rome-hours.js';

const reads = ['rpc.appointments.get-feed.v1'] as const;

/** The secret address under which one's own calendar program reads appointments: made, renewed and revoked. It is shown once. */
export const FeedPanel = ({ calendarId }: { calendarId?: string }) => {
  const text = useText();
  const id = useId();
  const whose = calendarId === undefined ? {} : { calendarId };
  const { data, error, refetch } = useAsk('rpc.appointments.get-feed.v1', whose);
  const renew = useCommand('rpc.appointments.renew-feed.v1', reads);
  const revoke = useCommand('rpc.appointments.revoke-feed.v1', reads);
  const [sure, setSure] = useState<'renew' | 'revoke' | null>(null);
  const make = () => {
    if (renew.isPending) return;
    revoke.reset();
    renew.mutate({ id: newId(), ...whose }, { onSuccess: () => setSure(null) });
  };
  return (
    <section aria-labelledby={id} className="sc-calendar-part mt-4">
      <h2 id={id} className="h5">
        {text('ui.feed.title')}
      </h2>
      <p className="form-text">{text('ui.feed.lead')}</p>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={2} />)}
      {renew.data && data?.madeAt && (
        <Done of={renew.data.address}>
          {text('ui.feed.made')} <code className="text-break">{renew.data.address}</code>
        </Done>
      )}
      {revoke.isSuccess && <Done>{text('ui.feed.revoked')}</Done>}
      {data && (
        <>
          {data.madeAt && <p>{text('ui.feed.since', { date: formatDate(romeDay(data.madeAt)) })}</p>}
          {renew.error && !sure ? <ErrorNote error={renew.error} /> : null}
          <div className="sp-operations">
            <Button
              type="button"
              outline
              color="primary"
              size="sm"
              aria-disabled={renew.isPending || undefined}
              onClick={() => (data.madeAt ? setSure('renew') : make())}
            >
              {text(data.madeAt ? 'ui.feed.renew' : 'ui.feed.make')}
            </Button>
            {data.madeAt && (
              <Button type="button" outline color="danger" size="sm" onClick={() => setSure('revoke')}>
                {text('ui.feed.revoke')}
              </Button>
            )}
          </div>
        </>
      )}
      {sure && (
        <ConfirmDialog
          title={text(`ui.feed.${sure}.sure`)}
          confirm={text(`ui.feed.${sure}`)}
          isDangerous={sure === 'revoke'}
          isPending={renew.isPending || revoke.isPending}
          error={sure === 'renew' ? renew.error : revoke.error}
          onCancel={() => setSure(null)}
          onConfirm={() => {
            if (sure === 'renew') make();
            else
              revoke.mutate(whose, {
                onSuccess: () => {
                  renew.reset();
                  setSure(null);
                },
              });
          }}
        >
          <p>{text('ui.feed.sure.detail')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
};
