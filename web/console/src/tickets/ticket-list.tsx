import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { TicketStatusChip, ticketPriority } from '@sportello/ui/ticket-status';
import { useId } from 'react';
import { Due } from './due.js';
import type { Row } from './use-held-rows.js';
import '../list.css';

interface TicketListProps {
  rows: readonly Row[];
  gone: readonly string[];
  /** What is listed. */
  label: string;
  /** Row of the keyboard: where j and k are. */
  currentId: string | null;
  openId: string;
  addressOf: (row: Row) => string;
  onCurrent: (id: string) => void;
}

/** The queue beside an open ticket: what one needs to choose the next. */
export const TicketList = ({ rows, gone, label, currentId, openId, addressOf, onCurrent }: TicketListProps) => {
  const text = useText();
  const say = useSay();
  const id = useId();
  return (
    <ul className="sc-list" aria-label={label}>
      {rows.map((row) => (
        <li
          key={row.id}
          className={`${row.id === currentId ? 'is-current' : ''} ${row.id === openId ? 'is-open' : ''} ${gone.includes(row.id) ? 'is-gone' : ''}`}
        >
          <LocalLink
            to={addressOf(row)}
            className="sc-number"
            data-row={row.id}
            aria-current={row.id === openId ? 'page' : undefined}
            aria-describedby={`${id}-${row.id}`}
            onFocus={() => onCurrent(row.id)}
          >
            {row.number}
          </LocalLink>
          <div id={`${id}-${row.id}`} className="sc-list-text">
            <span className="sc-list-applicant">{row.applicantName}</span>
            <span>{ticketPriority(row.priority)}</span>
            <TicketStatusChip status={row.status} />
            <span className="sc-list-officer">{row.officerName ?? ''}</span>
            <span className="sc-service">{say(row.name)}</span>
            {row.dueAt && (
              <span className="sc-service">
                <Due at={row.dueAt} leftMinutes={row.leftMinutes} />
              </span>
            )}
            {gone.includes(row.id) && <span className="sc-gone">{text('tickets.gone')}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
};
