import type { AnswerOf } from '@sportello/contracts/web';
import { grouped } from '@sportello/italy/notice-number';
import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { formatEuro, LocalLink, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Notice } from '@sportello/ui/notice';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton, Stale } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { useEffect, useRef } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { NotFound } from '../not-found.js';

type Cart = AnswerOf<'rpc.payments.get-cart.v1'>;
type State = Cart['items'][number]['state'];

const said = ['ok', 'waiting', 'error', 'cancelled'] as const;
const looks = {
  started: ['amber', 'it-clock'],
  unknown: ['amber', 'it-clock'],
  completed: ['green', 'it-check-circle'],
  failed: ['red', 'it-close-circle'],
  abandoned: ['grey', 'it-close-circle'],
} as const satisfies Record<State, readonly [string, string]>;

const isOpen = (state: State) => state === 'started' || state === 'unknown';

/** Where the payment page sends people back to. What it says is not believed: the receipt tells, and the page waits for it (PAY-43). */
export const OutcomePage = () => {
  const { cart = '' } = useParams();
  return <OutcomeLoader key={cart} id={cart} />;
};

const OutcomeLoader = ({ id }: { id: string }) => {
  const text = useText();
  const [search] = useSearchParams();
  const told = said.find((it) => it === search.get('esito'));
  const comeBack = useCommand('rpc.payments.return-from-checkout.v1', ['rpc.payments.get-cart.v1', 'rpc.payments.get.v1']);
  const { mutate } = comeBack;
  const isTold = useRef(false);
  useEffect(() => {
    if (!told || isTold.current) return;
    isTold.current = true;
    mutate({ id, said: told });
  }, [id, told, mutate]);
  const first = useAsk('rpc.payments.get-cart.v1', { id });
  const waits = first.data?.items.some(({ state }) => isOpen(state)) ?? false;
  const { data, error, refetch, dataUpdatedAt } = useAsk('rpc.payments.get-cart.v1', { id }, { everyMs: waits ? 2_000 : false });
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422) && !data) return <NotFound />;
  return (
    <Page title={text('payments.outcome')}>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
      {data && error && <Stale at={dataUpdatedAt} onRefresh={() => void refetch()} />}
      {data && <OutcomeBody cart={data} />}
    </Page>
  );
};

/** What is true of all: of five notices four may be paid while the fifth is waited for. */
function stateOf({ items }: Cart): State {
  const states = items.map(({ state }) => state);
  return states.find(isOpen) ?? states.find((state) => state !== 'completed') ?? 'completed';
}

const OutcomeBody = ({ cart }: { cart: Cart }) => {
  const text = useText();
  const state = stateOf(cart);
  const [colour, icon] = looks[state];
  const practiceId = cart.items.find((item) => item.practiceId)?.practiceId;
  const isKnown = !isOpen(state);
  const toTryAgain = cart.items.length === 1 ? `/area-personale/pagamenti/${cart.items[0]?.positionId}` : '/area-personale/pagamenti';
  return (
    <>
      <Panel className="sp-now" aria-labelledby="esito">
        <h2 id="esito" className="h5">
          <span className={`sp-status sp-status-${colour}`}>
            <Icon name={icon} className="icon-sm" />
            {text(`payments.attempt.${state}`)}
          </span>
        </h2>
        <p className="mb-0" role="status">
          {text(`payments.outcome.${state}`)}
        </p>
      </Panel>
      {!isKnown && <Notice>{text('payments.notRegistered')}</Notice>}
      {!isKnown && <p>{text('payments.outcome.checked')}</p>}
      <Panel aria-labelledby="pagati">
        <h2 id="pagati" className="h5">
          {text('payments.outcome.items', { count: cart.items.length })}
        </h2>
        {cart.items.map(({ noticeNumber, creditorName, reason, amountCents, state: own }) => (
          <div key={noticeNumber} className="mb-3">
            <SummaryList
              items={[
                { label: text('payments.reason'), value: reason },
                { label: text('payments.body'), value: creditorName },
                { label: text('payments.noticeNumber'), value: <span className="sp-number">{grouped(noticeNumber)}</span> },
                { label: text('payments.amount'), value: formatEuro(amountCents) },
                ...(cart.items.length > 1 ? [{ label: text('payments.state'), value: text(`payments.attempt.${own}`) }] : []),
              ]}
            />
          </div>
        ))}
        {cart.items.length > 1 && (
          <p className="fw-semibold">
            {text('payments.total')} {formatEuro(cart.totalCents)}
          </p>
        )}
      </Panel>
      <div className="sp-operations">
        {practiceId ? (
          <ButtonLink color="primary" to={`/area-personale/pratiche/${practiceId}`}>
            {text('payments.practice.open')}
          </ButtonLink>
        ) : (
          <ButtonLink color="primary" to="/area-personale/pagamenti">
            {text('payments.back')}
          </ButtonLink>
        )}
        {isKnown && state !== 'completed' && <LocalLink to={toTryAgain}>{text('payments.again')}</LocalLink>}
      </div>
    </>
  );
};
