import { newId } from '@sportello/contracts/id';
import { LEAST_TOP_UP, MOST_TOP_UP } from '@sportello/contracts/school/limits';
import type { AnswerOf } from '@sportello/contracts/web';
import { readCents } from '@sportello/italy/typed-number';
import { ProblemError, useAsk, useAskPages, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { goToFirstMistake } from '@sportello/ui/first-mistake';
import { formatDate, formatEuro, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Notice } from '@sportello/ui/notice';
import { Empty, ErrorState, Loaded, Skeleton, Stale } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button, Table } from 'design-react-kit';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { PayOnline } from '../payments/pay-online.js';
import { isComing, isInTheMaking } from '../payments/state-chip.js';
import { Held, type HeldChild, HeldFor, OfficeNotice, SchoolFrame } from './held.js';
import { isUnknown, noticesOf, Paper } from './positions.js';

type TopUp = AnswerOf<'rpc.school.list-top-ups.v1'>['items'][number];

const list = 'rpc.school.list-top-ups.v1';

/** "Ricariche con PagoPA": service, badge, amount, and then now or with a printed code (SCH-10 to SCH-12). */
export const TopUpPage = () => {
  const text = useText();
  return (
    <SchoolFrame title={text('school.card.topUp')} lead={text('school.card.topUp.detail')}>
      <Children />
      <OfficeNotice />
    </SchoolFrame>
  );
};

const Children = () => {
  const text = useText();
  const [round, setRound] = useState(0);
  return (
    <HeldFor rights={['pay']}>
      {(items) => {
        const badges = items.flatMap((child) => child.badges.map((badge) => ({ child, badge })));
        return (
          <>
            {badges.length === 0 ? (
              <Empty icon="it-card">{text('school.account.noBadge')}</Empty>
            ) : (
              <Form key={round} badges={badges} hasFocus={round > 0} onAgain={() => setRound(round + 1)} />
            )}
            <div className="mt-4">
              <Notice>{text('school.topUp.checked')}</Notice>
            </div>
            <TopUps />
          </>
        );
      }}
    </HeldFor>
  );
};

/** Cents of what was typed; undefined for what is no amount that can be paid in: 0, below zero, three decimals. */
function centsIn(typed: string): number | undefined {
  const cents = readCents(typed);
  return typeof cents === 'number' && cents >= LEAST_TOP_UP && cents <= MOST_TOP_UP ? cents : undefined;
}

interface FormProps {
  badges: readonly { child: HeldChild; badge: string }[];
  /** True for one more top-up: the keyboard goes on here. */
  hasFocus: boolean;
  onAgain: () => void;
}

const Form = ({ badges, hasFocus, onAgain }: FormProps) => {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasFocus) heading.current?.focus();
  }, [hasFocus]);
  const [typed, setTyped] = useState({ at: 0, serviceId: '', amount: '1,00' });
  const [error, setError] = useState<string | undefined>();
  // A top-up that is sent again is the same; changed, it is another.
  const [id, setId] = useState(() => newId());
  const command = useCommand('rpc.school.put-top-up.v1', [list]);
  const change = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part });
    setId(newId());
  };
  const chosen = badges[typed.at] ?? badges[0];
  const card = useAsk('rpc.school.get-child.v1', { id: chosen?.child.id ?? '' });
  const services = new Map(card.data?.enrolments.filter((it) => it.isPrepaid).map((it) => [it.serviceId, it.serviceName]));
  const serviceId = services.has(typed.serviceId) ? typed.serviceId : [...services.keys()][0];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const amountCents = centsIn(typed.amount);
    setError(amountCents === undefined ? text('school.topUp.amount.wrong') : undefined);
    if (amountCents === undefined) return goToFirstMistake(event.currentTarget);
    if (!chosen || !serviceId || command.isPending) return;
    const onError = (problem: unknown) => {
      // What was refused was not begun.
      if (problem instanceof ProblemError) setId(newId());
    };
    command.mutate({ id, childId: chosen.child.id, badge: chosen.badge, serviceId, amountCents }, { onError });
  };
  if (command.data) return <Way topUp={command.data} onAgain={onAgain} />;
  return (
    <form noValidate onSubmit={send} aria-labelledby="ricarica">
      <h2 id="ricarica" ref={heading} tabIndex={-1} className="h5">
        {text('school.topUp.new')}
      </h2>
      <p>{text('school.topUp.how')}</p>
      <Loaded query={card} skeleton={<Skeleton lines={1} />}>
        {() =>
          serviceId === undefined ? (
            <Empty icon="it-card">{text('school.topUp.service.none')}</Empty>
          ) : (
            <SelectField
              label={text('school.topUp.service')}
              value={serviceId}
              options={[...services].map(([value, label]) => ({ value, label }))}
              onChange={(value) => change({ serviceId: value })}
            />
          )
        }
      </Loaded>
      <SelectField
        label={text('school.topUp.badge')}
        value={String(typed.at)}
        options={badges.map(({ child, badge }, index) => ({ value: String(index), label: `${badge} - ${child.name}` }))}
        onChange={(at) => change({ at: Number(at) })}
      />
      {serviceId !== undefined && (
        <>
          <TextField
            label={text('school.topUp.amount')}
            help={text('school.topUp.amount.help')}
            value={typed.amount}
            error={error}
            input={{ inputMode: 'decimal', maxLength: 12, autoComplete: 'off' }}
            onChange={(amount) => change({ amount })}
          />
          {command.error ? <ErrorNote error={command.error} keepsWords /> : null}
          <Button type="submit" color="primary" aria-disabled={command.isPending || undefined}>
            {command.isPending ? text('ui.wait') : text('school.confirm')}
          </Button>
        </>
      )}
    </form>
  );
};

interface WayProps {
  topUp: TopUp;
  onAgain: () => void;
}

/** Now, or later with what is printed (SCH-11). */
const Way = ({ topUp: { id, amountCents, badge }, onAgain }: WayProps) => {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Panel aria-labelledby="modo">
      <h2 id="modo" ref={heading} tabIndex={-1} className="h5">
        {text('school.topUp.way', { amount: formatEuro(amountCents), badge })}
      </h2>
      <Ways id={id} badge={badge} />
      <p className="mt-4 mb-0">
        <Button type="button" outline color="primary" size="sm" onClick={onAgain}>
          {text('school.topUp.again')}
        </Button>
      </p>
    </Panel>
  );
};

/** How often the page asks for a notice that is being made, in milliseconds, and so many times while nothing is known of it. */
const AGAIN_MS = 2_000;
const MOST_TIMES = 30;

const Ways = ({ id, badge }: { id: string; badge: string }) => {
  const text = useText();
  const first = useAsk('rpc.payments.get.v1', { id }, { staleTimeMs: 0 });
  const isLate = first.errorUpdateCount >= MOST_TIMES;
  const waits = first.data ? isComing(first.data) : !isLate && (first.error === null || isUnknown(first.error));
  const { data, error, refetch, dataUpdatedAt } = useAsk(
    'rpc.payments.get.v1',
    { id },
    { everyMs: waits ? AGAIN_MS : false, staleTimeMs: 0 },
  );
  if (!data && error && !isUnknown(error)) return <ErrorState error={error} onRetry={() => void refetch()} />;
  // Until it is made, the payments service does not know it.
  if (!data || isInTheMaking(data)) return <p role="status">{text(isLate ? 'school.topUp.late' : 'school.topUp.preparing')}</p>;
  const notices = noticesOf(data);
  return (
    <>
      {error && <Stale at={dataUpdatedAt} onRefresh={() => void refetch()} />}
      {notices.length === 0 ? (
        <p>
          {text('school.topUp.unpayable')} <LocalLink to={`/area-personale/pagamenti/${id}`}>{text('school.topUp.payment')}</LocalLink>
        </p>
      ) : (
        <>
          <h3 className="h6">{text('school.topUp.online')}</h3>
          <PayOnline notices={notices}>{text('school.pay.start')}</PayOnline>
          <h3 className="h6 mt-4">{text('school.topUp.offline')}</h3>
          <p>{text('school.topUp.offline.detail')}</p>
          <Paper positionId={id} kind="notice" number={badge} />
        </>
      )}
    </>
  );
};

const TopUps = () => {
  const text = useText();
  const pages = useAskPages(list, { limit: 25 }, { staleTimeMs: 0 });
  return (
    <section className="mt-4" aria-labelledby="fatte">
      <h2 id="fatte" className="h5">
        {text('school.topUp.list')}
      </h2>
      <Held query={pages}>
        {(data) => {
          const rows = data.pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty icon="it-card">{text('school.topUp.none')}</Empty>;
          return (
            <Table className="sp-table align-middle" aria-labelledby="fatte">
              <thead>
                <tr>
                  <th scope="col">{text('school.day')}</th>
                  <th scope="col">{text('school.badge')}</th>
                  <th scope="col">{text('school.service')}</th>
                  <th scope="col">{text('school.amount')}</th>
                  <th scope="col">{text('school.state')}</th>
                  <th scope="col">{text('school.document.notice')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, askedAt, badge, childName, serviceName, amountCents, paidCents, state, refusal }) => (
                  <tr key={id}>
                    <th scope="row" data-label={text('school.day')}>
                      {formatDate(askedAt, rome)}
                    </th>
                    <td data-label={text('school.badge')}>
                      {badge} - {childName}
                    </td>
                    <td data-label={text('school.service')}>{serviceName}</td>
                    <td data-label={text('school.amount')}>{formatEuro(paidCents ?? amountCents)}</td>
                    <td data-label={text('school.state')}>
                      {text(`school.topUp.state.${state}`)}
                      {refusal && `: ${refusal}`}
                    </td>
                    <td data-label={text('school.document.notice')}>
                      {state === 'awaiting_payment' ? <Paper positionId={id} kind="notice" number={badge} /> : '-'}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          );
        }}
      </Held>
      <More {...pages} />
    </section>
  );
};
