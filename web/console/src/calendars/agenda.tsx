import { addDays, romeInstant } from '@sportello/italy/rome-time';
import { useAskPages } from '@sportello/ui/api';
import { formatLongDate, useLanguage, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { romeDay, romeHour } from '@sportello/ui/rome-hours';
import { AppointmentStatus, nameOf, useServiceName } from './appointment.js';
import type { GridProps } from './time-grid.js';

/** Days that are listed from the chosen one on. */
const DAYS = 30;

/** "Agenda": what comes, one below the other, day by day (APP-10). */
export const Agenda = ({ calendar, day, onOpen }: GridProps & { day: string }) => {
  const text = useText();
  const language = useLanguage();
  const serviceName = useServiceName();
  const list = useAskPages(
    'rpc.appointments.list-desk.v1',
    { calendarId: calendar.id, from: romeInstant(day).toISOString(), to: romeInstant(addDays(day, DAYS)).toISOString(), limit: 100 },
    { keepsPrevious: true },
  );
  if (!list.data) return list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton lines={8} />;
  const items = list.data.pages.flatMap((page) => page.items);
  const days = [...new Set(items.map(({ startsAt }) => romeDay(startsAt)))];
  if (days.length === 0) return <Empty icon="it-calendar">{text('calendars.agenda.empty', { days: DAYS })}</Empty>;
  return (
    <>
      {days.map((of) => (
        <section key={of} className="sc-agenda">
          <h3 className="h6">{formatLongDate(of, language)}</h3>
          <ul>
            {items
              .filter(({ startsAt }) => romeDay(startsAt) === of)
              .map((appointment) => (
                <li key={appointment.id}>
                  <span className="sc-agenda-hour">
                    {romeHour(appointment.startsAt)}–{romeHour(appointment.endsAt)}
                  </span>
                  <button type="button" className="btn btn-link p-0" onClick={() => onOpen(appointment)}>
                    {nameOf(appointment)}
                  </button>
                  <span>{serviceName(appointment)}</span>
                  <AppointmentStatus status={appointment.status} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <More {...list} />
    </>
  );
};
