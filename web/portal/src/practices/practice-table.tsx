import { ButtonLink } from '@sportello/ui/button-link';
import { formatDateTime, LocalLink, rome, useSay, useText } from '@sportello/ui/i18n';
import { StatusChip } from '@sportello/ui/status-chip';
import { Table } from 'design-react-kit';
import { DeleteDraft } from './delete-draft.js';
import type { PracticeRow } from './practice-links.js';
import { practicePath } from './practice-path.js';
import { Star } from './star.js';
import { UnreadBadge } from './unread-badge.js';

interface PracticeTableProps {
  rows: readonly PracticeRow[];
  caption: string;
  /** Sent requests show when they were sent, the others when they were begun (PRA-02, PRA-09). */
  date: 'created' | 'sent';
  onDeleted: (number: string) => void;
}

/** One's requests; on small screens each is a card. */
export const PracticeTable = ({ rows, caption, date, onDeleted }: PracticeTableProps) => {
  const text = useText();
  const say = useSay();
  const dateLabel = text(date === 'sent' ? 'practices.sentAt' : 'practices.createdAt');
  return (
    <Table className="sp-table align-middle">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('practices.form')}</th>
          <th scope="col">{text('practices.number')}</th>
          <th scope="col">{dateLabel}</th>
          <th scope="col">{text('practices.status')}</th>
          <th scope="col">{text('practices.operations')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const instant = date === 'sent' ? row.submittedAt : row.createdAt;
          const isDraft = row.status === 'draft';
          return (
            <tr key={row.id}>
              <td data-label={text('practices.form')}>{say(row.procedureTitle)}</td>
              <th scope="row" className="sp-number" data-label={text('practices.number')}>
                <LocalLink to={practicePath(row)}>{row.number}</LocalLink>
              </th>
              <td data-label={dateLabel}>{instant ? formatDateTime(instant, rome) : '-'}</td>
              <td data-label={text('practices.status')}>
                <StatusChip status={row.status} /> <UnreadBadge id={row.id} />
              </td>
              <td data-label={text('practices.operations')}>
                <div className="sp-operations">
                  <Star id={row.id} number={row.number} isImportant={row.isImportant} />
                  <ButtonLink
                    outline
                    color="primary"
                    size="sm"
                    to={practicePath(row)}
                    aria-label={text(isDraft ? 'practices.continueNamed' : 'practices.openNamed', { number: row.number })}
                  >
                    {text(isDraft ? 'practices.continue' : 'practices.open')}
                  </ButtonLink>
                  {!isDraft && (
                    <ButtonLink
                      outline
                      color="primary"
                      size="sm"
                      to={`/area-personale/pratiche/${row.id}?stampa=1`}
                      aria-label={text('practices.printNamed', { number: row.number })}
                    >
                      {text('practices.print')}
                    </ButtonLink>
                  )}
                  {row.moves.includes('delete') && (
                    <DeleteDraft
                      id={row.id}
                      version={row.version}
                      number={row.number}
                      isAwaitingPayment={row.status === 'awaiting_payment'}
                      onDeleted={() => onDeleted(row.number)}
                    />
                  )}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
};
