import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { useAsk, useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { formatDateTime, LocalLink, rome, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { Tabs } from '@sportello/ui/tabs';
import { SelectField } from '@sportello/ui/text-field';
import { TicketStatusChip, ticketPriority, ticketStatuses, ticketStatusLabel } from '@sportello/ui/ticket-status';
import { useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useSearchParams } from 'react-router';

type Asked = AskedOf<'rpc.ticketing.list-queue.v1'>;
type View = NonNullable<Asked['view']>;
type Row = AnswerOf<'rpc.ticketing.list-queue.v1'>['items'][number];

const views: readonly View[] = ['desk', 'unassigned', 'mine', 'awaiting', 'due', 'late', 'ended'];
const kinds = ['technical', 'functional', 'legal'] as const;

/** The queue of the help desk: views of what is open at one's desks, the most urgent first (TIC-33). */
export const TicketsPage = () => {
  const text = useText();
  return (
    <Page
      title={text('section.tickets')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      actions={
        <ButtonLink color="primary" size="sm" to="/ticket/nuovo">
          {text('tickets.call')}
        </ButtonLink>
      }
    >
      <Queue />
    </Page>
  );
};

const Queue = () => {
  const text = useText();
  const language = useLanguage();
  const say = useSay();
  const [address, setAddress] = useSearchParams();
  const view = views.find((one) => one === address.get('vista')) ?? 'desk';
  const filters = {
    deskId: address.get('sportello') ?? '',
    status: ticketStatuses.find((one) => one === address.get('stato')) ?? '',
    kind: kinds.find((one) => one === address.get('tipo')) ?? '',
    search: address.get('q') ?? '',
  };
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  const desks = useAll('rpc.ticketing.list-desks.v1', {}, { staleTimeMs: 60_000 });
  const counts = useAsk('rpc.ticketing.count-queue.v1', {}).data;
  const list = useAskPages('rpc.ticketing.list-queue.v1', { ...(given as Partial<Asked>), view, limit: 50 }, { keepsPrevious: true });
  const { data, error, refetch, isPlaceholderData } = list;
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  const set = (name: string, value: string) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { preventScrollReset: true },
    );
  const toView = (to: View) => {
    const after = new URLSearchParams(address);
    after.set('vista', to);
    return `/ticket?${after}`;
  };
  const label = (of: View) => {
    const count = of === 'ended' ? undefined : counts?.[of];
    return count ? text('tickets.view.counted', { name: text(`tickets.view.${of}`), count }) : text(`tickets.view.${of}`);
  };
  return (
    <>
      <Tabs label={text('tickets.views')} active={view} tabs={views.map((key) => ({ key, label: label(key), to: toView(key) }))} />
      <FilterBar search={{ label: text('tickets.search'), words: filters.search, onSearch: (words) => set('q', words.trim()) }}>
        <SelectField
          label={text('tickets.desk')}
          value={filters.deskId}
          options={[
            { value: '', label: text('tickets.all') },
            ...(desks.data ?? []).filter(({ mayWork }) => mayWork).map(({ id, name }) => ({ value: id, label: say(name) })),
          ]}
          onChange={(value) => set('sportello', value)}
        />
        <SelectField
          label={text('tickets.status')}
          value={filters.status}
          options={[
            { value: '', label: text('tickets.all') },
            ...ticketStatuses.map((value) => ({ value, label: ticketStatusLabel(value, language) })),
          ]}
          onChange={(value) => set('stato', value)}
        />
        <SelectField
          label={text('tickets.kind')}
          value={filters.kind}
          options={[{ value: '', label: text('tickets.all') }, ...kinds.map((value) => ({ value, label: text(`tickets.kind.${value}`) }))]}
          onChange={(value) => set('tipo', value)}
        />
      </FilterBar>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton caption={text('ui.loading')} columns={columns} />
      ) : rows.length === 0 ? (
        <Empty
          icon="it-inbox"
          action={
            Object.keys(given).length > 0 && (
              <Button type="button" outline color="primary" size="sm" onClick={() => setAddress({ vista: view })}>
                {text('tickets.clear')}
              </Button>
            )
          }
        >
          {text(Object.keys(given).length > 0 ? 'tickets.empty.filtered' : `tickets.empty.${view}`)}
        </Empty>
      ) : (
        <DataTable caption={label(view)} columns={columns} rows={rows} isUpdating={isPlaceholderData} />
      )}
      <More {...list} />
    </>
  );
};

const useColumns = (): Column<Row>[] => {
  const text = useText();
  const say = useSay();
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`tickets.column.${key}`), cell });
  return [
    column('number', ({ id, number, name }) => (
      <>
        <LocalLink to={`/ticket/${id}`}>{number}</LocalLink>
        <span className="sc-service">{say(name)}</span>
      </>
    )),
    column('applicant', ({ applicantName }) => applicantName),
    column('status', ({ status }) => <TicketStatusChip status={status} />),
    column('priority', ({ priority }) => ticketPriority(priority)),
    column('due', ({ dueAt, isLate }) =>
      dueAt ? (
        <>
          {formatDateTime(dueAt, rome)}
          {isLate && <strong className="sc-service text-danger">{text('tickets.late')}</strong>}
        </>
      ) : (
        '-'
      ),
    ),
    column('officer', ({ officerName }) => officerName ?? '-'),
    column('desk', ({ deskName, kind }) => (
      <>
        {say(deskName)}
        <span className="sc-service">{text(`tickets.kind.${kind}`)}</span>
      </>
    )),
  ];
};
