import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Table } from 'design-react-kit';

type ExternalPractice = AnswerOf<'rpc.practices.list-own-external.v1'>['items'][number];

/** What the reader has sent elsewhere, as the systems where it was born tell it (PRA-53). Nothing where there is none. */
export const ExternalPractices = () => {
  const text = useText();
  const list = useAskPages('rpc.practices.list-own-external.v1', { limit: 25 });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.error && !list.data) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) return null;
  return (
    <section className="mt-5" aria-labelledby="altrove">
      <h2 id="altrove" className="h4">
        {text('external.title')}
      </h2>
      <p>{text('external.detail')}</p>
      <Table className="sp-table align-middle">
        <caption className="visually-hidden">{text('external.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('external.what')}</th>
            <th scope="col">{text('practices.number')}</th>
            <th scope="col">{text('external.origin')}</th>
            <th scope="col">{text('practices.sentAt')}</th>
            <th scope="col">{text('practices.status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </Table>
      <More {...list} />
    </section>
  );
};

const Row = ({ row: { title, number, origin, link, status, submittedOn, changedOn } }: { row: ExternalPractice }) => {
  const text = useText();
  return (
    <tr>
      <td data-label={text('external.what')}>{title}</td>
      <th scope="row" className="sp-number" data-label={text('practices.number')}>
        {link ? (
          <a href={link} target="_blank" rel="noopener noreferrer">
            {number} <span className="visually-hidden">{text('external.newTab')}</span>
          </a>
        ) : (
          number
        )}
      </th>
      <td data-label={text('external.origin')}>{origin}</td>
      <td data-label={text('practices.sentAt')}>{submittedOn ? formatDate(submittedOn) : '-'}</td>
      <td data-label={text('practices.status')}>
        {status} <span className="d-block text-secondary">{text('external.changedOn', { day: formatDate(changedOn) })}</span>
      </td>
    </tr>
  );
};
