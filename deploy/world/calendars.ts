import type { putCalendar } from '@sportello/contracts/appointments/calendars';
import type { createAppointment } from '@sportello/contracts/appointments/desk';
import type { closeOnHolidays, putOpening } from '@sportello/contracts/appointments/openings';
import type { Asked, Text } from '@sportello/contracts/contract';
import { isWorkingDay } from '@sportello/italy/holidays';
import { addDays, type CivilDate, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { stableId } from '@sportello/messaging/stable-id';
import { calendars, organizations, procedures } from './ids.ts';

type Calendar = Omit<Asked<typeof putCalendar>, 'version'>;

const service = (key: string, it: string, en: string, more: { procedureId?: string; minutes?: number; bring?: Text } = {}) => ({
  key,
  title: { it, en },
  procedureId: more.procedureId ?? null,
  minutes: more.minutes ?? null,
  bring: more.bring ?? null,
});

const identityCard = service('carta-identita', 'Carta d’identità elettronica', 'Electronic identity card', {
  bring: {
    it: 'Una fototessera recente, la carta scaduta o in scadenza, il codice fiscale.',
    en: 'A recent photograph, the card that is expiring, the fiscal code.',
  },
});
const certificates = service('certificati', 'Certificati anagrafici', 'Registry certificates', { procedureId: procedures.certificates });

const common = {
  organizationId: organizations.dimostrativo,
  ...{ ownerId: null, isHidden: false, noticeDays: 0, horizonDays: 60, cancelDays: 1, draftMinutes: 10, mostMoves: 3 },
  ...{ isModerated: false, needsSignIn: false, limit: null, personLimit: { count: 5, period: 'week' as const } },
  ...{ tellsOfficers: true, tellsCitizens: true },
};

/** The calendars of Comune Dimostrativo: two places for the same services, and one where officers approve. */
export const calendarsOfComune: Calendar[] = [
  {
    ...common,
    id: calendars.registry,
    title: 'Sportello anagrafe',
    place: { name: 'Palazzo civico', address: 'Piazza del Municipio 1, Dimostrativo' },
    contactMail: 'anagrafe@comune-dimostrativo.example.it',
    services: [identityCard, certificates],
  },
  {
    ...common,
    id: calendars.library,
    title: 'Sportello decentrato in biblioteca',
    place: { name: 'Biblioteca civica', address: 'Via dei Libri 12, Dimostrativo' },
    contactMail: 'anagrafe@comune-dimostrativo.example.it',
    services: [identityCard, certificates],
  },
  {
    ...common,
    id: calendars.police,
    title: 'Polizia locale',
    place: { name: 'Comando della polizia locale', address: 'Via del Mercato 4, Dimostrativo' },
    contactMail: 'polizia@comune-dimostrativo.example.it',
    services: [
      service('permessi-ztl', 'Permessi per la zona a traffico limitato', 'Permits for the restricted traffic zone', {
        procedureId: procedures.restrictedTraffic,
      }),
      service('sopralluogo', 'Richiesta di un sopralluogo', 'Request for an inspection', { minutes: 60 }),
    ],
    isModerated: true,
  },
];

type Opening = Omit<Asked<typeof putOpening>, 'version'>;

const weekdays = [1, 2, 3, 4, 5];
/** Hours of the year that runs, and from November on of the next: a loading on another day renews them. */
export function openingsAt(now: Date): Opening[] {
  const year = Number(romeDate(now).slice(0, 4));
  const years = romeDate(now).slice(5) >= '11-01' ? [year, year + 1] : [year];
  return years.flatMap((of) => {
    const dates = { fromDay: `${of}-01-01`, toDay: `${of}-12-31` };
    const hours = (calendarId: string, name: string, opensAt: string, closesAt: string, more: Partial<Opening> = {}): Opening => ({
      ...{ id: stableId(romeInstant(dates.fromDay), 'opening', calendarId, name), calendarId, name, ...dates, opensAt, closesAt, weekdays },
      ...{ parallel: 1, minutes: 20, gapMinutes: 0, ...more },
    });
    return [
      hours(calendars.registry, 'Mattina', '09:00', '12:20', { parallel: 2 }),
      hours(calendars.registry, 'Pomeriggio del martedì e del giovedì', '14:30', '17:30', { weekdays: [2, 4], parallel: 2 }),
      hours(calendars.library, 'Sabato mattina', '09:30', '12:30', { weekdays: [6], minutes: 30 }),
      hours(calendars.library, 'Mercoledì pomeriggio', '15:00', '18:00', { weekdays: [3], minutes: 30 }),
      hours(calendars.police, 'Mattina', '08:30', '12:30', { minutes: 30, gapMinutes: 10 }),
    ];
  });
}

export function holidaysAt(now: Date): Asked<typeof closeOnHolidays>[] {
  const year = Number(romeDate(now).slice(0, 4));
  return [year, year + 1].flatMap((of) => Object.values(calendars).map((calendarId) => ({ calendarId, year: of, patron: '06-24' })));
}

const callers: [string, string, string, string, string][] = [
  ['09:20', 'Marta', 'Fontana', 'carta-identita', 'Carta scaduta a novembre'],
  ['09:20', 'Piero', 'Gallo', 'certificati', 'Stato di famiglia per l’ISEE'],
  ['10:00', 'Lucia', 'D’Angelo', 'carta-identita', 'Prima carta di un minore'],
  ['11:40', 'Karim', 'El Idrissi', 'certificati', 'Certificato di residenza'],
];

/** Who telephoned for the next three working days. */
export function telephonedAt(now: Date): Asked<typeof createAppointment>[] {
  const days: CivilDate[] = [];
  for (let day = addDays(romeDate(now), 1); days.length < 3; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days.flatMap((day) =>
    callers.map(([time, givenName, familyName, key, reason]) => {
      const startsAt = romeInstant(day, time);
      const year = romeInstant(`${day.slice(0, 4)}-01-01`);
      return {
        id: stableId(startsAt, 'telephoned', familyName),
        ...{
          calendarId: calendars.registry,
          openingId: stableId(year, 'opening', calendars.registry, 'Mattina'),
          startsAt: startsAt.toISOString(),
        },
        ...{ service: key, givenName, familyName, reason, phone: null, fiscalCode: null, details: null },
        mail: `${givenName}.${familyName}@example.org`.toLowerCase().replaceAll(/[’ ]/g, ''),
      };
    }),
  );
}
