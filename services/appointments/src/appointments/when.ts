import type { Language, Text } from '@sportello/contracts/contract';
import { romeDateTime, romeInstant } from '@sportello/italy/rome-time';

const dayOf = (language: Language) =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'full', timeZone: 'Europe/Rome' });
const formats: Record<Language, Intl.DateTimeFormat> = { it: dayOf('it'), en: dayOf('en') };
/** Of an hour that comes twice, on the last Sunday of October. */
const second: Record<Language, string> = { it: ' (ora solare)', en: ' (standard time)' };
const first: Record<Language, string> = { it: ' (ora legale)', en: ' (summer time)' };

/** Day and hours of an appointment as people read them, by the clock of Rome wherever they are. */
export function whenOf(startsAt: Date, endsAt: Date): Text {
  const { date, time } = romeDateTime(startsAt);
  const { time: until } = romeDateTime(endsAt);
  const hour = 3_600_000;
  const isFirst = romeDateTime(new Date(startsAt.getTime() + hour)).time === time;
  const isSecond = romeInstant(date, time).getTime() !== startsAt.getTime();
  const said = (language: Language) =>
    `${formats[language].format(startsAt)}, ${time.slice(0, 5)}–${until.slice(0, 5)}${isFirst ? first[language] : isSecond ? second[language] : ''}`;
  return { it: said('it'), en: said('en') };
}

/** Day and hour of an instant as people read them. */
export function momentOf(at: Date): Text {
  const time = romeDateTime(at).time.slice(0, 5);
  return { it: `${formats.it.format(at)}, ore ${time}`, en: `${formats.en.format(at)}, ${time}` };
}
