import type { Language } from '@sportello/contracts/contract';

/** The time zone of the law and of every window. */
export const rome = 'Europe/Rome';

let shownZone = rome;
/** Instants are told in the time zone that the person chose (IDE-17); windows and dates of presentation stay in that of Rome. */
export const showZone = (timeZone: string): void => {
  try {
    new Intl.DateTimeFormat('it-IT', { timeZone });
    shownZone = timeZone;
  } catch {
    shownZone = rome;
  }
};

const partsOf = (instant: Date, timeZone: string): Record<string, string> => {
  const format = new Intl.DateTimeFormat('it-IT', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
};

/** `22/07/2022`, in both languages (XCT-04). Takes an instant (ISO 8601) or a civil date (`YYYY-MM-DD`). */
export const formatDate = (value: string, timeZone = shownZone): string => {
  const civil = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (civil) return `${civil[3]}/${civil[2]}/${civil[1]}`;
  const { day, month, year } = partsOf(new Date(value), timeZone);
  return `${day}/${month}/${year}`;
};

/** `14:54`. */
export const formatTime = (value: string, timeZone = shownZone): string => {
  const { hour, minute } = partsOf(new Date(value), timeZone);
  return `${hour}:${minute}`;
};

/** `22/07/2022 14:54`, in both languages (XCT-04); another zone than that of Rome is named: `22/07/2022 13:54 (London)`. */
export const formatDateTime = (value: string, timeZone = shownZone): string => {
  const place = timeZone === rome ? '' : ` (${timeZone.split('/').at(-1)?.replaceAll('_', ' ')})`;
  return `${formatDate(value, timeZone)} ${formatTime(value, timeZone)}${place}`;
};

/** `lunedì 25 luglio 2022`, for prose. */
export const formatLongDate = (value: string, language: Language, timeZone = rome): string => {
  const isCivil = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    timeZone: isCivil ? 'UTC' : timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(value));
};

const dayMs = 86_400_000;

const words = {
  it: {
    now: 'adesso',
    minutes: (n: number) => `${n}min fa`,
    hours: (n: number) => `${n}h fa`,
    days: (n: number) => `${n}g fa`,
    month: 'Circa 1 mese fa',
    months: (n: number) => `${n}me fa`,
    years: (n: number) => `${n}a fa`,
  },
  en: {
    now: 'now',
    minutes: (n: number) => `${n}min ago`,
    hours: (n: number) => `${n}h ago`,
    days: (n: number) => `${n}d ago`,
    month: 'About 1 month ago',
    months: (n: number) => `${n}mo ago`,
    years: (n: number) => `${n}y ago`,
  },
};

/** How long ago, in the short words of the portal (XCT-05); a month is thirty days. What lies ahead is `adesso`. */
export const formatAgo = (value: string, now: Date, language: Language): string => {
  const said = words[language];
  const ms = now.getTime() - new Date(value).getTime();
  if (ms < 60_000) return said.now;
  if (ms < 3_600_000) return said.minutes(Math.floor(ms / 60_000));
  if (ms < dayMs) return said.hours(Math.floor(ms / 3_600_000));
  const days = Math.floor(ms / dayMs);
  if (days < 30) return said.days(days);
  if (days < 60) return said.month;
  return days < 360 ? said.months(Math.floor(days / 30)) : said.years(Math.max(1, Math.floor(days / 365)));
};

/** `€ 1.234,56` in both languages, from cents: amounts are written as in Italy, with the thousands apart. */
export const formatEuro = (cents: number): string =>
  new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' } as Intl.NumberFormatOptions).format(
    cents / 100,
  );
