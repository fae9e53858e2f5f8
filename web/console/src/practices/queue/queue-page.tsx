import { ButtonLink } from '@sportello/ui/button-link';
import { DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { LocalLink, useGo, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { ErrorState } from '@sportello/ui/page-states';
import { SplitView } from '@sportello/ui/split-view';
import { useMedia } from '@sportello/ui/use-media';
import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { neighbour } from '../../arrivals.js';
import { useCommands } from '../../keys/commands.js';
import { PracticePage } from '../practice/practice-page.js';
import { activeFilters, type ChangeView, type QueueView, readView, writeView } from './filters.js';
import { useQueueColumns } from './queue-columns.js';
import { ActiveFilters, QueueFilters } from './queue-filters.js';
import { QueueList, QueueListSkeleton } from './queue-list.js';
import { QueueSelection } from './queue-selection.js';
import { QueueViews } from './queue-views.js';
import { sortingOf } from './sorting.js';
import { type QueueRow, type QueueState, useFreshRow, useQueue } from './use-queue.js';
import '../../list.css';
import './queue.css';

/** From this width on, list and practice stand side by side. */
const wide = '(min-width: 1200px)';

const addressOf = (view: QueueView, id = '') => {
  const query = writeView(view).toString();
  return `/pratiche${id && `/${id}`}${query && `?${query}`}`;
};

const focusRow = (id: string) => {
  const link = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  link?.focus();
  link?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
};

/** The queue, and beside it (or alone, on small screens) the practice that is open. */
export const QueuePage = () => {
  const text = useText();
  const go = useGo();
  const { id } = useParams();
  const [address] = useSearchParams();
  const isWide = useMedia(wide);
  const view = readView(address);
  const { rows: read, ...queue } = useQueue(view);
  const rows = useFreshRow(read, id);
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const [currentId, setCurrentId] = useState<string | null>(id ?? null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());

  const open = (row: QueueRow | null) => row && go(addressOf(view, row.id));
  const change: ChangeView = (next) => go(addressOf(next(readView(new URLSearchParams(location.search))), isWide ? id : ''));
  const move = (step: 1 | -1) => {
    const row = neighbour(rows, currentId, step);
    if (!row) return;
    setCurrentId(row.id);
    focusRow(row.id);
  };
  const select = (ids: readonly string[], isSelected: boolean) => {
    const next = new Set(selected);
    for (const one of ids) {
      if (isSelected) next.add(one);
      else next.delete(one);
    }
    setSelected(next);
  };
  const openBefore = useRef(id);
  useEffect(() => {
    // Back from a practice the list goes on where it was left.
    const left = openBefore.current;
    openBefore.current = id;
    if (!id && left) requestAnimationFrame(() => focusRow(left));
  }, [id]);
  useCommands({
    search: () => {
      searchField.current?.focus();
      searchField.current?.select();
    },
    next: () => move(1),
    previous: () => move(-1),
    open: () => currentId && currentId !== id && go(addressOf(view, currentId)),
    select: () => {
      if (currentId && !id) select([currentId], !selected.has(currentId));
    },
  });

  const practice = id && (
    <PracticePage
      key={id}
      id={id}
      listAddress={addressOf(view)}
      rows={rows}
      hasMore={queue.hasMore}
      onOpen={(next) => {
        setCurrentId(next.id);
        open(next);
      }}
    />
  );
  const rowLinks = { gone: queue.gone, addressOf: (row: QueueRow) => addressOf(view, row.id), onCurrent: setCurrentId };
  const columns = useQueueColumns(rowLinks);
  const title = text('queue.title');
  const head = (
    <>
      <div className="sc-queue-head">
        {id ? (
          <h2 id="queue-title" className="sc-title">
            <LocalLink to={addressOf(view)}>{title}</LocalLink>
          </h2>
        ) : (
          <h1 id="queue-title" className="sc-title">
            {title}
          </h1>
        )}
        <QueueLine
          queue={queue}
          shown={rows.length}
          onShow={() => void queue.refresh().then(() => list.current?.scrollIntoView({ block: 'nearest' }))}
        />
        {!id && <QueueViews query={writeView(view).toString()} />}
        {!id && (
          <ButtonLink to={addressOf(view).replace('/pratiche', '/esportazioni/nuova')} outline color="primary" size="xs">
            {text('queue.export')}
          </ButtonLink>
        )}
      </div>
      <QueueFilters view={view} searchField={searchField} onChange={change} />
      <ActiveFilters view={view} onChange={change} />
      {!id && <QueueSelection rows={rows.filter((row) => selected.has(row.id))} onClear={() => setSelected(new Set())} />}
    </>
  );
  return (
    <>
      {!id && (
        <Page isBare title={title} appName={text('console.name')}>
          {null}
        </Page>
      )}
      <SplitView
        hasRoom={isWide}
        labelledBy="queue-title"
        listRef={list}
        record={practice}
        list={
          <>
            {head}
            {queue.isFirst &&
              !queue.error &&
              (id ? <QueueListSkeleton /> : <TableSkeleton caption={text('queue.loading')} columns={columns} />)}
            {queue.error && rows.length === 0 && <ErrorState error={queue.error} onRetry={() => void queue.refresh()} />}
            {!queue.isFirst && rows.length === 0 && !queue.error && <NoRows view={view} onChange={change} />}
            {rows.length > 0 &&
              (id ? (
                <QueueList {...rowLinks} rows={rows} currentId={currentId} openId={id} />
              ) : (
                <DataTable
                  caption={text('queue.table', { count: rows.length })}
                  columns={columns}
                  rows={rows}
                  sorting={sortingOf(view, change)}
                  rowClass={(row) => `${row.id === currentId ? 'is-current' : ''} ${queue.gone.includes(row.id) ? 'is-gone' : ''}`}
                  selection={{
                    selected,
                    onSelect: select,
                    allLabel: text('queue.select-all'),
                    oneLabel: ({ number }) => text('queue.select-one', { number }),
                  }}
                  isUpdating={queue.isUpdating}
                />
              ))}
            {rows.length > 0 && (
              <More
                hasNextPage={queue.hasMore}
                isFetchingNextPage={queue.isLoadingMore}
                fetchNextPage={async () => {
                  // The button keeps the focus; when nothing is left, the first new row takes it.
                  const { data, hasNextPage } = await queue.more();
                  const firstNew = data?.pages.flatMap(({ items }) => items)[rows.length];
                  if (!hasNextPage && firstNew) requestAnimationFrame(() => focusRow(firstNew.id));
                }}
              />
            )}
          </>
        }
      />
    </>
  );
};

/** How many rows are shown, whether they are being read again, and what arrived meanwhile. */
interface QueueLineProps {
  queue: Omit<QueueState, 'rows'>;
  shown: number;
  onShow: () => void;
}

const QueueLine = ({ queue, shown, onShow }: QueueLineProps) => {
  const text = useText();
  const words = queue.isFirst ? '' : text(queue.hasMore ? 'queue.shown-more' : 'queue.shown', { count: shown });
  return (
    <div className="sc-queue-line">
      <p role="status" className="mb-0">
        {queue.isUpdating ? text('queue.updating') : words}
      </p>
      {queue.arrived > 0 && (
        <Button type="button" outline color="primary" size="xs" className="sc-arrived" onClick={onShow}>
          {text('queue.arrived', { count: queue.arrived })}
        </Button>
      )}
    </div>
  );
};

/** Why there is nothing, and where to go on. */
const NoRows = ({ view, onChange }: { view: QueueView; onChange: ChangeView }) => {
  const text = useText();
  const active = activeFilters(view);
  const isOnlyWaiting = active.length === 1 && view.queue === 'waiting';
  const kind = isOnlyWaiting ? 'waiting' : active.length > 0 ? 'filtered' : 'all';
  return (
    <div className="sc-empty">
      <h2 className="h5">{text(`queue.empty.${kind}`)}</h2>
      <p>{text(`queue.empty.${kind}.text`)}</p>
      {kind === 'waiting' && (
        <Button type="button" color="primary" size="sm" onClick={() => onChange(() => ({ queue: 'mine' }))}>
          {text('queue.empty.waiting.mine')}
        </Button>
      )}
      {kind === 'filtered' && (
        <Button type="button" color="primary" size="sm" onClick={() => onChange(() => ({}))}>
          {text('ui.filters.removeAll')}
        </Button>
      )}
    </div>
  );
};
