import { ask, useAsk } from '@sportello/ui/api';
import { Download } from '@sportello/ui/download';
import { formatEuro, useText } from '@sportello/ui/i18n';
import { Empty, Loaded, Skeleton } from '@sportello/ui/page-states';
import { Table } from 'design-react-kit';

/** What was paid in a year, for the tax return: a certificate of each body, with the reasons (PAY-55). */
export const Certificates = () => {
  const text = useText();
  const query = useAsk('rpc.payments.list-certificates.v1', {});
  return (
    <div className="mt-4">
      <h2 className="visually-hidden">{text('payments.tab.certificates')}</h2>
      <p>{text('payments.certificates.lead')}</p>
      <Loaded query={query} skeleton={<Skeleton isTable />}>
        {({ items, needs }) =>
          items.length === 0 ? (
            <Empty>{text(`payments.certificates.${needs ?? 'empty'}`)}</Empty>
          ) : (
            <Table className="sp-table align-middle">
              <caption className="visually-hidden">{text('payments.tab.certificates')}</caption>
              <thead>
                <tr>
                  <th scope="col">{text('payments.certificates.year')}</th>
                  <th scope="col">{text('payments.body')}</th>
                  <th scope="col">{text('payments.certificates.payments')}</th>
                  <th scope="col">{text('payments.amount')}</th>
                  <th scope="col">{text('payments.certificates.file')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ organizationId, creditorName, year, payments, totalCents }) => (
                  <tr key={`${year} ${organizationId}`}>
                    <th scope="row" data-label={text('payments.certificates.year')}>
                      {String(year)}
                    </th>
                    <td data-label={text('payments.body')}>{creditorName}</td>
                    <td data-label={text('payments.certificates.payments')}>{String(payments)}</td>
                    <td data-label={text('payments.amount')}>{formatEuro(totalCents)}</td>
                    <td data-label={text('payments.certificates.file')}>
                      <Download
                        label={text('payments.certificates.download', { year, name: creditorName })}
                        addressOf={() => ask('rpc.payments.get-certificate-address.v1', { organizationId, year })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )
        }
      </Loaded>
    </div>
  );
};
