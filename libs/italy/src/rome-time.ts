/** YYYY-MM-DD: a day of the calendar, with no hour and no zone. */
export type CivilDate = string;

const dayMilliseconds = 86_400_000;

let romeClock: Intl.DateTimeFormat | undefined;
/** Made when it is asked for: a telephone takes a tenth of a second for its first, and most pages show no hour. */
const romeParts = (instant: number): Intl.DateTimeFormatPart[] => {
  romeClock ??= new Intl.DateTimeFormat('en-CA', {
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
  return romeClock.formatToParts(instant);
};

/** Whether a text is a day that the calendar has, from year 0001 to 9999. `2023-02-29` is not. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return year > 0 && month > 0 && month <= 12 && day > 0 && day <= lengthOfMonth(year, month);
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function checkCivilDate(date: CivilDate): void {
  if (!isCivilDate(date)) throw new RangeError(`want a date as YYYY-MM-DD, got "${date}"`);
}

/** What Intl says of an instant, as if Rome's clock were that of UTC. */
function clockOf(instant: number): string {
  const part = Object.fromEntries(romeParts(instant).map(({ type, value }) => [type, value]));
  return `${part['year']?.padStart(4, '0')}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`;
}

const offsetByIntl = (instant: number): number => {
  const whole = Math.floor(instant / 1000) * 1000;
  return Date.parse(`${clockOf(whole)}Z`) - whole;
};

/** Some 27 years. */
const MOST_DAYS = 10_000;

/**
 * What is worked out of a day, by its number from 1970-01-01 on. Intl is slow, and a table asks for the same days again and again.
 * @param work is done once for a day, as long as there are not too many
 */
function ofDays<T>(work: (day: number) => T): (day: number) => T {
  const known = new Map<number, T>();
  return (day) => {
    let found = known.get(day);
    if (found === undefined) {
      found = work(day);
      if (known.size >= MOST_DAYS) known.clear();
      known.set(day, found);
    }
    return found;
  };
}
/** Milliseconds that Rome is ahead of UTC all through a day of UTC; null for a day on which the clocks change. */
const offsetOfDay = ofDays((day) => {
  const offset = offsetByIntl(day * dayMilliseconds);
  return offset === offsetByIntl((day + 1) * dayMilliseconds - 1000) ? offset : null;
});
const nameOfDay = ofDays((day) => new Date(day * dayMilliseconds).toISOString().slice(0, 10));

/** Milliseconds that Rome is ahead of UTC at an instant. */
const romeOffset = (instant: number): number => offsetOfDay(Math.floor(instant / dayMilliseconds)) ?? offsetByIntl(instant);

/** Between these a year has four digits, and hours are whole: before, Rome had the time of its own sun. */
const [firstPlain, lastPlain] = [Date.UTC(1900, 0, 1), Date.UTC(9999, 11, 30)];

const two = (number: number) => (number < 10 ? `0${number}` : String(number));

/**
 * The civil date and hour of an instant in Europe/Rome.
 *
 * @returns date YYYY-MM-DD and time HH:mm:ss
 * @throws RangeError if the instant is not valid
 */
export function romeDateTime(instant: Date): { date: CivilDate; time: string } {
  const at = instant.getTime();
  if (!(at > firstPlain && at < lastPlain)) {
    const [date = '', time = ''] = clockOf(at).split('T');
    return { date, time };
  }
  const wall = at + romeOffset(at);
  const day = Math.floor(wall / dayMilliseconds);
  const seconds = Math.floor((wall - day * dayMilliseconds) / 1000);
  return { date: nameOfDay(day), time: `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` };
}

/** The civil date of an instant in Europe/Rome. */
export function romeDate(instant: Date): CivilDate {
  return romeDateTime(instant).date;
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
  return isCivilDate(date) ? `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}` : date;
}
