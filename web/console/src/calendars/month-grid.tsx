import { addDays, weekday } from '@sportello/italy/rome-time';
import { useAsk } from '@sportello/ui/api';
import { formatLongDate, LocalLink, useLanguage, useText } from '@sportello/ui/i18n';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import type { Calendar } from './appointment.js';

interface MonthGridProps {
  calendar: Calendar;
  /** Any day of the month. */
  day: string;
  today: string;
  addressOf: (day: string) => string;
}

/** A month: on each day what is free and what is booked, in words; the day leads to its hours. */
export const MonthGrid = ({ calendar, day, today, addressOf }: MonthGridProps) => {
  const text = useText();
  const language = useLanguage();
  const month = day.slice(0, 7);
  const { data, error, refetch, isPlaceholderData } = useAsk(
    'rpc.appointments.list-desk-days.v1',
    { calendarId: calendar.id, month },
    { keepsPrevious: true },
  );
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton isTable lines={6} />;
  const first = `${month}-01`;
  const start = addDays(first, 1 - weekday(first));
  const weeks = Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_day, at) => addDays(start, week * 7 + at))).filter(
    (days) => days.some((one) => one.startsWith(month)),
  );
  const known = new Map(data.days.map((one) => [one.day, one]));
  const names = Array.from({ length: 7 }, (_, at) =>
    new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(`${addDays(start, at)}T00:00:00Z`),
    ),
  );
  return (
    <div className="sc-grid-box" aria-busy={isPlaceholderData || undefined}>
      <table className="sc-month">
        <caption className="visually-hidden">{text('calendars.view.month')}</caption>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]}>
              {days.map((one) => {
                const found = known.get(one);
                if (!found) return <td key={one} className="is-outside" />;
                const { state, free, ...counts } = found;
                return (
                  <td key={one} className={`is-${state} ${one === today ? 'is-today' : ''}`}>
                    <LocalLink
                      to={addressOf(one)}
                      aria-label={formatLongDate(one, language)}
                      aria-current={one === today ? 'date' : undefined}
                    >
                      {Number(one.slice(8))}
                    </LocalLink>
                    <ul>
                      {state !== 'none' && (
                        <li>{state === 'free' ? text('ui.slots.free', { count: free }) : text(`calendars.day.${state}`)}</li>
                      )}
                      {(['confirmed', 'awaiting', 'done', 'missed'] as const)
                        .filter((kind) => counts[kind] > 0)
                        .map((kind) => (
                          <li key={kind} className={`sc-count is-${kind}`}>
                            {text(`calendars.count.${kind}`, { count: counts[kind] })}
                          </li>
                        ))}
                    </ul>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
