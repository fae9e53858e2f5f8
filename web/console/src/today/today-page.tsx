import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { formatDate, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Moment } from '@sportello/ui/moment';
import { Page } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { StatusChip } from '@sportello/ui/status-chip';
import { useQueueFilters } from '../use-queue-filters.js';
import './today.css';

/** What waits for the officer today, counted by the same query as the views it leads to. */
export const TodayPage = () => {
  const text = useText();
  const { account } = useSession();
  const name = account?.identity.givenName ?? '';
  return (
    <Page title={text('today.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('today.greeting', { name })}>
      <Counters />
      <AskedOpinions />
      <Latest />
    </Page>
  );
};

const counters = [
  { key: 'waiting', queue: 'waiting', count: 'waiting', icon: 'it-inbox' },
  { key: 'mine', queue: 'mine', count: 'mine', icon: 'it-user' },
  { key: 'my-office', queue: 'my-office', count: 'myOffice', icon: 'it-pa' },
] as const;

const Counters = () => {
  const text = useText();
  const filters = useQueueFilters();
  return (
    <section aria-label={text('today.counters')}>
      <Loaded query={filters} skeleton={<div className="sc-counters sc-counters-waiting" aria-busy="true" />}>
        {({ counts }) => (
          <ul className="sc-counters">
            {counters.map(({ key, queue, count, icon }) => (
              <li key={key} className={`sc-counter ${counts[count] === 0 ? 'is-zero' : ''}`}>
                <Icon name={icon} className="icon-primary" />
                <div>
                  <h2 className="sc-counter-name">
                    <LocalLink to={`/pratiche?queue=${queue}`}>
                      <span className="sc-counter-count">{counts[count]}</span> {text(`today.${key}`)}
                    </LocalLink>
                  </h2>
                  <p>{text(`today.${key}.help`)}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
};

/** Opinions that her office is asked for: whoever works no service of theirs finds them here alone. */
const AskedOpinions = () => {
  const text = useText();
  const { data } = useAsk('rpc.practices.list-opinions.v1', { limit: 5, isOpen: 'yes' });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="sc-latest" aria-labelledby="opinions-title">
      <div className="sc-latest-head">
        <h2 id="opinions-title" className="sc-part-title">
          {text('today.opinions')}
        </h2>
        <LocalLink to="/pareri">{text('today.opinions.all')}</LocalLink>
      </div>
      <ul className="sc-asked">
        {data.items.map(({ id, practiceId, number, answerBy }) => (
          <li key={id}>
            <LocalLink to={`/pratiche/${practiceId}`} className="sc-number">
              {number}
            </LocalLink>
            <span>{text('today.opinions.by', { date: formatDate(answerBy) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

type Row = AnswerOf<'rpc.practices.list-queue.v1'>['items'][number];

const Latest = () => {
  const text = useText();
  const say = useSay();
  const latest = useAsk('rpc.practices.list-queue.v1', { limit: 10 });
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`today.column.${key}`), cell });
  const columns: Column<Row>[] = [
    column('number', (row) => (
      <>
        <LocalLink to={`/pratiche/${row.id}`} className="sc-number">
          {row.number}
        </LocalLink>
        <span className="sc-service">{say(row.procedureTitle)}</span>
      </>
    )),
    column('applicant', ({ applicantName }) => applicantName),
    column('status', ({ status }) => <StatusChip status={status} />),
    column('officer', ({ officerName }) => officerName ?? text('today.nobody')),
    column('changed', ({ changedAt }) => <Moment at={changedAt} />),
  ];
  return (
    <section className="sc-latest" aria-labelledby="latest-title">
      <div className="sc-latest-head">
        <h2 id="latest-title" className="sc-part-title">
          {text('today.latest')}
        </h2>
        <LocalLink to="/pratiche">{text('today.all')}</LocalLink>
      </div>
      <Loaded query={latest} skeleton={<TableSkeleton caption={text('ui.loading')} columns={columns} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty action={<LocalLink to="/servizi">{text('today.my-services')}</LocalLink>}>
              <strong>{text('today.empty')}.</strong> {text('today.empty.text')}
            </Empty>
          ) : (
            <DataTable
              caption={text('today.latest')}
              columns={columns}
              rows={items.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))}
            />
          )
        }
      </Loaded>
    </section>
  );
};
