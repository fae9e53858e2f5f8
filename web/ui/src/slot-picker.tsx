import type { AnswerOf } from '@sportello/contracts/web';
import { addMonths } from '@sportello/italy/counted-days';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { useId, useState } from 'react';
import { useAsk } from './api.js';
import { formatLongDate, useLanguage, useText } from './i18n.js';
import { Notice } from './notice.js';
import { Empty, ErrorState, Skeleton } from './page-states.js';
import { isElsewhere, romeDay, romeHour, timeOfTwo } from './rome-hours.js';
import './slot-picker.css';
import { SelectField } from './text-field.js';

export type Slot = AnswerOf<'rpc.appointments.list-slots.v1'>['slots'][number];
/** What is chosen of one. */
export type ChosenSlot = Pick<Slot, 'openingId' | 'startsAt'>;

interface SlotPickerProps {
  calendarId: string;
  /** For which of its services; meetings for one may take longer. */
  service?: string;
  /** Within how many days it can be booked. */
  horizonDays: number;
  value: ChosenSlot | null;
  /** The day that is shown first. */
  firstDay?: string;
  onChange: (slot: ChosenSlot) => void;
}

const monthName = (month: string, language: 'it' | 'en') =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** A month, one of its days, and an hour of it: what is full is shown and cannot be chosen. */
export const SlotPicker = ({ calendarId, service, horizonDays, value, firstDay, onChange }: SlotPickerProps) => {
  const text = useText();
  const language = useLanguage();
  const today = romeDate(new Date());
  const [day, setDay] = useState<string | null>(value ? romeDay(value.startsAt) : (firstDay ?? null));
  const [chosenMonth, setMonth] = useState<string | null>(day?.slice(0, 7) ?? null);
  const asked = { calendarId, ...(service && { service }) };
  const thisMonth = useAsk('rpc.appointments.list-days.v1', { ...asked, month: chosenMonth ?? today.slice(0, 7) }, { keepsPrevious: true });
  // Whoever has chosen no month is shown the first with a place.
  const nextFree = thisMonth.data?.nextFree ?? null;
  const month = chosenMonth ?? nextFree?.slice(0, 7) ?? today.slice(0, 7);
  const days = useAsk('rpc.appointments.list-days.v1', { ...asked, month }, { keepsPrevious: true });
  const months: string[] = [];
  for (let of = `${today.slice(0, 7)}-01`; of <= addDays(today, horizonDays); of = addMonths(of, 1)) months.push(of.slice(0, 7));
  if (!months.includes(month)) months.push(month);
  const open = days.data?.days.filter(({ state }) => state === 'free' || state === 'full') ?? [];
  return (
    <>
      {isElsewhere(new Date()) && <Notice className="mb-3">{text('ui.slots.italian')}</Notice>}
      <SelectField
        label={text('ui.slots.month')}
        value={month}
        options={months.map((of) => ({ value: of, label: monthName(of, language) }))}
        onChange={(of) => {
          setMonth(of);
          setDay(null);
        }}
      />
      {!days.data && (days.error ? <ErrorState error={days.error} onRetry={() => void days.refetch()} /> : <Skeleton lines={4} />)}
      {days.data && open.every(({ state }) => state === 'full') && (
        <Empty icon="it-calendar">
          {open.length === 0 ? text('ui.slots.noneInMonth') : text('ui.slots.fullMonth')}{' '}
          {days.data.nextFree ? (
            <button
              type="button"
              className="btn btn-link p-0"
              onClick={() => {
                setMonth(days.data?.nextFree?.slice(0, 7) ?? null);
                setDay(days.data?.nextFree ?? null);
              }}
            >
              {text('ui.slots.nextFree', { date: formatLongDate(days.data.nextFree, language) })}
            </button>
          ) : (
            text('ui.slots.none')
          )}
        </Empty>
      )}
      {open.length > 0 && <DayChoice days={open} value={day} onChange={setDay} />}
      {day && <HourChoice key={day} {...asked} day={day} value={value} onChange={onChange} />}
    </>
  );
};

interface DayChoiceProps {
  days: AnswerOf<'rpc.appointments.list-days.v1'>['days'];
  value: string | null;
  onChange: (day: string) => void;
}

const DayChoice = ({ days, value, onChange }: DayChoiceProps) => {
  const text = useText();
  const language = useLanguage();
  const name = useId();
  return (
    <fieldset className="sp-slots">
      <legend className="h6">{text('ui.slots.day')}</legend>
      <div>
        {days.map(({ day, state, free }) => (
          <label key={day} className={state === 'full' ? 'is-full' : ''}>
            <input
              type="radio"
              name={name}
              value={day}
              checked={value === day}
              disabled={state === 'full'}
              onChange={() => onChange(day)}
            />
            <span>
              {formatLongDate(day, language)}
              <small>{state === 'full' ? text('ui.slots.full') : text('ui.slots.free', { count: free })}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

interface HourChoiceProps {
  calendarId: string;
  service?: string;
  day: string;
  value: ChosenSlot | null;
  onChange: (slot: ChosenSlot) => void;
}

const HourChoice = ({ value, onChange, ...asked }: HourChoiceProps) => {
  const text = useText();
  const language = useLanguage();
  const name = useId();
  const { data, error, refetch } = useAsk('rpc.appointments.list-slots.v1', asked, { staleTimeMs: 0, everyMs: 30_000 });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  if (data.slots.length === 0)
    return <Empty icon="it-calendar">{text('ui.slots.dayFull', { date: formatLongDate(asked.day, language) })}</Empty>;
  return (
    <fieldset className="sp-slots is-hours">
      <legend className="h6">{text('ui.slots.hour', { date: formatLongDate(asked.day, language) })}</legend>
      <div>
        {data.slots.map((slot) => {
          const twice = timeOfTwo(slot.startsAt);
          return (
            <label key={`${slot.openingId} ${slot.startsAt}`}>
              <input
                type="radio"
                name={name}
                checked={value?.openingId === slot.openingId && value.startsAt === slot.startsAt}
                onChange={() => onChange({ openingId: slot.openingId, startsAt: slot.startsAt })}
              />
              <span>
                {romeHour(slot.startsAt)}–{romeHour(slot.endsAt)}
                {twice && <small>{text(`ui.slots.twice.${twice}`)}</small>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
};
