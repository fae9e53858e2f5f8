import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { addMonths } from '@sportello/italy/counted-days';
import { addDays, isCivilDate, romeDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { useAsk, useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { formatDate, formatDateTime, formatEuro, rome, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Loaded, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { type Ref, useEffect, useRef, useState } from 'react';
import { KitchenTabs } from './kitchen-tabs.js';

const runs = 'rpc.school.list-invoicing-runs.v1';
const preview = 'rpc.school.preview-invoicing.v1';
const overdue = 'rpc.school.list-overdue.v1';

/** The months that are over, the last first. */
const monthsBefore = (today: string) => Array.from({ length: 12 }, (_, at) => addMonths(`${today.slice(0, 7)}-01`, -1 - at).slice(0, 7));

/** What is paid by invoice: a month is looked at, then made; and what nobody has paid. */
export const InvoicingPage = () => {
  const text = useText();
  const months = monthsBefore(romeDate(new Date()));
  const [month, setMonth] = useState(months[0] ?? '');
  const query = useRuns();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    // Once the dialog is closed: what comes of the run is said there.
    if (asked > 0) heading.current?.focus();
  }, [asked]);
  return (
    <Page title={text('invoicing.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('invoicing.lead')}>
      <KitchenTabs active="invoicing" />
      <div className="mt-4">
        <SelectField
          label={text('invoicing.month')}
          value={month}
          options={months.map((value) => ({ value, label: `${value.slice(5)}/${value.slice(0, 4)}` }))}
          onChange={setMonth}
        />
      </div>
      <Loaded query={query}>
        {({ items }) => {
          const done = lastDone(items);
          return (
            <>
              <Month
                key={`${month} ${done}`}
                month={month}
                isUnderWay={items.some((run) => run.month === month && run.doneAt === null)}
                onAsked={() => setAsked(asked + 1)}
              />
              <Runs runs={items} heading={heading} />
              <Overdue key={done} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};

interface MonthProps {
  month: string;
  isUnderWay: boolean;
  onAsked: () => void;
}

const Month = ({ month, isUnderWay, onAsked }: MonthProps) => {
  const text = useText();
  const [typed, setTyped] = useState(() => addDays(romeDate(new Date()), 30));
  // A run that is asked for again is the same; with another day it is another.
  const [id, setId] = useState(() => newId());
  const [isAsking, setAsking] = useState(false);
  const dueOn = asDate(typed);
  const query = useAsk(preview, { month }, { staleTimeMs: 0 });
  const run = useCommand('rpc.school.put-invoicing-run.v1', [runs, preview, overdue]);
  const send = () =>
    run.mutate(
      { id, month, dueOn },
      {
        onSuccess: () => {
          setAsking(false);
          setId(newId());
          toast({ words: text('invoicing.asked') });
          onAsked();
        },
      },
    );
  return (
    <Loaded query={query}>
      {({ invoices, totalCents, known, unpriced, excessCents }) => (
        <Panel aria-labelledby="anteprima">
          <h2 id="anteprima" className="h5">
            {text('invoicing.preview')}
          </h2>
          <SummaryList
            items={[
              { label: text('invoicing.invoices'), value: String(invoices) },
              { label: text('invoicing.total'), value: formatEuro(totalCents) },
              { label: text('invoicing.known'), value: String(known) },
              { label: text('invoicing.unpriced'), value: String(unpriced) },
              ...(excessCents > 0 ? [{ label: text('invoicing.excess'), value: formatEuro(excessCents) }] : []),
            ]}
          />
          {isUnderWay || invoices === 0 ? (
            <p className="mb-0">{text(isUnderWay ? 'invoicing.underWay' : 'invoicing.nothing')}</p>
          ) : (
            <>
              <TextField
                label={text('invoicing.dueOn')}
                value={typed}
                isDate
                error={isCivilDate(dueOn) ? undefined : text('kitchen.day.wrong')}
                onChange={(day) => {
                  setTyped(day);
                  setId(newId());
                }}
              />
              <Button type="button" color="primary" size="sm" onClick={() => isCivilDate(dueOn) && setAsking(true)}>
                {text('invoicing.make')}
              </Button>
            </>
          )}
          {isAsking && (
            <ConfirmDialog
              title={text('invoicing.make')}
              isPending={run.isPending}
              error={run.error}
              onConfirm={send}
              onCancel={() => setAsking(false)}
            >
              <p>{text('invoicing.confirm', { count: invoices, total: formatEuro(totalCents), day: formatDate(dueOn) })}</p>
            </ConfirmDialog>
          )}
        </Panel>
      )}
    </Loaded>
  );
};

type Run = AnswerOf<typeof runs>['items'][number];

/** The last runs; while one is under way they are read again. */
const useRuns = () => {
  const { data } = useAsk(runs, { limit: 10 });
  const isUnderWay = data?.items.some(({ doneAt }) => doneAt === null) ?? false;
  return useAsk(runs, { limit: 10 }, { everyMs: isUnderWay ? 2_000 : false });
};

/** When the last of them was done: each changes what is to be issued and what is due. */
const lastDone = (items: readonly Run[]): string =>
  items
    .flatMap(({ doneAt }) => doneAt ?? [])
    .toSorted()
    .at(-1) ?? '';

const Runs = ({ runs: items, heading }: { runs: readonly Run[]; heading: Ref<HTMLHeadingElement> }) => {
  const text = useText();
  const columns: Column<Run>[] = [
    { key: 'month', label: text('invoicing.month'), cell: ({ month }) => `${month.slice(5)}/${month.slice(0, 4)}` },
    { key: 'at', label: text('invoicing.at'), cell: ({ askedAt }) => <time dateTime={askedAt}>{formatDateTime(askedAt, rome)}</time> },
    {
      key: 'outcome',
      label: text('invoicing.outcome'),
      cell: ({ doneAt, invoices, totalCents }) =>
        doneAt ? text('invoicing.made', { count: invoices, total: formatEuro(totalCents) }) : text('invoicing.underWay'),
    },
  ];
  return (
    <section className="mt-4" aria-labelledby="emissioni">
      <h2 id="emissioni" ref={heading} tabIndex={-1} className="h5">
        {text('invoicing.runs')}
      </h2>
      {items.length === 0 ? (
        <Empty>{text('invoicing.runs.none')}</Empty>
      ) : (
        <DataTable caption={text('invoicing.runs')} columns={columns} rows={items} />
      )}
    </section>
  );
};

type Late = AnswerOf<typeof overdue>['items'][number];

const Overdue = () => {
  const text = useText();
  const pages = useAskPages(overdue, { limit: 25 }, { staleTimeMs: 0 });
  const { data, error, refetch } = pages;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Late>[] = [
    { key: 'number', label: text('invoicing.number'), cell: ({ number }) => number },
    { key: 'dueOn', label: text('invoicing.dueOn'), cell: ({ dueOn }) => formatDate(dueOn) },
    { key: 'holder', label: text('invoicing.holder'), cell: ({ holderName }) => holderName },
    { key: 'child', label: text('invoicing.child'), cell: ({ childName }) => childName },
    { key: 'due', label: text('invoicing.due'), cell: ({ dueCents }) => formatEuro(dueCents) },
  ];
  return (
    <section className="mt-4" aria-labelledby="scaduti">
      <h2 id="scaduti" className="h5">
        {text('invoicing.overdue')}
      </h2>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {data && items.length === 0 && <Empty icon="it-check-circle">{text('invoicing.overdue.none')}</Empty>}
      {items.length > 0 && <DataTable caption={text('invoicing.overdue')} columns={columns} rows={items} />}
      <More {...pages} />
    </section>
  );
};
