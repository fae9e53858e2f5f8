import { directoryStates, PlainCopies } from '@sportello/directory/copies';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import type { ServiceDefinition } from '@sportello/service/definition';
import { Appointment, CalendarDay } from './appointments/appointment.entity.js';
import { AppointmentsService } from './appointments/appointments.service.js';
import { Bookings } from './appointments/bookings.js';
import { DeskService } from './appointments/desk.service.js';
import { Drafts } from './appointments/drafts.js';
import { AppointmentFiles } from './appointments/exports.js';
import { Past } from './appointments/past.js';
import { Reading } from './appointments/reading.js';
import { Reminders } from './appointments/reminders.js';
import { Requests } from './appointments/requests.js';
import { Arrival } from './arrivals/arrival.entity.js';
import { ArrivalsService } from './arrivals/arrivals.service.js';
import { Calendar } from './calendars/calendar.entity.js';
import { CalendarsService } from './calendars/calendars.service.js';
import { ClosingPeriod, Opening } from './calendars/opening.entity.js';
import { OpeningsService } from './calendars/openings.service.js';
import { Config } from './config.js';
import { Feed } from './feeds/feed.entity.js';
import { FeedsService } from './feeds/feeds.service.js';
import { appointmentFigures } from './figures.js';
import { AddCalendars1796650000000 } from './migrations/1796650000000-add-calendars.js';
import { KeepPlaces1796650100000 } from './migrations/1796650100000-keep-places.js';
import { KeepOutcomes1796650200000 } from './migrations/1796650200000-keep-outcomes.js';
import { FindAppointments1796650300000 } from './migrations/1796650300000-find-appointments.js';
import { KeepWaitingLists1796650400000 } from './migrations/1796650400000-keep-waiting-lists.js';
import { KeepArrivals1796650500000 } from './migrations/1796650500000-keep-arrivals.js';
import { CountPeopleByCodeAndMail1796650600000 } from './migrations/1796650600000-count-people-by-code-and-mail.js';
import { KeepFeeds1796650800000 } from './migrations/1796650800000-keep-feeds.js';
import { KeepRevokedFeeds1796650900000 } from './migrations/1796650900000-keep-revoked-feeds.js';
import { Days } from './slots/days.js';
import { Offers } from './slots/offers.js';
import { SlotsService } from './slots/slots.service.js';
import { WaitingService } from './waiting/waiting.service.js';
import { WaitingLists } from './waiting/waiting-lists.js';
import { WaitingPlace } from './waiting/waiting-place.entity.js';

export const appointmentsService: ServiceDefinition = {
  name: 'appointments',
  config: Config,
  entities: [Calendar, Opening, ClosingPeriod, Appointment, CalendarDay, WaitingPlace, Arrival, Feed, ...directoryEntities],
  migrations: [
    AddCalendars1796650000000,
    KeepPlaces1796650100000,
    KeepOutcomes1796650200000,
    FindAppointments1796650300000,
    KeepWaitingLists1796650400000,
    KeepArrivals1796650500000,
    CountPeopleByCodeAndMail1796650600000,
    KeepFeeds1796650800000,
    KeepRevokedFeeds1796650900000,
    ...directoryMigrations,
  ],
  controllers: [
    CalendarsService,
    OpeningsService,
    SlotsService,
    AppointmentsService,
    DeskService,
    WaitingService,
    ArrivalsService,
    FeedsService,
  ],
  providers: [PlainCopies, Days, Offers, Reading, Drafts, Requests, Past, Reminders, AppointmentFiles, WaitingLists, Bookings],
  states: directoryStates,
  figures: appointmentFigures,
};
