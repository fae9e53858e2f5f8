import { buffer } from 'node:stream/consumers';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { appointmentStatusLabels } from '@sportello/contracts/appointments/appointments';
import { type exportAppointments, type getDeskAppointment, tooManyToExport } from '@sportello/contracts/appointments/desk';
import type { Input, Language, Output } from '@sportello/contracts/contract';
import { Printer } from '@sportello/documents/printer';
import { displayDate, romeDate } from '@sportello/italy/rome-time';
import { Problem } from '@sportello/messaging/problem';
import type { Column, Table } from '@sportello/service/exports/table';
import { tableFile } from '@sportello/service/exports/table-file';
import type { Calendar } from '../calendars/calendar.entity.js';
import type { Appointment } from './appointment.entity.js';
import { calendarFile } from './calendar-file.js';
import { serviceTitle } from './news.js';
import { whenOf } from './when.js';

type Row = Output<typeof getDeskAppointment>;

interface Listed {
  calendar: Calendar;
  organization: string;
  items: readonly Appointment[];
  shown: readonly Row[];
  from: string;
  to: string;
}

/** What one answer carries: in base64 it is a third longer, and the bus takes 2 MiB. */
const MOST_BYTES = 1_500_000;

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  ics: 'text/calendar',
};

/** Appointments of a calendar as files: somebody waits for each, so it is bounded and made at once. */
@Injectable()
export class AppointmentFiles implements OnApplicationShutdown {
  private readonly printer = new Printer({ deadlineMs: 10_000 });

  async make(
    listed: Listed,
    format: Input<typeof exportAppointments>['format'],
    language: Language,
  ): Promise<Output<typeof exportAppointments>> {
    const content = await this.contentOf(listed, format, language);
    if (content.length > MOST_BYTES) throw new Problem(tooManyToExport);
    const name = `${language === 'it' ? 'appuntamenti' : 'appointments'}-${romeDate(new Date(listed.from))}.${format}`;
    return { name, type: types[format], content: content.toString('base64') };
  }

  private contentOf(listed: Listed, format: keyof typeof types, language: Language): Promise<Buffer> {
    switch (format) {
      case 'csv':
      case 'xlsx':
        return buffer(tableFile(tableOf(listed, language), format, language));
      case 'ics':
        return Promise.resolve(Buffer.from(filed(listed, language)));
      case 'pdf':
        return this.printer.print({ kind: 'appointment-list', input: printed(listed, language) });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
  }
}

const nameOf = ({ applicant }: Row) => (applicant ? `${applicant.givenName} ${applicant.familyName}` : '');

const tableOf = ({ calendar, shown }: Listed, language: Language): Table<Row> => {
  const text = (key: string, it: string, en: string, of: (row: Row) => string | null): Column<Row> => ({
    key,
    heading: { it, en },
    kind: 'text',
    of,
  });
  return {
    title: { it: calendar.title, en: calendar.title },
    columns: [
      { key: 'startsAt', heading: { it: 'Inizio', en: 'Begins' }, kind: 'instant', of: ({ startsAt }) => startsAt },
      { key: 'endsAt', heading: { it: 'Fine', en: 'Ends' }, kind: 'instant', of: ({ endsAt }) => endsAt },
      text('state', 'Stato', 'State', ({ status }) => appointmentStatusLabels[status][language]),
      text('service', 'Servizio', 'Service', ({ service }) => service?.title[language] ?? null),
      text('name', 'Richiedente', 'Applicant', nameOf),
      text('fiscalCode', 'Codice fiscale', 'Fiscal code', ({ applicant }) => applicant?.fiscalCode ?? null),
      text('mail', 'E-mail', 'Mail', ({ applicant }) => applicant?.mail ?? null),
      text('phone', 'Telefono', 'Telephone', ({ applicant }) => applicant?.phone ?? null),
      text('reason', 'Motivo', 'Reason', ({ applicant }) => applicant?.reason ?? null),
      text('details', 'Dettagli', 'Details', ({ applicant }) => applicant?.details ?? null),
    ],
    pages: (async function* () {
      yield shown;
    })(),
  };
};

/** What was cancelled, or never booked or approved, is no meeting of anybody's calendar. */
const filed = ({ calendar, items }: Listed, language: Language): string => {
  const place = `${calendar.place.name}, ${calendar.place.address}`;
  const entries = items
    .filter(({ status }) => !['draft', 'cancelled', 'refused', 'expired'].includes(status))
    .map((appointment) => {
      const { applicant } = appointment;
      const title = `${serviceTitle(appointment, calendar)[language]}: ${applicant?.givenName} ${applicant?.familyName}`;
      return { appointment, title, place, details: applicant?.reason ?? '' };
    });
  return calendarFile(entries, language);
};

function printed({ calendar, organization, shown, from, to }: Listed, language: Language) {
  const isItalian = language === 'it';
  const last = romeDate(new Date(new Date(to).getTime() - 1));
  return {
    language,
    organization,
    title: `${calendar.title}, ${displayDate(romeDate(new Date(from)))} – ${displayDate(last)}`,
    createdAt: new Date(),
    heads: (isItalian
      ? ['Data e orario', 'Richiedente', 'Servizio e motivo', 'Stato']
      : ['Date and time', 'Applicant', 'Service and reason', 'State']) as [string, string, string, string],
    rows: shown.map((row): [string, string, string, string] => [
      whenOf(row.startsAt, row.endsAt)[language],
      [nameOf(row), row.applicant?.fiscalCode, row.applicant?.mail, row.applicant?.phone].filter(Boolean).join('\n'),
      [row.service?.title[language], row.applicant?.reason].filter(Boolean).join('\n'),
      appointmentStatusLabels[row.status][language],
    ]),
    none: isItalian ? 'Nessun appuntamento in questo periodo.' : 'No appointments in this time.',
  };
}
