import { formatDate, formatTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { StatusChip } from '@sportello/ui/status-chip';
import { Table } from 'design-react-kit';
import { useId } from 'react';
import { StarButton } from './star.js';
import type { QueueRow } from './use-queue.js';

/** The nine columns of PRA-24, after the selection, the star and the number with its service. */
const columns = [
  'number',
  'method',
  'applicant',
  'fiscal-code',
  'submitted',
  'changed',
  'status',
  'officer',
  'office',
  'priority',
] as const;

export interface RowsProps {
  rows: readonly QueueRow[];
  gone: readonly string[];
  /** Row of the keyboard: where j and k are. */
  currentId: string | null;
  addressOf: (row: QueueRow) => string;
  onCurrent: (id: string) => void;
}

interface TableProps extends RowsProps {
  selected: ReadonlySet<string>;
  onSelect: (ids: readonly string[], isSelected: boolean) => void;
}

export const Moment = ({ at }: { at: string }) => (
  <time dateTime={at} className="sc-moment">
    <span>{formatDate(at)}</span> <span className="sc-hour">{formatTime(at)}</span>
  </time>
);

const Priority = ({ priority }: { priority: QueueRow['priority'] }) => {
  const text = useText();
  return <span className={`sc-priority sc-priority-${priority}`}>{text(`priority.${priority}`)}</span>;
};

const Nobody = () => {
  const text = useText();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{text('queue.nobody')}</span>
    </>
  );
};

/** The queue as a table; on small screens each row is laid out as a card by the stylesheet, with the same cells. */
export const QueueTable = ({ rows, gone, currentId, addressOf, onCurrent, selected, onSelect }: TableProps) => {
  const text = useText();
  const say = useSay();
  const areAll = rows.length > 0 && rows.every(({ id }) => selected.has(id));
  return (
    <div className="sc-table-scroll">
      <Table className="sc-table">
        <caption className="visually-hidden">{text('queue.table', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col" className="sc-cell-select">
              <input
                type="checkbox"
                className="sc-check"
                aria-label={text('queue.select-all')}
                checked={areAll}
                onChange={() =>
                  onSelect(
                    rows.map(({ id }) => id),
                    !areAll,
                  )
                }
              />
            </th>
            <th scope="col" className="sc-cell-star">
              <span className="visually-hidden">{text('queue.column.star')}</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={`sc-cell-${column}`}>
                {text(`queue.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isGone = gone.includes(row.id);
            const label = (column: (typeof columns)[number]) => text(`queue.column.${column}`);
            return (
              <tr
                key={row.id}
                className={`${row.id === currentId ? 'is-current' : ''} ${isGone ? 'is-gone' : ''} ${selected.has(row.id) ? 'is-selected' : ''}`}
              >
                <td className="sc-cell-select">
                  <input
                    type="checkbox"
                    className="sc-check"
                    aria-label={text('queue.select-one', { number: row.number })}
                    checked={selected.has(row.id)}
                    onChange={(event) => onSelect([row.id], event.target.checked)}
                  />
                </td>
                <td className="sc-cell-star">
                  <StarButton practice={row} />
                </td>
                <th scope="row" className="sc-cell-number">
                  <LocalLink to={addressOf(row)} className="sc-number" data-row={row.id} onFocus={() => onCurrent(row.id)}>
                    {row.number}
                  </LocalLink>
                  <span className="sc-service">{say(row.procedureTitle)}</span>
                  {isGone && <span className="sc-gone">{text('queue.gone')}</span>}
                </th>
                <td className="sc-cell-method" data-label={label('method')}>
                  {text(`method.${row.method}`)}
                </td>
                <td className="sc-cell-applicant" data-label={label('applicant')}>
                  {row.applicantName}
                </td>
                <td className="sc-cell-fiscal-code" data-label={label('fiscal-code')}>
                  <span className="sc-code">{row.applicantFiscalCode}</span>
                </td>
                <td className="sc-cell-submitted" data-label={label('submitted')}>
                  <Moment at={row.submittedAt} />
                </td>
                <td className="sc-cell-changed" data-label={label('changed')}>
                  <Moment at={row.changedAt} />
                </td>
                <td className="sc-cell-status" data-label={label('status')}>
                  <StatusChip status={row.status} />
                </td>
                <td className="sc-cell-officer" data-label={label('officer')}>
                  {row.officerName ?? <Nobody />}
                </td>
                <td className="sc-cell-office" data-label={label('office')}>
                  {row.officeName ?? <Nobody />}
                </td>
                <td className="sc-cell-priority" data-label={label('priority')}>
                  <Priority priority={row.priority} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
};

/** The queue beside an open practice: what one needs to choose the next. */
export const QueueList = ({ rows, gone, currentId, addressOf, onCurrent, openId }: RowsProps & { openId: string }) => {
  const text = useText();
  const say = useSay();
  const id = useId();
  return (
    <ul className="sc-list" aria-label={text('queue.table', { count: rows.length })}>
      {rows.map((row) => {
        const isOpen = row.id === openId;
        return (
          <li
            key={row.id}
            className={`${row.id === currentId ? 'is-current' : ''} ${isOpen ? 'is-open' : ''} ${gone.includes(row.id) ? 'is-gone' : ''}`}
          >
            <LocalLink
              to={addressOf(row)}
              className="sc-number"
              data-row={row.id}
              aria-current={isOpen ? 'page' : undefined}
              aria-describedby={`${id}-${row.id}`}
              onFocus={() => onCurrent(row.id)}
            >
              {row.number}
            </LocalLink>
            <div id={`${id}-${row.id}`} className="sc-list-text">
              <span className="sc-list-applicant">{row.applicantName}</span>
              <Moment at={row.changedAt} />
              <StatusChip status={row.status} />
              <span className="sc-list-officer">{row.officerName ?? ''}</span>
              <span className="sc-service">{say(row.procedureTitle)}</span>
              {gone.includes(row.id) && <span className="sc-gone">{text('queue.gone')}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
};

/** Grey rows with the real columns, for the first reading. */
export const QueueSkeleton = ({ isCompact }: { isCompact: boolean }) => {
  const text = useText();
  const rows = Array.from({ length: isCompact ? 8 : 12 }, (_, row) => row);
  if (isCompact)
    return (
      <ul className="sc-list" aria-busy="true" aria-label={text('queue.loading')}>
        {rows.map((row) => (
          <li key={row}>
            <span className="sc-grey" />
            <span className="sc-grey" />
          </li>
        ))}
      </ul>
    );
  return (
    <div className="sc-table-scroll" aria-busy="true">
      <Table className="sc-table sc-table-waiting">
        <caption className="visually-hidden">{text('queue.loading')}</caption>
        <thead>
          <tr>
            <td className="sc-cell-select" />
            <td className="sc-cell-star" />
            {columns.map((column) => (
              <th key={column} scope="col" className={`sc-cell-${column}`}>
                {text(`queue.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody aria-hidden="true">
          {rows.map((row) => (
            <tr key={row}>
              {['select', 'star', ...columns].map((column) => (
                <td key={column} className={`sc-cell-${column}`}>
                  <span className="sc-grey" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
};
