import { useAsk } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { FollowedKind } from '@sportello/ui/followed';
import { FormSummary } from '@sportello/ui/form/form-summary';
import { isForm } from '@sportello/ui/form/values';
import { formatDate, formatDateTime, LocalLink, rome, useSay, useText } from '@sportello/ui/i18n';
import { Messages } from '@sportello/ui/messages';
import { Notice } from '@sportello/ui/notice';
import { Loaded } from '@sportello/ui/page-states';
import { RecordNav, RecordPage } from '@sportello/ui/record-page';
import { SummaryList } from '@sportello/ui/summary-list';
import { TicketStatusChip, ticketPriority } from '@sportello/ui/ticket-status';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { Composer } from './composer.js';
import { Moves } from './moves.js';
import type { Ticket } from './ticket.js';

/** Everything about one ticket: who asks, what, until when, what was written, and what can be done. */
export const TicketPage = () => {
  const text = useText();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useAsk('rpc.ticketing.get.v1', { id });
  const { data } = query;
  return (
    <div className="container sp-page">
      <RecordPage
        title={data?.number ?? text('tickets.one')}
        appName={text('console.name')}
        nav={<RecordNav label={text('section.tickets')} listAddress="/ticket" at={0} of={0} hasMore={false} />}
        kind={data ? `${say(data.group)} - ${say(data.name)}` : text('tickets.one')}
        standing={
          data && (
            <p className="mb-0">
              <TicketStatusChip status={data.status} /> <span className="ms-2">{ticketPriority(data.priority)}</span>
            </p>
          )
        }
      >
        <Loaded query={query}>
          {(ticket) => (
            <FollowedKind value="tickets">
              <Parts key={ticket.id} ticket={ticket} />
            </FollowedKind>
          )}
        </Loaded>
      </RecordPage>
    </div>
  );
};

const Parts = ({ ticket }: { ticket: Ticket }) => {
  const text = useText();
  const [done, setDone] = useState<{ words: string; at: number } | null>(null);
  return (
    <>
      {done && <Done of={done.at}>{done.words}</Done>}
      <Moves ticket={ticket} onDone={(words) => setDone({ words, at: Date.now() })} />
      <div className="row">
        <div className="col-12 col-lg-8">
          <Part title={text('tickets.sent')}>
            <Sent ticket={ticket} />
          </Part>
          <Part title={text('tickets.comments')}>
            <Messages
              practiceId={ticket.id}
              side="office"
              canWrite={ticket.moves.includes('comment')}
              composer={<Composer ticketId={ticket.id} />}
            />
          </Part>
        </div>
        <div className="col-12 col-lg-4">
          <Part title={text('tickets.facts')}>
            <Facts ticket={ticket} />
          </Part>
          <Part title={text('tickets.history')}>
            <History ticket={ticket} />
          </Part>
        </div>
      </div>
    </>
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-4" aria-label={title}>
    <h2 className="h5">{title}</h2>
    {children}
  </section>
);

const Sent = ({ ticket: { formId, subject, content, onBehalfOf } }: { ticket: Ticket }) => {
  const text = useText();
  const form = useAsk(
    'rpc.ticketing.get-form.v1',
    { id: formId ?? '' },
    { enabled: formId !== null, staleTimeMs: Number.POSITIVE_INFINITY },
  );
  if (formId === null)
    return (
      <SummaryList
        items={[
          { label: text('tickets.call.subject'), value: subject },
          ...(onBehalfOf ? [{ label: text('tickets.call.onBehalfOf'), value: onBehalfOf }] : []),
          { label: text('tickets.call.details'), value: typeof content['details'] === 'string' ? content['details'] : null },
        ]}
      />
    );
  return (
    <Loaded query={form}>
      {({ definition }) => (isForm(definition) ? <FormSummary form={definition} values={content} level={3} /> : null)}
    </Loaded>
  );
};

const Facts = ({ ticket }: { ticket: Ticket }) => {
  const text = useText();
  const say = useSay();
  const { clock, rating, silenceAt } = ticket;
  const instant = (at: string) => formatDateTime(at, rome);
  return (
    <>
      {ticket.mergedInto && (
        <Notice>
          <LocalLink to={`/ticket/${ticket.mergedInto.id}`}>{text('tickets.merged', { number: ticket.mergedInto.number })}</LocalLink>
        </Notice>
      )}
      {clock.isPaused && <Notice>{text('tickets.paused')}</Notice>}
      <SummaryList
        items={[
          { label: text('tickets.column.applicant'), value: ticket.applicantName },
          { label: text('tickets.column.officer'), value: ticket.officerName ?? text('tickets.nobody') },
          { label: text('tickets.column.desk'), value: `${say(ticket.deskName)} - ${text(`tickets.kind.${ticket.kind}`)}` },
          { label: text('tickets.channel'), value: text(`tickets.channel.${ticket.channel}`) },
          { label: text('tickets.created'), value: instant(ticket.createdAt) },
          { label: text('tickets.changed'), value: instant(ticket.changedAt) },
          ...(clock.firstAnsweredAt
            ? [{ label: text('tickets.answered'), value: instant(clock.firstAnsweredAt) }]
            : clock.firstAnswerBy
              ? [{ label: text('tickets.answerBy'), value: instant(clock.firstAnswerBy) }]
              : []),
          ...(clock.solutionBy ? [{ label: text('tickets.solveBy'), value: instant(clock.solutionBy) }] : []),
          {
            label: text('tickets.used'),
            value: text('tickets.minutes', { hours: Math.floor(clock.usedMinutes / 60), minutes: clock.usedMinutes % 60 }),
          },
          ...(clock.closedDays.length > 0
            ? [
                {
                  label: text('tickets.closedDays'),
                  value: clock.closedDays.map(({ day, reason }) => `${formatDate(day)} ${say(reason)}`).join(', '),
                },
              ]
            : []),
          ...(silenceAt ? [{ label: text('tickets.silenceAt'), value: instant(silenceAt) }] : []),
          ...(rating ? [{ label: text('tickets.rating'), value: `${rating.stars}/5 ${rating.words ?? ''}` }] : []),
        ]}
      />
    </>
  );
};

const History = ({ ticket: { history } }: { ticket: Ticket }) => {
  const text = useText();
  const say = useSay();
  return (
    <ol className="sp-iter">
      {history.map((passage, at) => (
        <li key={`${passage.at} ${passage.move}`} className={at === history.length - 1 ? 'is-last' : ''}>
          <p>
            <strong>{text(`tickets.move.${passage.move}`)}</strong>
          </p>
          <p>
            <time dateTime={passage.at}>{formatDateTime(passage.at, rome)}</time> - {say(passage.actor)}
          </p>
          {passage.reason && <p className="sp-text">{passage.reason}</p>}
        </li>
      ))}
    </ol>
  );
};
