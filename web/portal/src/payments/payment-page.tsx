import { grouped } from '@sportello/italy/notice-number';
import { romeDate } from '@sportello/italy/rome-time';
import { ProblemError, useAsk } from '@sportello/ui/api';
import { formatDate, formatDateTime, formatEuro, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { BackLink, Page } from '@sportello/ui/page';
import { ErrorState, Skeleton, Stale } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { useParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { SignedIn } from '../signed-in.js';
import { NoticeDownload, ReceiptDownload } from './papers.js';
import { PayOnline } from './pay-online.js';
import { type Instalment, isComing, type Position, StateChip } from './state-chip.js';

/** One payment: where it stands, what to do, and by which numbers it is paid (PAY-06, PAY-40). */
export const PaymentPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  return (
    <SignedIn title={text('payments.one')} trail={[{ label: text('payments.title'), to: '/area-personale/pagamenti' }]}>
      <PaymentLoader key={id} id={id} />
    </SignedIn>
  );
};

const PaymentLoader = ({ id }: { id: string }) => {
  const text = useText();
  const first = useAsk('rpc.payments.get.v1', { id });
  const waits = first.data !== undefined && isComing(first.data);
  const { data, error, refetch, dataUpdatedAt } = useAsk('rpc.payments.get.v1', { id }, { everyMs: waits ? 3_000 : false });
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422) && !data) return <NotFound />;
  return (
    <Page
      title={data?.reason ?? text('payments.one')}
      trail={[{ label: text('payments.title'), to: '/area-personale/pagamenti' }]}
      lead={data?.creditorName ?? undefined}
    >
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
      {data && error && <Stale at={dataUpdatedAt} onRefresh={() => void refetch()} />}
      {data && <PaymentBody position={data} />}
    </Page>
  );
};

const PaymentBody = ({ position }: { position: Position }) => {
  const text = useText();
  const { state, amountCents, paidCents, debtorName, beneficiaryName, practiceId, openedAt, settledAt, options } = position;
  const isUnderWay = options.some(({ instalments }) => instalments.some((instalment) => instalment.isUnderWay));
  return (
    <>
      <Panel className="sp-now" aria-labelledby="stato">
        <h2 id="stato" className="h6">
          {text('payments.state')}
        </h2>
        <p>
          <StateChip state={state} />
        </p>
        <p className="mb-0" aria-live="polite">
          {text(isUnderWay ? 'payments.now.started' : `payments.now.${state}`)}
        </p>
      </Panel>
      {isUnderWay && <Notice>{text('payments.notRegistered')}</Notice>}
      <Panel aria-labelledby="dati">
        <h2 id="dati" className="h5">
          {text('payments.data')}
        </h2>
        <SummaryList
          items={[
            ...(amountCents > 0 ? [{ label: text('payments.due'), value: formatEuro(amountCents) }] : []),
            ...(paidCents > 0 ? [{ label: text('payments.paid'), value: formatEuro(paidCents) }] : []),
            ...(settledAt ? [{ label: text('payments.settledAt'), value: formatDateTime(settledAt, rome) }] : []),
            { label: text('payments.debtor'), value: debtorName ?? text('payments.coming') },
            ...(beneficiaryName ? [{ label: text('payments.beneficiary'), value: beneficiaryName }] : []),
            { label: text('payments.openedAt'), value: formatDateTime(openedAt, rome) },
            ...(practiceId
              ? [
                  {
                    label: text('payments.practice'),
                    value: <LocalLink to={`/area-personale/pratiche/${practiceId}`}>{text('payments.practice.open')}</LocalLink>,
                  },
                ]
              : []),
          ]}
        />
        <NoticeDownload position={position} />
      </Panel>
      {options.map(({ id, kind, instalments }) => (
        <section key={id} aria-labelledby={`opzione-${id}`}>
          <h2 id={`opzione-${id}`} className="h5">
            {text(`payments.option.${kind}`)}
          </h2>
          {instalments.map((instalment) => (
            <InstalmentPanel key={instalment.id} instalment={instalment} kind={kind} position={position} />
          ))}
        </section>
      ))}
      <BackLink to="/area-personale/pagamenti">{text('payments.back')}</BackLink>
    </>
  );
};

interface InstalmentProps {
  instalment: Instalment;
  kind: Position['options'][number]['kind'];
  position: Position;
}

/** What can be paid by itself: its numbers are what somebody types who pays in a bank's application or at a shop (PAY-04). */
const InstalmentPanel = ({ instalment, kind, position: { id, creditorFiscalCode } }: InstalmentProps) => {
  const text = useText();
  const { number, noticeNumber, amountCents, surcharges, paidCents, dueOn, isBinding, state, isPayable, settledAt, replacedById } =
    instalment;
  const today = romeDate(new Date());
  const isOverdue = state === 'open' && dueOn !== null && dueOn < today;
  return (
    <Panel tag="div">
      {kind === 'plan' && <h3 className="h6">{text('payments.instalment', { number })}</h3>}
      <SummaryList
        items={[
          { label: text('payments.state'), value: text(`payments.item.${isOverdue ? 'overdue' : replacedById ? 'replaced' : state}`) },
          { label: text('payments.amount'), value: formatEuro(paidCents ?? amountCents) },
          ...(dueOn ? [{ label: text(isBinding ? 'payments.dueOn.binding' : 'payments.dueOn'), value: formatDate(dueOn) }] : []),
          // What has begun is in the amount.
          ...surcharges
            .filter(({ from }) => isPayable && from > today)
            .map(({ from, cents }) => ({
              label: text('payments.surcharge', { day: formatDate(from) }),
              value: text('payments.surcharge.cents', { amount: formatEuro(cents) }),
            })),
          ...(settledAt ? [{ label: text('payments.settledAt'), value: formatDateTime(settledAt, rome) }] : []),
          ...(noticeNumber
            ? [{ label: text('payments.noticeNumber'), value: <span className="sp-number">{grouped(noticeNumber)}</span> }]
            : []),
          ...(isPayable && creditorFiscalCode ? [{ label: text('payments.creditorFiscalCode'), value: creditorFiscalCode }] : []),
        ]}
      />
      {isPayable && noticeNumber && creditorFiscalCode && (
        <PayOnline
          notices={[{ fiscalCode: creditorFiscalCode, noticeNumber }]}
          label={kind === 'plan' ? text('payments.online.named', { number }) : undefined}
        >
          {text('payments.online')}
        </PayOnline>
      )}
      {isPayable && <p className="mt-3 mb-0">{text('payments.offline')}</p>}
      <ReceiptDownload positionId={id} instalment={instalment} />
    </Panel>
  );
};
