import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { addDays, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { romeHour } from '@sportello/ui/rome-hours';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { nameOf } from './appointment.js';
import './calendars.css';

type Arrival = AnswerOf<'rpc.appointments.list-arrivals.v1'>['items'][number];

const reads = ['rpc.appointments.list-arrivals.v1'] as const;
/** This desk's name stays in this browser. */
const kept = 'sportello.desk';
function recall(): string {
  try {
    return localStorage.getItem(kept) ?? '';
  } catch {
    return '';
  }
}
function remember(desk: string): void {
  try {
    localStorage.setItem(kept, desk);
  } catch {
    // Storage is switched off: it is typed again the next time.
  }
}

/** "Arrivi": who has come, by code or by hand, and the next to be called (APP-62). */
export const ArrivalsPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const calendar = useAsk('rpc.appointments.get-calendar.v1', { id });
  const { data, error, refetch } = useAsk('rpc.appointments.list-arrivals.v1', { calendarId: id });
  const isMissing = error instanceof ProblemError && [403, 404, 422].includes(error.status);
  return (
    <Page
      title={text('arrivals.title')}
      appName={text('console.name')}
      home={{ label: text('calendars.title'), to: '/calendari' }}
      trail={calendar.data ? [{ label: calendar.data.title, to: `/calendari/${id}` }] : []}
      lead={calendar.data && `${calendar.data.title}, ${calendar.data.place.name}`}
    >
      {data && !isMissing ? (
        <>
          <CheckIn />
          {data.delayMinutes > 0 && <Notice className="mb-3">{text('arrivals.late', { minutes: data.delayMinutes })}</Notice>}
          <Calls calendarId={id} arrivals={data.items} />
          <Expected calendarId={id} arrivals={data.items} />
          <p>
            <a href={`/sala/${id}`}>{text('arrivals.display')}</a>
          </p>
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton isTable />
      )}
    </Page>
  );
};

/** Whoever scans the code of an appointment comes here: who it is, and one press. */
const CheckIn = () => {
  const [search, setSearch] = useSearchParams();
  const id = search.get('appuntamento');
  if (!id) return null;
  return <Scanned key={id} id={id} onClose={() => setSearch({}, { replace: true })} />;
};

const Scanned = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const text = useText();
  const { data, error, refetch } = useAsk('rpc.appointments.get-desk.v1', { id });
  const note = useCommand('rpc.appointments.note-arrival.v1', reads);
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  return (
    <Panel className="sp-now mb-4" aria-labelledby="arrivo">
      <h2 id="arrivo" className="h5">
        {nameOf(data)}, {romeHour(data.startsAt)}
      </h2>
      {note.data && <Done of={note.data.number}>{text('arrivals.noted', { number: note.data.number })}</Done>}
      {note.error ? <ErrorNote error={note.error} /> : null}
      <div className="sp-operations">
        {!note.data && (
          <Button
            type="button"
            color="primary"
            size="sm"
            aria-disabled={note.isPending || undefined}
            onClick={() => !note.isPending && note.mutate({ id })}
          >
            {text('arrivals.note')}
          </Button>
        )}
        <Button type="button" outline color="primary" size="sm" onClick={onClose}>
          {text('arrivals.close')}
        </Button>
      </div>
    </Panel>
  );
};

const Calls = ({ calendarId, arrivals }: { calendarId: string; arrivals: readonly Arrival[] }) => {
  const text = useText();
  const [desk, setDesk] = useState(recall);
  const [callId, setCallId] = useState(() => newId());
  const [isTried, setTried] = useState(false);
  const next = useCommand('rpc.appointments.call-next.v1', reads);
  const again = useCommand('rpc.appointments.call-again.v1', reads);
  const waiting = arrivals.filter(({ calledAt, isOver }) => calledAt === null && !isOver);
  const isBusy = next.isPending || again.isPending;
  const nobodyWaits = waiting.length === 0;
  const named = desk.trim();
  /** What the desk is called has to be said before anybody is called to it. */
  const atDesk = (call: () => void) => {
    setTried(true);
    if (named === '' || isBusy) return;
    remember(named);
    next.reset();
    again.reset();
    call();
  };
  const called = again.data ?? next.data;
  return (
    <section aria-labelledby="chiamate" className="mb-4">
      <h2 id="chiamate" className="h5">
        {text('arrivals.waiting', { count: waiting.length })}
      </h2>
      {called && (
        <Done of={`${called.number} ${called.calledAt}`}>
          {text('arrivals.called', { number: called.number, name: called.name, desk: called.desk ?? '' })}
        </Done>
      )}
      <div className="row sc-call">
        <div className="col-12 col-md-4">
          <TextField
            label={text('arrivals.desk')}
            help={text('arrivals.desk.help')}
            value={desk}
            error={isTried && named === '' ? text('arrivals.desk.missing') : undefined}
            isRequired
            onChange={(value) => {
              setDesk(value);
              setCallId(newId());
            }}
            input={{ maxLength: 20 }}
          />
        </div>
        <div className="col-12 col-md-8">
          <Button
            type="button"
            color="primary"
            aria-disabled={isBusy || nobodyWaits || undefined}
            onClick={() => {
              if (nobodyWaits) return;
              atDesk(() => next.mutate({ calendarId, id: callId, desk: named }, { onSuccess: () => setCallId(newId()) }));
            }}
          >
            {text('arrivals.next')}
          </Button>
        </div>
      </div>
      {next.error ? <ErrorNote error={next.error} /> : null}
      {again.error ? <ErrorNote error={again.error} /> : null}
      {arrivals.length === 0 ? (
        <Empty icon="it-user">{text('arrivals.none')}</Empty>
      ) : (
        <ul className="sc-arrivals">
          {arrivals.map((arrival) => (
            <li key={arrival.appointmentId} className={arrival.isOver ? 'is-over' : ''}>
              <strong className="sc-arrival-number">{arrival.number}</strong>
              <LocalLink to={`/calendari/${calendarId}/appuntamenti/${arrival.appointmentId}`}>{arrival.name}</LocalLink>
              <span>{romeHour(arrival.startsAt)}</span>
              <span>
                {arrival.isOver
                  ? text('arrivals.over')
                  : arrival.calledAt
                    ? text('arrivals.calledTo', { desk: arrival.desk ?? '', hour: romeHour(arrival.calledAt) })
                    : text('arrivals.waits', { hour: romeHour(arrival.arrivedAt) })}
              </span>
              {!arrival.isOver && (
                <Button
                  type="button"
                  outline
                  color="primary"
                  size="xs"
                  aria-label={text(arrival.calledAt ? 'arrivals.againNamed' : 'arrivals.callNamed', { number: arrival.number })}
                  aria-disabled={isBusy || undefined}
                  onClick={() => atDesk(() => again.mutate({ id: arrival.appointmentId, desk: named }))}
                >
                  {text(arrival.calledAt ? 'arrivals.again' : 'arrivals.call')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** Today's appointments of those who have not come: whoever has no code is checked in by hand. */
const Expected = ({ calendarId, arrivals }: { calendarId: string; arrivals: readonly Arrival[] }) => {
  const text = useText();
  const today = romeDate(new Date());
  const list = useAsk('rpc.appointments.list-desk.v1', {
    ...{ calendarId, limit: 500, status: 'confirmed' },
    ...{ from: romeInstant(today).toISOString(), to: romeInstant(addDays(today, 1)).toISOString() },
  });
  const note = useCommand('rpc.appointments.note-arrival.v1', reads);
  const here = new Set(arrivals.map(({ appointmentId }) => appointmentId));
  const expected = list.data?.items.filter(({ id }) => !here.has(id)) ?? [];
  if (!list.data) return list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton lines={4} />;
  return (
    <section aria-labelledby="attesi">
      <h2 id="attesi" className="h5">
        {text('arrivals.expected')}
      </h2>
      {note.data && <Done of={note.data.appointmentId}>{text('arrivals.noted', { number: note.data.number })}</Done>}
      {note.error ? <ErrorNote error={note.error} /> : null}
      {expected.length === 0 ? (
        <p>{text('arrivals.expected.none')}</p>
      ) : (
        <ul className="sc-arrivals">
          {expected.map((appointment) => (
            <li key={appointment.id}>
              <span>{romeHour(appointment.startsAt)}</span>
              <LocalLink to={`/calendari/${calendarId}/appuntamenti/${appointment.id}`}>{nameOf(appointment)}</LocalLink>
              <Button
                type="button"
                outline
                color="primary"
                size="xs"
                aria-label={text('arrivals.noteNamed', { name: nameOf(appointment) })}
                aria-disabled={note.isPending || undefined}
                onClick={() => !note.isPending && note.mutate({ id: appointment.id })}
              >
                {text('arrivals.note')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
