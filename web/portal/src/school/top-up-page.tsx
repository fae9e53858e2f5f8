import { newId } from '@sportello/contracts/id';
import { LEAST_TOP_UP, MOST_TOP_UP } from '@sportello/contracts/school/documents';
import type { AnswerOf } from '@sportello/contracts/web';
import { readCents } from '@sportello/italy/typed-number';
import { ProblemError, useAsk, useAskPages, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, formatEuro, rome, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Notice } from '@sportello/ui/notice';
import { Empty } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button, Table } from 'design-react-kit';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Paper } from './documents-page.js';
import { Held, OfficeNotice, SchoolFrame } from './held.js';
import { Start } from './payment-page.js';

type Child = AnswerOf<'rpc.school.list-children.v1'>['items'][number];
type TopUp = AnswerOf<'rpc.school.list-top-ups.v1'>['items'][number];

const list = 'rpc.school.list-top-ups.v1';

/** "Ricariche con PagoPA": service, badge, amount, and then now or with a printed code (SCH-10 to SCH-12). */
export const TopUpPage = () => {
  const text = useText();
  return (
    <SchoolFrame title={text('school.card.topUp')} lead={text('school.card.topUp.detail')}>
      <Children />
      <div className="mt-4">
        <Notice>{text('school.topUp.checked')}</Notice>
      </div>
      <TopUps />
      <OfficeNotice />
    </SchoolFrame>
  );
};

const Children = () => {
  const text = useText();
  const children = useAsk('rpc.school.list-children.v1', { limit: 100 });
  return (
    <Held query={children}>
      {({ items }) => {
        const badges = items.flatMap((child) => child.badges.map((badge) => ({ child, badge })));
        return badges.length === 0 ? <Empty icon="it-card">{text('school.account.noBadge')}</Empty> : <Form badges={badges} />;
      }}
    </Held>
  );
};

/** Cents of what was typed; undefined for what is no amount that can be paid in: 0, below zero, three decimals. */
function centsIn(typed: string): number | undefined {
  const cents = readCents(typed);
  return typeof cents === 'number' && cents >= LEAST_TOP_UP && cents <= MOST_TOP_UP ? cents : undefined;
}

const Form = ({ badges }: { badges: readonly { child: Child; badge: string }[] }) => {
  const text = useText();
  const [at, setAt] = useState(0);
  const [serviceId, setServiceId] = useState('');
  const [amount, setAmount] = useState('1,00');
  const [error, setError] = useState<string | undefined>();
  const [id, setId] = useState(() => newId());
  const command = useCommand('rpc.school.put-top-up.v1', [list]);
  const chosen = badges[at] ?? badges[0];
  const card = useAsk('rpc.school.get-child.v1', { id: chosen?.child.id ?? '' });
  const services = new Map(card.data?.enrolments.filter((it) => it.isPrepaid).map((it) => [it.serviceId, it.serviceName]));
  const hasNone = card.data !== undefined && services.size === 0;
  const service = services.has(serviceId) ? serviceId : ([...services.keys()][0] ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const amountCents = centsIn(amount);
    setError(amountCents === undefined ? text('school.topUp.amount.wrong') : undefined);
    if (amountCents === undefined || !chosen || !service || command.isPending) return;
    command.mutate({ id, childId: chosen.child.id, badge: chosen.badge, serviceId: service, amountCents });
  };
  const again = () => {
    setId(newId());
    command.reset();
  };
  if (command.data) return <Way topUp={command.data} onAgain={again} />;
  return (
    <form noValidate onSubmit={send} aria-labelledby="ricarica">
      <h2 id="ricarica" className="h5">
        {text('school.topUp.new')}
      </h2>
      <p>{text('school.topUp.how')}</p>
      <SelectField
        label={text('school.topUp.service')}
        value={service}
        options={[...services].map(([value, label]) => ({ value, label }))}
        help={hasNone ? text('school.topUp.service.none') : undefined}
        onChange={setServiceId}
      />
      <SelectField
        label={text('school.topUp.badge')}
        value={String(at)}
        options={badges.map(({ child, badge }, index) => ({ value: String(index), label: `${badge} - ${child.name}` }))}
        onChange={(value) => setAt(Number(value))}
      />
      <TextField
        label={text('school.topUp.amount')}
        help={text('school.topUp.amount.help')}
        value={amount}
        error={error}
        input={{ inputMode: 'decimal', maxLength: 12, autoComplete: 'off' }}
        onChange={setAmount}
      />
      {command.error || card.error ? <ErrorNote error={command.error ?? card.error} keepsWords /> : null}
      <Button type="submit" color="primary" aria-disabled={command.isPending || undefined}>
        {command.isPending ? text('ui.wait') : text('school.confirm')}
      </Button>
    </form>
  );
};

interface WayProps {
  topUp: TopUp;
  onAgain: () => void;
}

/** Now, or later with what is printed (SCH-11). The notice is made within moments. */
const Way = ({ topUp: { id, amountCents, badge }, onAgain }: WayProps) => {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [isThere, setThere] = useState(false);
  const { data, error } = useAsk('rpc.payments.get.v1', { id }, { everyMs: isThere ? false : 2_000, staleTimeMs: 0 });
  const isPayable = data?.options.some(({ instalments }) => instalments.some((it) => it.isPayable)) ?? false;
  useEffect(() => setThere(isPayable), [isPayable]);
  // Until it is made, the payments service does not know it.
  const hasFailed = error && !(error instanceof ProblemError && error.status === 404);
  return (
    <Panel aria-labelledby="modo">
      <h2 id="modo" ref={heading} tabIndex={-1} className="h5">
        {text('school.topUp.way', { amount: formatEuro(amountCents), badge })}
      </h2>
      {isThere ? (
        <>
          <h3 className="h6">{text('school.topUp.online')}</h3>
          <Start positionIds={[id]} />
          <h3 className="h6 mt-4">{text('school.topUp.offline')}</h3>
          <p>{text('school.topUp.offline.detail')}</p>
          <Paper positionId={id} kind="notice" number={badge} />
        </>
      ) : (
        <p role="status">{text('school.topUp.preparing')}</p>
      )}
      {hasFailed ? <ErrorNote error={error} /> : null}
      <p className="mt-4 mb-0">
        <Button type="button" outline color="primary" size="sm" onClick={onAgain}>
          {text('school.topUp.again')}
        </Button>
      </p>
    </Panel>
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
                {rows.map(({ id, askedAt, badge, childName, serviceName, amountCents, state }) => (
                  <tr key={id}>
                    <th scope="row" data-label={text('school.day')}>
                      {formatDate(askedAt, rome)}
                    </th>
                    <td data-label={text('school.badge')}>
                      {badge} - {childName}
                    </td>
                    <td data-label={text('school.service')}>{serviceName}</td>
                    <td data-label={text('school.amount')}>{formatEuro(amountCents)}</td>
                    <td data-label={text('school.state')}>{text(`school.topUp.state.${state}`)}</td>
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
