import { newId } from '@sportello/contracts/id';
import { MOST_NOTICES } from '@sportello/contracts/payments/most-notices';
import { ask, useAskPages } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, formatEuro, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Notice } from '@sportello/ui/notice';
import { Empty } from '@sportello/ui/page-states';
import { SelectionBar } from '@sportello/ui/selection-bar';
import { Button, Table } from 'design-react-kit';
import { useState } from 'react';
import { type Document, Paper, positionOf } from './documents-page.js';
import { Held, OfficeNotice, SchoolFrame } from './held.js';

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
          return rows.length === 0 ? <Empty icon="it-check-circle">{text('school.pay.nothing')}</Empty> : <Choice rows={rows} />;
        }}
      </Held>
      <More {...list} />
    </>
  );
};

const Choice = ({ rows }: { rows: readonly Document[] }) => {
  const text = useText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isRefused, setRefused] = useState(false);
  const selected = rows.filter(({ id }) => chosen.includes(id));
  const total = selected.reduce((sum, { dueCents }) => sum + dueCents, 0);
  const toggle = (id: string) => {
    const isOff = chosen.includes(id);
    const isFull = !isOff && chosen.length >= MOST_NOTICES;
    setRefused(isFull);
    if (!isFull) setChosen(isOff ? chosen.filter((other) => other !== id) : [...chosen, id]);
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
                <input
                  type="checkbox"
                  className="sp-check"
                  aria-label={text('school.pay.select.named', { number })}
                  checked={chosen.includes(id)}
                  onChange={() => toggle(id)}
                />
              </td>
              <td data-label={text('school.document.notice')}>
                {positionId && <Paper positionId={positionId} kind="notice" number={number} />}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {isRefused && (
        <p className="alert alert-warning" role="alert">
          {text('school.pay.sixth')}
        </p>
      )}
      <SelectionBar
        count={selected.length}
        onClear={() => {
          setRefused(false);
          setChosen([]);
        }}
      >
        <span>
          {text('school.pay.total')} <strong>{formatEuro(total)}</strong>
        </span>
        <Start positionIds={selected.flatMap(({ positionId }) => positionId ?? [])} />
      </SelectionBar>
    </>
  );
};

/** AVVIA PAGAMENTO: leaves for the payment page with what is chosen. Pressed twice it is the same cart. */
export const Start = ({ positionIds }: { positionIds: readonly string[] }) => {
  const text = useText();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [cart, setCart] = useState({ id: newId(), of: '' });
  const start = async () => {
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      const of = positionIds.join();
      const id = cart.of === of ? cart.id : newId();
      setCart({ id, of });
      const positions = await Promise.all(positionIds.map(positionOf));
      const notices = positions.flatMap(({ creditorFiscalCode, options }) =>
        options
          .flatMap(({ instalments }) => instalments)
          .filter(({ isPayable }) => isPayable)
          .slice(0, 1)
          .flatMap(({ noticeNumber }) => (creditorFiscalCode && noticeNumber ? [{ fiscalCode: creditorFiscalCode, noticeNumber }] : [])),
      );
      const { redirectUrl } = await ask('rpc.payments.start-cart.v1', { id, notices });
      location.assign(redirectUrl);
    } catch (caught) {
      setError(caught);
      setPending(false);
    }
  };
  return (
    <div>
      <Button type="button" color="primary" aria-disabled={isPending || undefined} onClick={() => void start()}>
        {text(isPending ? 'ui.wait' : 'school.pay.start')}
      </Button>
      {error !== null && <ErrorNote error={error} />}
    </div>
  );
};
