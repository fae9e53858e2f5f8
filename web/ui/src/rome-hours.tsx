import { romeDateTime, romeInstant } from '@sportello/italy/rome-time';

const hourMs = 3_600_000;

/** Of an hour that comes twice, on the last Sunday of October, which of the two it is. */
export const timeOfTwo = (instant: string): 'first' | 'second' | null => {
  const at = new Date(instant);
  const { date, time } = romeDateTime(at);
  if (romeInstant(date, time).getTime() !== at.getTime()) return 'second';
  return romeDateTime(new Date(at.getTime() + hourMs)).time === time ? 'first' : null;
};

/** `09:00`, by the clock of Rome wherever the reader is. */
export const romeHour = (instant: string): string => romeDateTime(new Date(instant)).time.slice(0, 5);
export const romeDay = (instant: string): string => romeDateTime(new Date(instant)).date;

/** True for a reader whose own clock shows another hour than Italy's. */
export const isElsewhere = (now: Date): boolean => {
  const own = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  return own !== romeHour(now.toISOString());
};
