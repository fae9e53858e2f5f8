import { fileProviders } from '@sportello/casework/attachment-doors';
import { caseworkEntities, caseworkMigrations } from '@sportello/casework/schema';
import { directoryStates } from '@sportello/directory/copies';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import type { ServiceDefinition } from '@sportello/service/definition';
import { storedFormsEntities, storedFormsMigrations } from '@sportello/stored-forms/schema';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { HelpCategory, HelpService } from './catalogue/help-service.entity.js';
import { OwnCatalogueService } from './catalogue/own-catalogue.service.js';
import { Escalations } from './clocks/escalations.js';
import { Config } from './config.js';
import { Desk } from './desks/desk.entity.js';
import { DesksService } from './desks/desks.service.js';
import { OfficerCopies } from './desks/directory-copies.js';
import { ticketFigures } from './figures.js';
import { AddTickets1796900000000 } from './migrations/1796900000000-add-tickets.js';
import { IndexTicketsByMonth1796900100000 } from './migrations/1796900100000-index-tickets-by-month.js';
import { KeepWhoSolved1796900200000 } from './migrations/1796900200000-keep-who-solved.js';
import { ReportsService } from './reports/reports.service.js';
import { Silences } from './silence/silences.js';
import { CallsService } from './tickets/calls.service.js';
import { TicketAttachments, TicketMessages } from './tickets/correspondence.js';
import { QueueService } from './tickets/queue.service.js';
import { Ticket } from './tickets/ticket.entity.js';
import { TicketSubjects } from './tickets/ticket-subjects.js';
import { TicketsService } from './tickets/tickets.service.js';
import { WorkService } from './tickets/work.service.js';

export const ticketingService: ServiceDefinition = {
  name: 'ticketing',
  config: Config,
  entities: [Desk, HelpCategory, HelpService, Ticket, ...caseworkEntities, ...storedFormsEntities, ...directoryEntities],
  migrations: [
    AddTickets1796900000000,
    IndexTicketsByMonth1796900100000,
    KeepWhoSolved1796900200000,
    ...caseworkMigrations,
    ...storedFormsMigrations,
    ...directoryMigrations,
  ],
  controllers: [
    DesksService,
    CatalogueService,
    OwnCatalogueService,
    TicketsService,
    TicketMessages,
    TicketAttachments,
    WorkService,
    QueueService,
    CallsService,
    ReportsService,
  ],
  providers: [OfficerCopies, StoredForms, TicketSubjects, Silences, Escalations, ...fileProviders],
  states: directoryStates,
  figures: ticketFigures,
};
