import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, formatEuro, rome, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useRef } from 'react';

type TopUp = AnswerOf<'rpc.school.list-paid-top-ups.v1'>['items'][number];

const list = 'rpc.school.list-paid-top-ups.v1';

/** Top-ups that were paid: they count once somebody has checked them against the validated transactions (SCH-12). */
export const PaidTopUps = () => {
  const text = useText();
  const pages = useAskPages(list, { limit: 25 }, { staleTimeMs: 0 });
  const credit = useCommand('rpc.school.credit-top-up.v1', [list]);
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
    { key: 'amount', label: text('kitchen.topUps.amount'), cell: ({ amountCents }) => formatEuro(amountCents) },
    { key: 'at', label: text('kitchen.topUps.at'), cell: ({ askedAt }) => <time dateTime={askedAt}>{formatDateTime(askedAt, rome)}</time> },
    {
      key: 'credit',
      label: text('kitchen.topUps.credit'),
      isLabelHidden: true,
      cell: ({ id, badge, amountCents }) => (
        <Button
          type="button"
          outline
          color="primary"
          size="xs"
          aria-label={text('kitchen.topUps.credit.named', { badge, amount: formatEuro(amountCents) })}
          aria-disabled={credit.isPending || undefined}
          onClick={() => press(id)}
        >
          {text('kitchen.topUps.credit')}
        </Button>
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
    </section>
  );
};
