import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages } from '@sportello/ui/api';
import { formatDate, formatEuro, LocalLink, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty } from '@sportello/ui/page-states';
import { SelectField } from '@sportello/ui/text-field';
import { Table } from 'design-react-kit';
import { useState } from 'react';
import { Held, type HeldChild, HeldFor, OfficeNotice, SchoolFrame, useFoundAnnounced } from './held.js';
import { Paper } from './positions.js';

export type Document = AnswerOf<'rpc.school.list-documents.v1'>['items'][number];

/** "Documenti contabili": the eleven columns of the manual, for the child that is chosen (PAY-13, PAY-14). */
export const DocumentsPage = () => {
  const text = useText();
  return (
    <SchoolFrame title={text('school.card.documents')} lead={text('school.card.documents.detail')}>
      <Children />
      <p className="mt-4">
        {text('school.documents.pay')} <LocalLink to="/scuola/pagamento">{text('school.card.payment')}</LocalLink>
      </p>
      <OfficeNotice />
    </SchoolFrame>
  );
};

const Children = () => <HeldFor rights={['see', 'pay']}>{(items) => <Search items={items} />}</HeldFor>;

const Search = ({ items }: { items: readonly HeldChild[] }) => {
  const text = useText();
  const [childId, setChildId] = useState('');
  const list = useAskPages('rpc.school.list-documents.v1', { ...(childId && { childId }), limit: 50 }, { keepsPrevious: true });
  useFoundAnnounced(list);
  return (
    <>
      <h2 className="h5">{text('school.search')}</h2>
      <SelectField
        label={text('school.name')}
        value={childId}
        options={[{ value: '', label: text('school.everybody') }, ...items.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setChildId}
      />
      <h2 id="storico" className="h5 mt-4">
        {text('school.documents.history')}
      </h2>
      <Held query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          return rows.length === 0 ? <Empty icon="it-files">{text('school.documents.empty')}</Empty> : <Documents rows={rows} />;
        }}
      </Held>
      <More {...list} />
    </>
  );
};

const columns = ['date', 'number', 'user', 'amount', 'due', 'paid', 'dueOn', 'collection', 'isPaid', 'notice', 'receipt'] as const;

const Documents = ({ rows }: { rows: readonly Document[] }) => {
  const text = useText();
  const label = (key: string) => text(`school.document.${key}`);
  return (
    <Table className="sp-table align-middle" aria-labelledby="storico">
      <thead>
        <tr>
          {columns.map((key) => (
            <th key={key} scope="col">
              {label(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { id, issuedOn, number, childName, amountCents, dueCents, paidCents, dueOn, isToCollection, positionId } = row;
          return (
            <tr key={id}>
              <td data-label={label('date')}>{formatDate(issuedOn)}</td>
              <th scope="row" data-label={label('number')}>
                {number}
              </th>
              <td data-label={label('user')}>{childName}</td>
              <td data-label={label('amount')}>{formatEuro(amountCents)}</td>
              <td data-label={label('due')}>{formatEuro(dueCents)}</td>
              <td data-label={label('paid')}>{paidCents > 0 ? formatEuro(paidCents) : '-'}</td>
              <td data-label={label('dueOn')}>{formatDate(dueOn)}</td>
              <td data-label={label('collection')}>{text(isToCollection ? 'school.yes' : 'school.no')}</td>
              <td data-label={label('isPaid')}>{text(dueCents === 0 ? 'school.yes' : 'school.no')}</td>
              <td data-label={label('notice')}>
                {positionId && dueCents > 0 ? <Paper positionId={positionId} kind="notice" number={number} /> : '-'}
              </td>
              <td data-label={label('receipt')}>
                {positionId && dueCents === 0 ? <Paper positionId={positionId} kind="receipt" number={number} /> : '-'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
};
