import { addDays, romeInstant } from '@sportello/italy/rome-time';
import { useAsk, useAskPages } from '@sportello/ui/api';
import { formatLongDate, useLanguage, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { More } from '@sportello/ui/more';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { romeDay, romeHour, timeOfTwo } from '@sportello/ui/rome-hours';
import { type DragEvent, useState } from 'react';
import { type Appointment, type Calendar, looks, nameOf, useServiceName } from './appointment.js';

export interface GridProps {
  calendar: Calendar;
  onOpen: (appointment: Appointment) => void;
  /** Somebody dragged an appointment onto a day: its new hour is asked for all the same (APP-18). */
  onDrop: (appointment: Appointment, day: string) => void;
  onCreate: (day: string, slot?: { startsAt: string; openingId: string }) => void;
}

/** What is dragged is named by this type, so that nothing else is taken for it. */
const dragged = 'application/x-sportello-appointment';
const shownInGrid: readonly Appointment['status'][] = ['confirmed', 'awaiting_approval', 'done', 'missed'];

/** Days beside each other, their hours below each other: what is booked, and what is free to be booked by a press. */
export const TimeGrid = ({ calendar, days, today, onOpen, onDrop, onCreate }: GridProps & { days: readonly string[]; today: string }) => {
  const text = useText();
  const language = useLanguage();
  const [first, last] = [days[0] as string, days.at(-1) as string];
  const list = useAskPages(
    'rpc.appointments.list-desk.v1',
    { calendarId: calendar.id, from: romeInstant(first).toISOString(), to: romeInstant(addDays(last, 1)).toISOString(), limit: 500 },
    { keepsPrevious: true },
  );
  const free = useAsk('rpc.appointments.list-slots.v1', { calendarId: calendar.id, day: first, to: last }, { keepsPrevious: true });
  const [over, setOver] = useState<string | null>(null);
  const error = list.error ?? free.error;
  if (!list.data || !free.data)
    return error ? (
      <ErrorState
        error={error}
        onRetry={() => {
          void list.refetch();
          void free.refetch();
        }}
      />
    ) : (
      <Skeleton isTable lines={10} />
    );
  const appointments = list.data.pages.flatMap(({ items }) => items).filter(({ status }) => shownInGrid.includes(status));
  const slots = free.data.slots;
  // By the clock, and an hour that comes twice twice.
  const rowOf = (startsAt: string) => `${romeHour(startsAt)}${timeOfTwo(startsAt) === 'second' ? '+' : ''}`;
  const rows = [...new Set([...appointments, ...slots].map(({ startsAt }) => rowOf(startsAt)))].sort();
  if (rows.length === 0) return <Empty icon="it-calendar">{text(days.length > 1 ? 'calendars.week.empty' : 'calendars.day.empty')}</Empty>;
  const take = (event: DragEvent, day: string) => {
    event.preventDefault();
    setOver(null);
    const appointment = appointments.find(({ id }) => id === event.dataTransfer.getData(dragged));
    if (appointment) onDrop(appointment, day);
  };
  const dropsOn = (day: string) => ({
    onDragOver: (event: DragEvent) => {
      if (day < today || !event.dataTransfer.types.includes(dragged)) return;
      event.preventDefault();
      setOver(day);
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => take(event, day),
  });
  return (
    <>
      {/* Wider than a telephone: it is scrolled sideways, with the keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached */}
      <section className="sc-grid-box" tabIndex={0} aria-label={text('calendars.grid')}>
        <table className={`sc-times ${days.length === 1 ? 'is-day' : ''}`}>
          <caption className="visually-hidden">{text('calendars.grid')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('calendars.hour')}</th>
              {days.map((day) => (
                <th key={day} scope="col" className={day === today ? 'is-today' : ''} aria-current={day === today ? 'date' : undefined}>
                  {formatLongDate(day, language).replace(/ \d{4}$/, '')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">
                  {row.slice(0, 5)}
                  {row.endsWith('+') && <small> {text('ui.slots.twice.second')}</small>}
                </th>
                {days.map((day) => (
                  <td key={day} className={over === day ? 'is-over' : ''} {...dropsOn(day)}>
                    {appointments
                      .filter(({ startsAt }) => romeDay(startsAt) === day && rowOf(startsAt) === row)
                      .map((appointment) => (
                        <Block key={appointment.id} appointment={appointment} onOpen={() => onOpen(appointment)} />
                      ))}
                    {slots
                      .filter(({ startsAt }) => romeDay(startsAt) === day && rowOf(startsAt) === row)
                      .map((slot) => (
                        <button
                          key={slot.openingId}
                          type="button"
                          className="sc-free"
                          aria-label={text('calendars.createAt', {
                            date: formatLongDate(day, language),
                            hour: romeHour(slot.startsAt),
                            count: slot.free,
                          })}
                          onClick={() => onCreate(day, { startsAt: slot.startsAt, openingId: slot.openingId })}
                        >
                          {text('ui.slots.free', { count: slot.free })}
                        </button>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <More {...list} />
    </>
  );
};

const Block = ({ appointment, onOpen }: { appointment: Appointment; onOpen: () => void }) => {
  const text = useText();
  const serviceName = useServiceName();
  const [colour, icon] = looks[appointment.status];
  const isMovable = appointment.status === 'confirmed' || appointment.status === 'awaiting_approval';
  return (
    <button
      type="button"
      className={`sc-block is-${colour}`}
      draggable={isMovable && new Date(appointment.startsAt) > new Date()}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragged, appointment.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onClick={onOpen}
    >
      <span>
        <Icon name={icon} className="icon-xs" />
        <span className="visually-hidden">{text(`calendars.state.${appointment.status}`)}: </span>
        {romeHour(appointment.startsAt)}–{romeHour(appointment.endsAt)}
      </span>
      <strong>{nameOf(appointment)}</strong>
      <span>{serviceName(appointment)}</span>
    </button>
  );
};
