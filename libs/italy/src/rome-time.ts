/** YYYY-MM-DD: a day of the calendar, with no hour and no zone. */
export type CivilDate = string;

const dayMilliseconds = 86_400_000;

const romeParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  calendar: 'gregory',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Whether a text is a day that the calendar has, from year 0001 to 9999. `2023-02-29` is not. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function checkCivilDate(date: CivilDate): void {
  if (!isCivilDate(date)) throw new RangeError(`want a date as YYYY-MM-DD, got "${date}"`);
}

/**
 * The civil date and hour of an instant in Europe/Rome.
 *
 * @returns date YYYY-MM-DD and time HH:mm:ss
 * @throws RangeError if the instant is not valid
 */
export function romeDateTime(instant: Date): { date: CivilDate; time: string } {
  const part = Object.fromEntries(romeParts.formatToParts(instant).map(({ type, value }) => [type, value]));
  const date = `${part['year']?.padStart(4, '0')}-${part['month']}-${part['day']}`;
  return { date, time: `${part['hour']}:${part['minute']}:${part['second']}` };
}

/** The civil date of an instant in Europe/Rome. */
export function romeDate(instant: Date): CivilDate {
  return romeDateTime(instant).date;
}

/** Milliseconds that Rome is ahead of UTC at an instant. */
function romeOffset(instant: number): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const { date, time } = romeDateTime(new Date(whole));
  return Date.parse(`${date}T${time}Z`) - whole;
}

/**
 * The instant of a civil date and hour in Europe/Rome.
 *
 * An hour that comes twice (last Sunday of October, 02:00 to 03:00) means its first time; one that never comes (last Sunday of March) means
 * the same distance after the leap, as 02:30 → 03:30.
 *
 * @param time HH:mm or HH:mm:ss
 * @throws RangeError if the date or the time is not valid
 */
export function romeInstant(date: CivilDate, time = '00:00'): Date {
  checkCivilDate(date);
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) throw new RangeError(`want a time as HH:mm, got "${time}"`);
  const wall = Date.parse(`${date}T${time}Z`);
  const earlier = romeOffset(wall - dayMilliseconds);
  const later = romeOffset(wall + dayMilliseconds);
  const first = wall - earlier;
  return new Date(romeOffset(first) === earlier || romeOffset(wall - later) !== later ? first : wall - later);
}

/**
 * The day so many days later, or earlier when negative.
 *
 * @throws RangeError if the date is not valid
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  checkCivilDate(date);
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/**
 * The day of the week, from 1 for Monday to 7 for Sunday.
 *
 * @throws RangeError if the date is not valid
 */
export function weekday(date: CivilDate): number {
  checkCivilDate(date);
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** A civil date as people in Italy write it, dd/mm/yyyy; a text that is no date is returned as it is. */
export function displayDate(date: CivilDate): string {
  return isCivilDate(date) ? date.split('-').reverse().join('/') : date;
}
