import { ProblemError, useAsk } from '@sportello/ui/api';
import { Done as DoneNote } from '@sportello/ui/done';
import { FollowedKind } from '@sportello/ui/followed';
import { FormSummary } from '@sportello/ui/form/form-summary';
import { isForm } from '@sportello/ui/form/values';
import { formatDate, formatDateTime, LocalLink, rome, useGo, useSay, useText } from '@sportello/ui/i18n';
import { Messages } from '@sportello/ui/messages';
import { Notice } from '@sportello/ui/notice';
import { Loaded } from '@sportello/ui/page-states';
import { RecordNav, RecordPage } from '@sportello/ui/record-page';
import { SummaryList } from '@sportello/ui/summary-list';
import { TicketStatusChip, ticketPriority } from '@sportello/ui/ticket-status';
import { toast } from '@sportello/ui/toasts';
import { type ReactNode, useState } from 'react';
import { useCommands } from '../keys/commands.js';
import { type Asking, OfficeComposer } from '../office-composer.js';
import { usePreference } from '../preferences.js';
import { useRecordInView } from '../record-in-view.js';
import { Due } from './due.js';
import { type Done, Moves } from './moves.js';
import { dueOf, lastDayOf, type Ticket } from './ticket.js';
import type { Row } from './use-held-rows.js';

interface TicketPageProps {
  id: string;
  listAddress: string;
  /** The view that one came from. */
  rows: readonly Row[];
  hasMore: boolean;
  onOpen: (row: Row) => void;
}

/** Everything about one ticket: who asks, what, until when, what was written, and what can be done. */
export const TicketPage = ({ id, listAddress, rows, hasMore, onOpen }: TicketPageProps) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const query = useAsk('rpc.ticketing.get.v1', { id });
  const { data, error } = query;
  const { number, next, previous } = useRecordInView({ id, rows, listAddress, onOpen, number: data?.number });
  const dueAt = data && dueOf(data);
  const isMissing = error instanceof ProblemError && (error.status === 404 || error.status === 422);
  return (
    <RecordPage
      title={isMissing ? text('tickets.missing.title') : (number ?? text('tickets.one'))}
      appName={text('console.name')}
      nav={
        <RecordNav
          label={text('section.tickets')}
          listAddress={listAddress}
          at={rows.findIndex((one) => one.id === id) + 1}
          of={rows.length}
          hasMore={hasMore}
          onPrevious={previous ? () => onOpen(previous) : undefined}
          onNext={next ? () => onOpen(next) : undefined}
        />
      }
      kind={data ? `${say(data.group)} - ${say(data.name)}` : text('tickets.one')}
      standing={
        data && (
          <p className="sc-ticket-standing">
            <TicketStatusChip status={data.status} />
            <span className={`sc-ticket-priority-${data.priority}`}>{ticketPriority(data.priority)}</span>
            <strong>{data.applicantName}</strong>
            <span>{data.officerName ? text('tickets.inCharge', { name: data.officerName }) : text('tickets.inCharge.nobody')}</span>
            {dueAt && (
              <span>
                {text('tickets.column.due')}: <Due at={dueAt} leftMinutes={data.clock.leftMinutes} />
              </span>
            )}
          </p>
        )
      }
    >
      {isMissing ? (
        <p>{text('tickets.missing.text')}</p>
      ) : (
        <Loaded query={query}>
          {(ticket) => (
            <FollowedKind value="tickets">
              <Parts ticket={ticket} onNext={next ? () => onOpen(next) : undefined} onList={() => go(listAddress)} />
            </FollowedKind>
          )}
        </Loaded>
      )}
    </RecordPage>
  );
};

/** An answer moves the ticket in its queue. */
const changedByWords = ['rpc.ticketing.list-queue.v1'] as const;

interface PartsProps {
  ticket: Ticket;
  /** Nothing where it is the last of its view. */
  onNext: (() => void) | undefined;
  onList: () => void;
}

const Parts = ({ ticket, onNext, onList }: PartsProps) => {
  const text = useText();
  const [after] = usePreference('after');
  const [done, setDone] = useState<{ words: string; at: number } | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const onDone = (move: Done, isOffHands: boolean) => {
    const words = text(`tickets.done.${move}`);
    const lead = !isOffHands || after === 'stay' ? undefined : after === 'next' && onNext ? onNext : onList;
    if (!lead) return setDone({ words, at: Date.now() });
    toast({ words: `${ticket.number}: ${words}` });
    lead();
  };
  useCommands({ reply: () => setAsking({ kind: 'message' }), note: () => setAsking({ kind: 'note' }) });
  return (
    <>
      {done && <DoneNote of={done.at}>{done.words}</DoneNote>}
      <Moves ticket={ticket} onDone={onDone} />
      <div className="row">
        <div className="col-12 col-xxl-8">
          <Part title={text('tickets.sent')}>
            <Sent ticket={ticket} />
          </Part>
          <Part title={text('tickets.comments')}>
            {ticket.mergedInto && ticket.moves.includes('comment') && (
              <p className="form-text">{text('tickets.comment.merged', { number: ticket.mergedInto.number })}</p>
            )}
            <Messages
              practiceId={ticket.id}
              side="office"
              canWrite={ticket.moves.includes('comment')}
              composer={
                <OfficeComposer id={ticket.id} canSend={ticket.moves.includes('comment')} asking={asking} changes={changedByWords} />
              }
            />
          </Part>
        </div>
        <div className="col-12 col-xxl-4">
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
  <section className="sc-ticket-part" aria-label={title}>
    <h2 className="sc-part-title">{title}</h2>
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
  const length = (minutes: number) => text('tickets.minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return (
    <>
      {ticket.mergedInto && (
        <Notice>
          <LocalLink to={`/ticket/${ticket.mergedInto.id}`}>{text('tickets.merged', { number: ticket.mergedInto.number })}</LocalLink>
        </Notice>
      )}
      {ticket.status === 'merged' && !ticket.mergedInto && <Notice>{text('tickets.mergedElsewhere')}</Notice>}
      {ticket.mergedFrom.length > 0 && (
        <Notice>
          {text('tickets.mergedFrom')}{' '}
          {ticket.mergedFrom.map(({ id, number }) => (
            <LocalLink key={id} to={`/ticket/${id}`} className="me-2">
              {number}
            </LocalLink>
          ))}
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
              ? [{ label: text('tickets.answerBy'), value: <Due at={clock.firstAnswerBy} /> }]
              : []),
          ...(clock.solutionBy ? [{ label: text('tickets.solveBy'), value: <Due at={clock.solutionBy} /> }] : []),
          ...(clock.leftMinutes === null
            ? []
            : [{ label: text(clock.leftMinutes < 0 ? 'tickets.left.over' : 'tickets.left'), value: length(Math.abs(clock.leftMinutes)) }]),
          { label: text('tickets.used'), value: length(clock.usedMinutes) },
          ...(clock.closedDays.length > 0
            ? [
                {
                  label: text('tickets.closedDays'),
                  value: clock.closedDays.map(({ day, reason }) => `${formatDate(day)} ${say(reason)}`).join(', '),
                },
              ]
            : []),
          ...(silenceAt ? [{ label: text('tickets.silenceAt'), value: lastDayOf(silenceAt) }] : []),
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
