import { ProblemError, useAsk, useAskPages } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { Done } from '@sportello/ui/done';
import { FileList } from '@sportello/ui/files';
import { FollowedKind } from '@sportello/ui/followed';
import { FormSummary } from '@sportello/ui/form/form-summary';
import { isForm } from '@sportello/ui/form/values';
import { formatDateTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Messages } from '@sportello/ui/messages';
import { More } from '@sportello/ui/more';
import { Notice } from '@sportello/ui/notice';
import { BackLink } from '@sportello/ui/page';
import { Empty, ErrorState, Loaded, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { useSession } from '@sportello/ui/session';
import { SummaryList } from '@sportello/ui/summary-list';
import { Tabs } from '@sportello/ui/tabs';
import { TicketStatusChip, ticketPriority } from '@sportello/ui/ticket-status';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { OwnPage } from './frame.js';
import { OtherProfile } from './other-profile.js';
import { Ago, lastDayOf, type Ticket } from './ticket-facts.js';
import { TicketMoves, WithReason } from './ticket-moves.js';
import { TicketRating } from './ticket-rating.js';

const parts = ['attivita', 'allegati', 'modulo'] as const;
type Part = (typeof parts)[number];

/** "La mia richiesta": where it stands, what happened, what both sides wrote (TIC-06 to TIC-09). */
export const TicketPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const ticket = useAsk('rpc.ticketing.get.v1', { id });
  const { data, error } = ticket;
  if (!data && error instanceof ProblemError && (error.status === 404 || error.status === 422)) {
    const profileId = error.problem.more?.['profileId'];
    return typeof profileId === 'string' ? <OtherProfile profileId={profileId} /> : <NotFound />;
  }
  const title = data ? text('help.ticket', { number: data.number }) : text('help.ticket.one');
  return (
    <OwnPage title={title}>
      {data ? (
        <FollowedKind value="tickets">
          <Shown key={data.id} ticket={data} />
        </FollowedKind>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void ticket.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
      <BackLink to="/area-personale/richieste">{text('help.mine')}</BackLink>
    </OwnPage>
  );
};

const Shown = ({ ticket }: { ticket: Ticket }) => {
  const text = useText();
  const say = useSay();
  const [search] = useSearchParams();
  const [done, setDone] = useState<{ words: string; at: number } | null>(null);
  const wanted = search.get('parte');
  const part: Part = parts.find((one) => one === wanted) ?? 'attivita';
  const address = (of: Part) => `/area-personale/richieste/${ticket.id}${of === 'attivita' ? '' : `?parte=${of}`}`;
  return (
    <>
      {done && <Done of={done.at}>{done.words}</Done>}
      <Panel>
        <h2 className="h4">{say(ticket.group)}</h2>
        <p>{say(ticket.name)}</p>
        <SummaryList
          items={[
            { label: text('help.number'), value: ticket.number },
            { label: text('help.created'), value: <Ago at={ticket.createdAt} /> },
            { label: text('help.changed'), value: <Ago at={ticket.changedAt} /> },
            { label: text('help.status'), value: <TicketStatusChip status={ticket.status} /> },
            { label: text('help.priority'), value: ticketPriority(ticket.priority) },
            { label: text('help.desk'), value: `${say(ticket.deskName)} - ${ticket.organizationName}` },
            ...(ticket.mergedFrom.length > 0
              ? [
                  {
                    label: text('help.mergedFrom'),
                    value: ticket.mergedFrom.map(({ id, number }) => (
                      <LocalLink key={id} to={`/area-personale/richieste/${id}`} className="me-2">
                        {number}
                      </LocalLink>
                    )),
                  },
                ]
              : []),
          ]}
        />
        <Standing ticket={ticket} />
        <TicketMoves ticket={ticket} onDone={(words) => setDone({ words, at: Date.now() })} />
      </Panel>
      {ticket.status === 'closed' && <TicketRating ticket={ticket} />}
      <Tabs
        label={text('help.parts')}
        active={part}
        tabs={parts.map((key) => ({ key, label: text(`help.part.${key}`), to: address(key) }))}
      />
      {/* What is being written stays while another part is looked at. */}
      <div hidden={part !== 'attivita'}>
        <Activity ticket={ticket} onDone={(words) => setDone({ words, at: Date.now() })} />
      </div>
      {part === 'allegati' && <Files ticket={ticket} />}
      {part === 'modulo' && <Sent ticket={ticket} />}
    </>
  );
};

/** Whose turn it is, and until when. */
const Standing = ({ ticket: { status, solution, clock, silenceAt, reopenUntil, moves, mergedInto } }: { ticket: Ticket }) => {
  const text = useText();
  const { serverNow } = useSession();
  if (mergedInto)
    return (
      <Notice>
        {text('help.standing.merged')} <LocalLink to={`/area-personale/richieste/${mergedInto.id}`}>{mergedInto.number}</LocalLink>.
      </Notice>
    );
  if (status === 'merged') return <Notice>{text('help.standing.mergedElsewhere')}</Notice>;
  if (status === 'awaiting_user')
    return <Notice>{text('help.standing.awaiting_user', { until: silenceAt ? lastDayOf(silenceAt) : '-' })}</Notice>;
  if (status === 'resolved')
    return (
      <Notice>
        {solution ? text('help.standing.solution') : text('help.standing.silent')}{' '}
        {silenceAt && text('help.standing.closes', { until: lastDayOf(silenceAt) })}
      </Notice>
    );
  if (status === 'closed' && reopenUntil && moves.includes('reopen'))
    return <Notice>{text('help.standing.reopen', { until: lastDayOf(reopenUntil) })}</Notice>;
  const by = clock.firstAnswerBy ?? clock.solutionBy;
  if (!by) return null;
  const term = clock.firstAnswerBy ? 'answer' : 'solve';
  const isOver = new Date(by) <= serverNow();
  return <p>{text(`help.standing.${term}${isOver ? '.late' : ''}`, { until: formatDateTime(by) })}</p>;
};

/** The time line down to its beginning, and where to write (TIC-08, TIC-09). */
const Activity = ({ ticket, onDone }: { ticket: Ticket; onDone: (words: string) => void }) => {
  const text = useText();
  const mergedNumber = ticket.mergedInto?.number ?? '';
  const mayReopen = ticket.status === 'resolved' && ticket.moves.includes('reopen');
  const [sent, setSent] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  return (
    <>
      <section aria-labelledby="commenti" className="mt-4">
        <h2 id="commenti" className="h5">
          {text('help.comments')}
        </h2>
        {ticket.status === 'resolved' && <Notice>{text('help.comment.resolved')}</Notice>}
        {ticket.mergedInto && ticket.moves.includes('comment') && (
          <p className="form-text">{text('help.comment.merged', { number: ticket.mergedInto.number })}</p>
        )}
        <Messages
          practiceId={ticket.id}
          side="applicant"
          canWrite={ticket.moves.includes('comment')}
          onSent={
            mayReopen ? setSent : ticket.mergedInto ? () => onDone(text('help.commented.merged', { number: mergedNumber })) : undefined
          }
        />
      </section>
      {sent !== null && (
        <ConfirmDialog
          title={text('help.commented.title')}
          confirm={text('help.commented.reopen')}
          cancel={text('help.commented.only')}
          onConfirm={() => {
            setReason(sent);
            setSent(null);
          }}
          onCancel={() => setSent(null)}
        >
          <p>{text('help.commented')}</p>
        </ConfirmDialog>
      )}
      {reason !== null && (
        <WithReason
          move="reopen"
          ticket={ticket}
          words={reason}
          onClose={() => setReason(null)}
          onDone={() => {
            setReason(null);
            onDone(text('help.reopen.done'));
          }}
        />
      )}
      <section aria-labelledby="attivita" className="mt-4">
        <h2 id="attivita" className="h5">
          {text('help.activity')}
        </h2>
        <TimeLine ticket={ticket} />
      </section>
    </>
  );
};

const TimeLine = ({ ticket: { history, number, applicantName } }: { ticket: Ticket }) => {
  const text = useText();
  const say = useSay();
  return (
    <ol className="sp-iter" aria-label={text('help.activity')}>
      {history.toReversed().map((passage, index) => (
        <li key={`${passage.at} ${passage.move}`} className={index === 0 ? 'is-last' : ''}>
          <p>
            <strong>{text(`help.move.${passage.move}`, { number })}</strong>
          </p>
          <p>
            {passage.side === 'applicant' ? applicantName : say(passage.actor)} - <Ago at={passage.at} />
          </p>
          {passage.reason && <p className="sp-text">{passage.reason}</p>}
        </li>
      ))}
      <li>
        <p className="text-secondary">{text('help.beginning')}</p>
      </li>
    </ol>
  );
};

/** All files that both sides sent (TIC-07); more are added with a comment. */
const Files = ({ ticket }: { ticket: Ticket }) => {
  const text = useText();
  const list = useAskPages('rpc.ticketing.list-messages.v1', { id: ticket.id, limit: 50 });
  return (
    <section aria-labelledby="allegati" className="mt-4">
      <h2 id="allegati" className="h5">
        {text('help.part.allegati')}
      </h2>
      <Loaded query={list}>
        {({ pages }) => {
          const files = pages.flatMap(({ items }) => items).flatMap(({ attachments }) => attachments);
          if (files.length === 0) return <Empty icon="it-clip">{text('help.files.none')}</Empty>;
          return <FileList practiceId={ticket.id} files={files} />;
        }}
      </Loaded>
      <More {...list} />
      {ticket.moves.includes('comment') && <p className="form-text">{text('help.files.add')}</p>}
    </section>
  );
};

/** What was sent, by the form that it was sent with. */
const Sent = ({ ticket: { formId, subject, content, onBehalfOf } }: { ticket: Ticket }) => {
  const text = useText();
  const form = useAsk(
    'rpc.ticketing.get-form.v1',
    { id: formId ?? '' },
    { enabled: formId !== null, staleTimeMs: Number.POSITIVE_INFINITY },
  );
  return (
    <div className="mt-4">
      {formId === null ? (
        <SummaryList
          items={[
            { label: text('help.phone.subject'), value: subject },
            ...(onBehalfOf ? [{ label: text('help.phone.onBehalfOf'), value: onBehalfOf }] : []),
            { label: text('help.phone.details'), value: typeof content['details'] === 'string' ? content['details'] : null },
          ]}
        />
      ) : (
        <Loaded query={form}>{({ definition }) => (isForm(definition) ? <FormSummary form={definition} values={content} /> : null)}</Loaded>
      )}
    </div>
  );
};
