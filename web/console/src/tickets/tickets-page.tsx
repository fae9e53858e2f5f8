import type { AskedOf } from '@sportello/contracts/web';
import { useAsk, useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { LocalLink, useGo, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { SplitView } from '@sportello/ui/split-view';
import { Tabs } from '@sportello/ui/tabs';
import { SelectField } from '@sportello/ui/text-field';
import { type TicketStatus, TicketStatusChip, ticketPriority, ticketStatuses, ticketStatusLabel } from '@sportello/ui/ticket-status';
import { useAll } from '@sportello/ui/use-all';
import { useMedia } from '@sportello/ui/use-media';
import { Button } from 'design-react-kit';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { neighbour } from '../arrivals.js';
import { useCommands } from '../keys/commands.js';
import { Due } from './due.js';
import { TicketList } from './ticket-list.js';
import { TicketPage } from './ticket-page.js';
import { type Row, useFreshRow, useHeldRows } from './use-held-rows.js';
import './tickets.css';

type Asked = AskedOf<'rpc.ticketing.list-queue.v1'>;
type View = NonNullable<Asked['view']>;

/** From this width on, list and ticket stand side by side. */
const wide = '(min-width: 1200px)';
const views: readonly View[] = ['desk', 'unassigned', 'mine', 'awaiting', 'due', 'late', 'ended'];
/** States that nothing comes after, except when it is reopened. */
const ended: readonly TicketStatus[] = ['closed', 'cancelled', 'merged'];
const kinds = ['technical', 'functional', 'legal'] as const;

const filtersOf = (address: URLSearchParams) => ({
  deskId: address.get('sportello') ?? '',
  status: ticketStatuses.find((one) => one === address.get('stato')) ?? '',
  kind: kinds.find((one) => one === address.get('tipo')) ?? '',
  search: address.get('q') ?? '',
});
type Filters = ReturnType<typeof filtersOf>;

const focusRow = (id: string) => {
  const link = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  link?.focus();
  link?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
};

/** The queue of the help desk, the most urgent first, and beside it (or alone, on small screens) the ticket that is open (TIC-33). */
export const TicketsPage = () => {
  const text = useText();
  const go = useGo();
  const { id } = useParams();
  const isWide = useMedia(wide);
  const [address] = useSearchParams();
  const view = views.find((one) => one === address.get('vista')) ?? 'desk';
  const filters = filtersOf(address);
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  const isFiltered = Object.keys(given).length > 0;
  const counts = useAsk('rpc.ticketing.count-queue.v1', {}).data;
  const list = useAskPages('rpc.ticketing.list-queue.v1', { ...(given as Partial<Asked>), view, limit: 50 }, { keepsPrevious: true });
  const { data, error, refetch, isPlaceholderData, hasNextPage } = list;
  const read = data?.pages.flatMap(({ items }) => items) ?? [];
  const [shownAgain, setShownAgain] = useState(0);
  const isHeld = id !== undefined && data !== undefined && !isPlaceholderData;
  const held = useHeldRows(read, !hasNextPage, isHeld ? [address.toString(), data.pages.length, shownAgain].join(' ') : null);
  const rows = useFreshRow(held.rows, id);
  const searchField = useRef<HTMLInputElement>(null);
  const [currentId, setCurrentId] = useState<string | null>(id ?? null);

  const addressOf = (of: string, query = address) => {
    const words = query.toString();
    return `/ticket${of && `/${of}`}${words && `?${words}`}`;
  };
  const set = (name: string, value: string) => {
    const after = new URLSearchParams(address);
    if (value) after.set(name, value);
    else after.delete(name);
    // What is in an ended state stands in no other view, and the other way round.
    const isEnded = ended.some((one) => one === value);
    if (name === 'stato' && value && isEnded !== (view === 'ended')) after.set('vista', isEnded ? 'ended' : 'desk');
    go(addressOf(isWide && id ? id : '', after));
  };
  const open = (row: Row) => {
    setCurrentId(row.id);
    go(addressOf(row.id));
  };
  const move = (step: 1 | -1) => {
    const row = neighbour(rows, currentId, step);
    if (!row) return;
    setCurrentId(row.id);
    focusRow(row.id);
  };
  const openBefore = useRef(id);
  useEffect(() => {
    // Back from a ticket the list goes on where it was left.
    const left = openBefore.current;
    openBefore.current = id;
    if (!id && left) requestAnimationFrame(() => focusRow(left));
  }, [id]);
  useCommands({
    search: () => searchField.current?.select(),
    next: () => move(1),
    previous: () => move(-1),
    open: () => currentId && currentId !== id && go(addressOf(currentId)),
  });
  const label = (of: View) => {
    const count = of === 'ended' ? undefined : counts?.[of];
    return count ? text('tickets.view.counted', { name: text(`tickets.view.${of}`), count }) : text(`tickets.view.${of}`);
  };
  const toView = (to: View) => {
    const after = new URLSearchParams(address);
    after.set('vista', to);
    // Each view has states of its own.
    after.delete('stato');
    return addressOf('', after);
  };
  const rowLinks = { gone: held.gone, addressOf: (row: Row) => addressOf(row.id), onCurrent: setCurrentId };
  const columns = useColumns(rowLinks);
  const title = text('section.tickets');
  const clear = () => go(addressOf(isWide && id ? id : '', new URLSearchParams({ vista: view })));
  return (
    <>
      {!id && (
        <Page isBare title={title} appName={text('console.name')}>
          {null}
        </Page>
      )}
      <SplitView
        hasRoom={isWide}
        labelledBy="tickets-title"
        record={id && <TicketPage key={id} id={id} listAddress={addressOf('')} rows={rows} hasMore={hasNextPage} onOpen={open} />}
        list={
          <>
            <div className="sc-tickets-head">
              {id ? (
                <h2 id="tickets-title" className="sc-title">
                  <LocalLink to={addressOf('')}>{title}</LocalLink>
                </h2>
              ) : (
                <h1 id="tickets-title" className="sc-title">
                  {title}
                </h1>
              )}
              {data && (
                <p role="status" className="sc-none">
                  {text(hasNextPage ? 'tickets.shown-more' : 'tickets.shown', { count: rows.length })}
                </p>
              )}
              {held.arrived > 0 && (
                <Button type="button" outline color="primary" size="xs" onClick={() => setShownAgain(shownAgain + 1)}>
                  {text('tickets.arrived', { count: held.arrived })}
                </Button>
              )}
              {!id && (
                <div className="sc-buttons">
                  <ButtonLink outline color="primary" size="sm" to="/ticket/rapporto">
                    {text('tickets.report')}
                  </ButtonLink>
                  <ButtonLink color="primary" size="sm" to="/ticket/nuovo">
                    {text('tickets.call')}
                  </ButtonLink>
                </div>
              )}
            </div>
            {!id && (
              <Tabs label={text('tickets.views')} active={view} tabs={views.map((key) => ({ key, label: label(key), to: toView(key) }))} />
            )}
            <QueueFilters filters={filters} searchField={searchField} onSet={set} />
            {error && !data ? (
              <ErrorState error={error} onRetry={() => void refetch()} />
            ) : !data ? (
              <TableSkeleton caption={text('ui.loading')} columns={id ? columns.slice(0, 1) : columns} />
            ) : rows.length === 0 ? (
              <Empty
                icon="it-inbox"
                action={
                  isFiltered && (
                    <Button type="button" outline color="primary" size="sm" onClick={clear}>
                      {text('tickets.clear')}
                    </Button>
                  )
                }
              >
                {text(isFiltered ? 'tickets.empty.filtered' : `tickets.empty.${view}`)}
              </Empty>
            ) : id ? (
              <TicketList {...rowLinks} rows={rows} label={label(view)} currentId={currentId} openId={id} />
            ) : (
              <DataTable
                caption={label(view)}
                columns={columns}
                rows={rows}
                rowClass={(row) => (row.id === currentId ? 'is-current' : '')}
                isUpdating={isPlaceholderData}
              />
            )}
            <More {...list} />
          </>
        }
      />
    </>
  );
};

interface QueueFiltersProps {
  filters: Filters;
  searchField: RefObject<HTMLInputElement | null>;
  onSet: (name: string, value: string) => void;
}

/** All of them stand in the address. */
const QueueFilters = ({ filters, searchField, onSet }: QueueFiltersProps) => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const desks = useAll('rpc.ticketing.list-desks.v1', {}, { staleTimeMs: 60_000 });
  const own = (desks.data ?? []).filter(({ mayWork }) => mayWork);
  return (
    <FilterBar
      search={{ label: text('tickets.search'), words: filters.search, onSearch: (words) => onSet('q', words.trim()), field: searchField }}
    >
      <SelectField
        label={text('tickets.desk')}
        value={filters.deskId}
        options={[{ value: '', label: text('tickets.all') }, ...own.map(({ id, name }) => ({ value: id, label: say(name) }))]}
        onChange={(value) => onSet('sportello', value)}
      />
      <SelectField
        label={text('tickets.status')}
        value={filters.status}
        options={[
          { value: '', label: text('tickets.all') },
          ...ticketStatuses.map((value) => ({ value, label: ticketStatusLabel(value, language) })),
        ]}
        onChange={(value) => onSet('stato', value)}
      />
      <SelectField
        label={text('tickets.kind')}
        value={filters.kind}
        options={[{ value: '', label: text('tickets.all') }, ...kinds.map((value) => ({ value, label: text(`tickets.kind.${value}`) }))]}
        onChange={(value) => onSet('tipo', value)}
      />
    </FilterBar>
  );
};

interface ColumnsProps {
  addressOf: (row: Row) => string;
  onCurrent: (id: string) => void;
}

const useColumns = ({ addressOf, onCurrent }: ColumnsProps): Column<Row>[] => {
  const text = useText();
  const say = useSay();
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`tickets.column.${key}`), cell });
  return [
    column('number', (row) => (
      <>
        <LocalLink to={addressOf(row)} className="sc-number" data-row={row.id} onFocus={() => onCurrent(row.id)}>
          {row.number}
        </LocalLink>
        <span className="sc-service">{say(row.name)}</span>
      </>
    )),
    column('applicant', ({ applicantName }) => applicantName),
    column('status', ({ status }) => <TicketStatusChip status={status} />),
    column('priority', ({ priority }) => <span className={`sc-ticket-priority-${priority}`}>{ticketPriority(priority)}</span>),
    column('due', ({ dueAt, leftMinutes }) => (dueAt ? <Due at={dueAt} leftMinutes={leftMinutes} /> : '-')),
    column('officer', ({ officerName }) => officerName ?? '-'),
    column('desk', ({ deskName, kind }) => (
      <>
        {say(deskName)}
        <span className="sc-service">{text(`tickets.kind.${kind}`)}</span>
      </>
    )),
  ];
};
