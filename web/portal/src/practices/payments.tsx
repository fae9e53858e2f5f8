import { ButtonLink } from '@sportello/ui/button-link';
import { formatDateTime, formatEuro, rome, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import type { Practice } from './practice.js';

type Payment = NonNullable<Practice['payments']>[number];

const isWanted = ({ status }: Payment) => status === 'wanted' || status === 'started';

/** What is paid for a request: amount, reason and outcome of each (PAY-01, PAY-05, PAY-06); what waits is paid on its own page (PAY-08). */
export const Payments = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const payments = practice.payments ?? [];
  if (payments.length === 0) return null;
  return (
    <Panel aria-labelledby="pagamenti">
      <h2 id="pagamenti" className="h5">
        {text('dues.title')}
      </h2>
      {practice.phase && <p>{text(`dues.${practice.phase}`)}</p>}
      {payments.map((payment) => (
        <article key={payment.id} className={`sp-amendment ${isWanted(payment) ? 'is-open' : ''}`} aria-label={payment.reason}>
          <p className="mb-1">
            <Icon name={isWanted(payment) ? 'it-warning-circle' : 'it-check-circle'} className="icon-sm me-1" />
            <strong>{text(`dues.status.${payment.status}`)}</strong>
          </p>
          <SummaryList
            items={[
              { label: text('dues.reason'), value: payment.reason },
              { label: text('dues.amount'), value: formatEuro(payment.amountCents) },
              ...(payment.settledAt ? [{ label: text('dues.settledAt'), value: formatDateTime(payment.settledAt, rome) }] : []),
            ]}
          />
          <ButtonLink
            outline={!isWanted(payment)}
            color="primary"
            size="sm"
            className="sp-no-print"
            to={`/area-personale/pagamenti/${payment.id}`}
            aria-label={text(isWanted(payment) ? 'dues.payNamed' : 'dues.openNamed', { reason: payment.reason })}
          >
            {text(isWanted(payment) ? 'dues.pay' : 'dues.open')}
          </ButtonLink>
        </article>
      ))}
    </Panel>
  );
};
