import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Moment } from '@sportello/ui/moment';
import { StatusChip } from '@sportello/ui/status-chip';
import { useId } from 'react';
import { Tags } from './tags.js';
import type { QueueRow } from './use-queue.js';

interface ListProps {
  rows: readonly QueueRow[];
  gone: readonly string[];
  /** Row of the keyboard: where j and k are. */
  currentId: string | null;
  addressOf: (row: QueueRow) => string;
  onCurrent: (id: string) => void;
  openId: string;
}

/** The queue beside an open practice: what one needs to choose the next. */
export const QueueList = ({ rows, gone, currentId, addressOf, onCurrent, openId }: ListProps) => {
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
              <Tags tags={row.tags} />
              {gone.includes(row.id) && <span className="sc-gone">{text('queue.gone')}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
};

/** Grey rows, for the first reading. */
export const QueueListSkeleton = () => {
  const text = useText();
  return (
    <ul className="sc-list" aria-busy="true" aria-label={text('queue.loading')}>
      {Array.from({ length: 8 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey rows are all alike and never move
        <li key={row}>
          <span className="sp-grey" />
          <span className="sp-grey" />
        </li>
      ))}
    </ul>
  );
};
