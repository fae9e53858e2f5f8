import { addMonths } from '@sportello/italy/counted-days';
import { addDays, isCivilDate, romeDate, weekday } from '@sportello/italy/rome-time';
import { ProblemError, useAsk } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { Disclosure } from '@sportello/ui/disclosure';
import { formatDate, formatLongDate, LocalLink, useGo, useLanguage, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Tabs } from '@sportello/ui/tabs';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Agenda } from './agenda.js';
import type { Appointment, Calendar } from './appointment.js';
import { AppointmentDialog } from './appointment-dialog.js';
import { AppointmentTable } from './appointment-table.js';
import { CreateDialog } from './create-dialog.js';
import { Legend } from './legend.js';
import { MonthGrid } from './month-grid.js';
import { MoveDialog } from './move-dialog.js';
import { TimeGrid } from './time-grid.js';
import { WaitingList } from './waiting-list.js';
import './calendars.css';

const views = [
  { key: 'month', address: 'mese' },
  { key: 'week', address: 'settimana' },
  { key: 'day', address: 'giorno' },
  { key: 'agenda', address: 'agenda' },
  { key: 'table', address: 'elenco' },
  { key: 'waiting', address: 'attesa' },
] as const;
type View = (typeof views)[number]['key'];

/** One calendar by month, week, day, agenda or table (APP-09, APP-10, APP-11); what colleagues do shows by itself. */
export const CalendarPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const { data, error, refetch } = useAsk('rpc.appointments.get-calendar.v1', { id });
  const isMissing = error instanceof ProblemError && [403, 404, 422].includes(error.status);
  return (
    <Page
      title={data?.title ?? text('calendars.calendar')}
      appName={text('console.name')}
      home={{ label: text('calendars.title'), to: '/calendari' }}
      lead={data && `${data.place.name}, ${data.place.address}`}
    >
      {data && !isMissing ? (
        <CalendarBody calendar={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton isTable />
      )}
    </Page>
  );
};

const CalendarBody = ({ calendar }: { calendar: Calendar }) => {
  const text = useText();
  const language = useLanguage();
  const go = useGo();
  const { appointment: openId } = useParams();
  const [search, setSearch] = useSearchParams();
  const view: View = views.find(({ address }) => address === search.get('vista'))?.key ?? 'week';
  const asked = search.get('giorno') ?? '';
  const today = romeDate(new Date());
  const day = isCivilDate(asked) ? asked : today;
  const [creating, setCreating] = useState<{ day: string; startsAt?: string; openingId?: string } | null>(null);
  const [moving, setMoving] = useState<{ appointment: Appointment; day: string } | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const shown = useRef<HTMLElement>(null);
  const addressOf = (change: { vista?: string; giorno?: string }) => {
    const next = new URLSearchParams({ vista: views.find(({ key }) => key === view)?.address ?? '', giorno: day, ...change });
    return `/calendari/${calendar.id}?${next}`;
  };
  const show = (change: { vista?: string; giorno?: string }) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) next.set(name, value);
    setSearch(next, { preventScrollReset: true });
  };
  const monday = addDays(day, 1 - weekday(day));
  const step = (by: 1 | -1) =>
    view === 'month' ? addMonths(`${day.slice(0, 7)}-01`, by) : view === 'week' ? addDays(monday, 7 * by) : addDays(day, by);
  const period =
    view === 'month'
      ? new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
          new Date(`${day}T00:00:00Z`),
        )
      : view === 'week'
        ? text('calendars.week.of', { from: formatDate(monday), to: formatDate(addDays(monday, 6)) })
        : formatLongDate(day, language);
  const open = (appointment: Appointment) => {
    opener.current = document.activeElement as HTMLElement | null;
    go(`/calendari/${calendar.id}/appuntamenti/${appointment.id}?${search}`);
  };
  const closeAppointment = (isMoved = false) => {
    if (openId) go(`/calendari/${calendar.id}?${search}`);
    // Where it no longer stands where it was opened, or was opened by a link, the view itself has the focus.
    requestAnimationFrame(() => (!isMoved && opener.current?.isConnected ? opener.current : shown.current)?.focus());
  };
  const drop = (appointment: Appointment, onDay: string) => setMoving({ appointment, day: onDay });
  const grid = {
    calendar,
    onOpen: open,
    onDrop: drop,
    onCreate: (onDay: string, slot?: { startsAt: string; openingId: string }) => setCreating({ day: onDay, ...slot }),
  };
  return (
    <>
      <div className="sp-operations mb-3">
        <Button
          type="button"
          color="primary"
          size="sm"
          onClick={() => setCreating({ day: isCivilDate(asked) && asked > today ? asked : today })}
        >
          {text('calendars.create')}
        </Button>
        <ButtonLink to={`/calendari/${calendar.id}/arrivi`} color="primary" outline size="sm">
          {text('arrivals.title')}
        </ButtonLink>
        <ButtonLink to={`/calendari/${calendar.id}/configurazione`} color="primary" outline size="sm">
          {text('calendars.settings')}
        </ButtonLink>
        <ButtonLink to="/appuntamenti" color="primary" outline size="sm">
          {text('calendars.find')}
        </ButtonLink>
        <Disclosure label={text('calendars.legend')} className="btn btn-link btn-sm" menuClassName="p-3">
          {() => <Legend />}
        </Disclosure>
      </div>
      <Tabs
        label={text('calendars.views')}
        active={view}
        tabs={views.map(({ key, address }) => ({ key, label: text(`calendars.view.${key}`), to: addressOf({ vista: address }) }))}
      />
      {view !== 'table' && view !== 'waiting' && (
        <div className="sc-calendar-bar">
          <button
            type="button"
            className="btn sp-icon-button"
            aria-label={text('calendars.previous')}
            onClick={() => show({ giorno: step(-1) })}
          >
            <Icon name="it-chevron-left" className="icon-sm" />
          </button>
          <LocalLink to={addressOf({ giorno: today })} preventScrollReset className="btn btn-outline-primary btn-xs">
            {text('calendars.today')}
          </LocalLink>
          <button
            type="button"
            className="btn sp-icon-button"
            aria-label={text('calendars.next')}
            onClick={() => show({ giorno: step(1) })}
          >
            <Icon name="it-chevron-right" className="icon-sm" />
          </button>
          <h2 className="h5 mb-0" aria-live="polite">
            {period}
          </h2>
        </div>
      )}
      <section ref={shown} tabIndex={-1} aria-label={text(`calendars.view.${view}`)}>
        {view === 'month' && (
          <MonthGrid calendar={calendar} day={day} today={today} addressOf={(of) => addressOf({ vista: 'giorno', giorno: of })} />
        )}
        {view === 'week' && <TimeGrid {...grid} days={Array.from({ length: 7 }, (_, at) => addDays(monday, at))} today={today} />}
        {view === 'day' && <TimeGrid {...grid} days={[day]} today={today} />}
        {view === 'agenda' && <Agenda {...grid} day={day} />}
        {view === 'table' && <AppointmentTable {...grid} />}
        {view === 'waiting' && <WaitingList calendar={calendar} />}
      </section>
      {openId && !moving && (
        <AppointmentDialog
          key={openId}
          id={openId}
          onMove={(appointment) => setMoving({ appointment, day: romeDate(new Date(appointment.startsAt)) })}
          onClose={() => closeAppointment()}
          onEnded={() => closeAppointment(true)}
        />
      )}
      {creating && <CreateDialog calendar={calendar} {...creating} onClose={() => setCreating(null)} />}
      {moving && (
        <MoveDialog
          appointment={moving.appointment}
          day={moving.day}
          onMoved={() => {
            setMoving(null);
            closeAppointment(true);
          }}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  );
};
