/**
 * Who may ask whom, and who consumes what. The bus refuses everything else: the NATS accounts are made from this table,
 * and a service that asks or consumes more than its line does not start.
 */
import { describeCalendars } from './appointments/calendars.js';
import { appointmentChanged } from './appointments/desk.js';
import { type Event, type Rpc, serviceOf } from './contract.js';
import { accessNoted } from './identity/accesses.js';
import { accountEnabled } from './identity/enablements.js';
import { issueLink } from './identity/links.js';
import { listRecipients, rightsChanged } from './identity/officers.js';
import { organizationNamed } from './identity/organizations.js';
import { describePeople, findPerson, meetPerson } from './identity/people.js';
import { themeChanged } from './identity/themes.js';
import { describeTopics } from './knowledge/topics.js';
import { announced } from './notifications/announcements.js';
import { getCreditor } from './payments/creditors.js';
import { positionCompleted, positionEnded, positionFailed, positionStarted } from './payments/positions.js';
import { listCharges } from './practices/charges.js';
import { enablingGranted } from './practices/enabling.js';
import { paymentCameLate, paymentDropped, paymentWanted } from './practices/events.js';
import { namePractices } from './practices/names.js';
import { getPractice } from './practices/practices.js';
import { describeProcedures } from './practices/procedures.js';
import { contracts } from './registry.js';
import { dueDropped, dueWanted } from './school/documents.js';
import { describeDesks } from './ticketing/desks.js';

export interface Connections {
  /** Contracts of other services that this one asks. */
  asks: readonly Rpc[];
  /** Events that this one consumes durably, each with a consumer of its own. */
  consumes: readonly Event[];
  /** Events of other services that this one publishes too. */
  adds?: readonly Event[];
  /** True for whoever shows events to open pages: it listens to all of them, without durability. */
  watches?: true;
  /** True for whoever ends sign-ins or changes what they open, and tells the gateways so. */
  changesSignIns?: true;
}

export const services = [
  'gateway',
  'identity',
  'practices',
  'notifications',
  'payments',
  'school',
  'appointments',
  'ticketing',
  'knowledge',
] as const;
export type ServiceName = (typeof services)[number];

export const topology: Record<ServiceName, Connections> = {
  gateway: { asks: contracts.filter((contract) => serviceOf(contract) !== 'gateway'), consumes: [], watches: true, changesSignIns: true },
  identity: {
    asks: [describeProcedures, describeCalendars, describeDesks, describeTopics, listCharges, namePractices],
    consumes: [accessNoted, enablingGranted],
    adds: [announced],
    changesSignIns: true,
  },
  practices: {
    asks: [describePeople, findPerson, meetPerson, getCreditor],
    consumes: [
      ...[rightsChanged, organizationNamed, themeChanged, accountEnabled],
      ...[positionStarted, positionFailed, positionCompleted, appointmentChanged],
    ],
    adds: [announced, accessNoted],
  },
  payments: {
    asks: [describePeople, findPerson],
    consumes: [rightsChanged, organizationNamed, paymentWanted, paymentDropped, paymentCameLate, dueWanted, dueDropped],
    adds: [announced, accessNoted],
  },
  school: { asks: [describePeople], consumes: [rightsChanged, organizationNamed, positionCompleted, positionEnded], adds: [announced] },
  appointments: {
    asks: [getPractice],
    consumes: [rightsChanged, organizationNamed],
    adds: [announced, accessNoted],
  },
  ticketing: {
    asks: [describePeople, findPerson, meetPerson],
    consumes: [rightsChanged, organizationNamed],
    adds: [announced, accessNoted],
  },
  knowledge: { asks: [], consumes: [rightsChanged, organizationNamed] },
  notifications: { asks: [describePeople, listRecipients, issueLink], consumes: [announced, themeChanged] },
};

/** The name of the durable consumer by which a service consumes an event. */
export const consumerOf = (service: string, event: Event) => `${service}-${event.subject.replaceAll('.', '-')}`;
