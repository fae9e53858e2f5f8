import type { Column } from '@sportello/ui/data-table';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Moment } from '@sportello/ui/moment';
import { StatusChip } from '@sportello/ui/status-chip';
import { Fragment } from 'react';
import { AnswerBy } from './answer-by.js';
import { StarButton } from './star.js';
import { Tags } from './tags.js';
import type { QueueRow } from './use-queue.js';

const Nobody = () => {
  const text = useText();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{text('queue.nobody')}</span>
    </>
  );
};

/** A number that may go on in the next line after the parts of its code, as many long codes need. */
const Breakable = ({ number }: { number: string }) =>
  Array.from(number.matchAll(/[^_.]+[_.]?|[_.]/g), ({ 0: part, index }) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));

interface RowLinks {
  gone: readonly string[];
  addressOf: (row: QueueRow) => string;
  onCurrent: (id: string) => void;
}

/** The nine columns of PRA-24, after the star and the number with its service; the last day for the answer stands with the state. */
export const useQueueColumns = ({ gone, addressOf, onCurrent }: RowLinks): Column<QueueRow>[] => {
  const text = useText();
  const say = useSay();
  const column = (key: string, cell: Column<QueueRow>['cell']) => ({ key, label: text(`queue.column.${key}`), cell });
  return [
    { ...column('star', (row) => <StarButton practice={row} />), isLabelHidden: true },
    {
      ...column('number', (row) => (
        <>
          <LocalLink to={addressOf(row)} className="sc-number" data-row={row.id} onFocus={() => onCurrent(row.id)}>
            <Breakable number={row.number} />
          </LocalLink>
          <span className="sc-service">{say(row.procedureTitle)}</span>
          <Tags tags={row.tags} />
          {gone.includes(row.id) && <span className="sc-gone">{text('queue.gone')}</span>}
        </>
      )),
      isName: true,
    },
    column('method', ({ method }) => text(`method.${method}`)),
    column('applicant', ({ applicantName }) => applicantName),
    column('fiscal-code', ({ applicantFiscalCode }) => <span className="sc-code">{applicantFiscalCode}</span>),
    column('submitted', ({ submittedAt }) => <Moment at={submittedAt} />),
    column('changed', ({ changedAt }) => <Moment at={changedAt} />),
    column('status', ({ status, answerBy }) => (
      <>
        <StatusChip status={status} />
        <AnswerBy day={answerBy} />
      </>
    )),
    column('officer', ({ officerName }) => officerName ?? <Nobody />),
    column('office', ({ officeName }) => officeName ?? <Nobody />),
    column('priority', ({ priority }) => <span className={`sc-priority sc-priority-${priority}`}>{text(`priority.${priority}`)}</span>),
  ];
};
