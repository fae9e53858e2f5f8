import type { AnswerOf } from '@sportello/contracts/web';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, formatEuro, rome, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';

type TopUp = AnswerOf<'rpc.school.list-paid-top-ups.v1'>['items'][number];

const list = 'rpc.school.list-paid-top-ups.v1';

/** Top-ups that were paid: they count once somebody has checked them against the validated transactions (SCH-12). */
export const PaidTopUps = () => {
  const text = useText();
  const pages = useAskPages(list, { limit: 25 }, { staleTimeMs: 0 });
  const credit = useCommand('rpc.school.credit-top-up.v1', [list]);
  const [refused, setRefused] = useState<TopUp | undefined>();
  const { data, error, refetch } = pages;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  const onCredited = () => {
    toast({ words: text('kitchen.topUps.done') });
    // The row with the button that was pressed is gone.
    heading.current?.focus();
  };
  const press = (id: string) => {
    if (!credit.isPending) credit.mutate({ id }, { onSuccess: onCredited });
  };
  const columns: Column<TopUp>[] = [
    { key: 'badge', label: text('kitchen.topUps.badge'), cell: ({ badge, childName }) => `${badge} - ${childName}` },
    { key: 'service', label: text('kitchen.topUps.service'), cell: ({ serviceName }) => serviceName },
    { key: 'amount', label: text('kitchen.topUps.amount'), cell: (topUp) => formatEuro(paidOf(topUp)) },
    { key: 'at', label: text('kitchen.topUps.at'), cell: ({ askedAt }) => <time dateTime={askedAt}>{formatDateTime(askedAt, rome)}</time> },
    {
      key: 'credit',
      label: text('kitchen.topUps.credit'),
      isLabelHidden: true,
      cell: (topUp) => (
        <div className="sp-operations">
          <Button
            type="button"
            outline
            color="primary"
            size="xs"
            aria-label={text('kitchen.topUps.credit.named', namedOf(topUp))}
            aria-disabled={credit.isPending || undefined}
            onClick={() => press(topUp.id)}
          >
            {text('kitchen.topUps.credit')}
          </Button>
          <Button
            type="button"
            outline
            color="danger"
            size="xs"
            aria-label={text('kitchen.topUps.refuse.named', namedOf(topUp))}
            onClick={() => setRefused(topUp)}
          >
            {text('kitchen.topUps.refuse')}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <section className="mt-4" aria-labelledby="ricariche">
      <h2 id="ricariche" ref={heading} tabIndex={-1} className="h5">
        {text('kitchen.topUps')}
      </h2>
      <p>{text('kitchen.topUps.lead')}</p>
      {credit.error ? <ErrorNote error={credit.error} /> : null}
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {data && items.length === 0 && <Empty icon="it-check-circle">{text('kitchen.topUps.none')}</Empty>}
      {items.length > 0 && <DataTable caption={text('kitchen.topUps')} columns={columns} rows={items} />}
      <More {...pages} />
      {refused && <Refuse topUp={refused} onClose={() => setRefused(undefined)} />}
    </section>
  );
};

/** What came in, which is what is credited. */
const paidOf = ({ paidCents, amountCents }: TopUp) => paidCents ?? amountCents;
const namedOf = (topUp: TopUp) => ({ badge: topUp.badge, amount: formatEuro(paidOf(topUp)) });

const Refuse = ({ topUp, onClose }: { topUp: TopUp; onClose: () => void }) => {
  const text = useText();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const command = useCommand('rpc.school.refuse-top-up.v1', [list]);
  const send = () => {
    setChecked(true);
    if (reason.trim().length < 3 || command.isPending) return;
    command.mutate(
      { id: topUp.id, reason },
      {
        onSuccess: () => {
          toast({ words: text('kitchen.topUps.refuse.done') });
          onClose();
        },
      },
    );
  };
  return (
    <ActionDialog
      title={text('kitchen.topUps.refuse.named', namedOf(topUp))}
      lead={text('kitchen.topUps.refuse.lead')}
      send={text('kitchen.topUps.refuse')}
      color="danger"
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label={text('kitchen.reason')}
        value={reason}
        isRequired
        hasFocus
        rows={2}
        error={isChecked && reason.trim().length < 3 ? text('kitchen.reason.wrong') : undefined}
        input={{ maxLength: 300 }}
        onChange={setReason}
      />
    </ActionDialog>
  );
};
