import { ProblemError, useAskPages } from '@sportello/ui/api';
import { formatDate, formatEuro, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Notice } from '@sportello/ui/notice';
import { Empty } from '@sportello/ui/page-states';
import { Table } from 'design-react-kit';
import { Together, useSelection } from '../payments/pay-together.js';
import type { Document } from './documents-page.js';
import { Held, OfficeNotice, SchoolFrame } from './held.js';
import { noticesOf, Paper, positionsOf } from './positions.js';

/** "Pagamento servizi scolastici": all that is not settled, five at most at a time (PAY-15 to PAY-19). */
export const PaymentPage = () => {
  const text = useText();
  return (
    <SchoolFrame title={text('school.card.payment')} lead={text('school.card.payment.detail')}>
      <p>{text('school.pay.now')}</p>
      <ol>
        <li>{text('school.pay.choose')}</li>
        <li>{text('school.pay.press')}</li>
      </ol>
      <p>{text('school.pay.later')}</p>
      <Unpaid />
      <Notice>{text('school.pay.checked')}</Notice>
      <OfficeNotice />
    </SchoolFrame>
  );
};

const Unpaid = () => {
  const text = useText();
  const list = useAskPages('rpc.school.list-documents.v1', { show: 'to_pay', limit: 50 }, { staleTimeMs: 0 });
  return (
    <>
      <Held query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) return <Empty icon="it-check-circle">{text('school.pay.nothing')}</Empty>;
          return <Choice rows={rows} />;
        }}
      </Held>
      <More {...list} />
    </>
  );
};

const Choice = ({ rows }: { rows: readonly Document[] }) => {
  const text = useText();
  const selection = useSelection(rows.filter(({ positionId }) => positionId));
  const findNotices = async () => {
    const positions = await positionsOf(selection.rows.flatMap(({ positionId }) => positionId ?? []));
    const notices = positions.map(noticesOf);
    const numbers = selection.rows.flatMap(({ number }, at) => (notices[at]?.length ? [] : [number])).join(', ');
    // Nothing is begun for less than what she chose.
    if (numbers) throw new ProblemError({ type: 'unpayable', status: 409, title: text('school.pay.unpayable', { numbers }) });
    return notices.flat();
  };
  return (
    <>
      <h2 id="da-saldare" className="visually-hidden">
        {text('school.pay.list')}
      </h2>
      <Table className="sp-table align-middle" aria-labelledby="da-saldare">
        <thead>
          <tr>
            <th scope="col">{text('school.document.dueOn')}</th>
            <th scope="col">{text('school.pay.issued')}</th>
            <th scope="col">{text('school.document.number')}</th>
            <th scope="col">{text('school.pay.instalment')}</th>
            <th scope="col">{text('school.name')}</th>
            <th scope="col">{text('school.document.amount')}</th>
            <th scope="col">{text('school.pay.select')}</th>
            <th scope="col">{text('school.document.notice')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, dueOn, issuedOn, number, instalment, childName, dueCents, positionId }) => (
            <tr key={id}>
              <td data-label={text('school.document.dueOn')}>{formatDate(dueOn)}</td>
              <td data-label={text('school.pay.issued')}>{formatDate(issuedOn)}</td>
              <th scope="row" data-label={text('school.document.number')}>
                {number}
              </th>
              <td data-label={text('school.pay.instalment')}>{instalment}</td>
              <td data-label={text('school.name')}>{childName}</td>
              <td data-label={text('school.document.amount')}>{formatEuro(dueCents)}</td>
              <td data-label={text('school.pay.select')}>
                {positionId && (
                  <input
                    type="checkbox"
                    className="sp-check"
                    aria-label={text('school.pay.select.named', { number })}
                    checked={selection.ids.includes(id)}
                    onChange={() => selection.toggle(id)}
                  />
                )}
              </td>
              <td data-label={text('school.document.notice')}>
                {positionId && <Paper positionId={positionId} kind="notice" number={number} />}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Together selection={selection} totalCents={selection.rows.reduce((sum, { dueCents }) => sum + dueCents, 0)} notices={findNotices}>
        {text('school.pay.start')}
      </Together>
    </>
  );
};
