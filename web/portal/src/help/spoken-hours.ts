import type { Language } from '@sportello/contracts/contract';

interface Stretch {
  /** 1 for Monday to 7 for Sunday. */
  weekdays: readonly number[];
  opensAt: string;
  closesAt: string;
}

/** 1 January 2024 was a Monday. */
const nameOf = (weekday: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  );

/** `lun-ven 08:00-18:00`: days in a row are told by the first and the last. */
export function spokenHours({ weekdays, opensAt, closesAt }: Stretch, language: Language): string {
  const days = [...new Set(weekdays)].sort((one, other) => one - other);
  const rows: number[][] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (row?.at(-1) === day - 1) row.push(day);
    else rows.push([day]);
  }
  const spoken = rows.flatMap((row) => {
    const [first = 0, last = 0] = [row[0], row.at(-1)];
    return row.length > 2 ? [`${nameOf(first, language)}-${nameOf(last, language)}`] : row.map((day) => nameOf(day, language));
  });
  return `${spoken.join(', ')} ${opensAt}-${closesAt}`;
}
