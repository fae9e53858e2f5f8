import { z } from 'zod';
import * as appointments from './appointments/appointments.js';
import * as arrivals from './appointments/arrivals.js';
import * as calendars from './appointments/calendars.js';
import * as appointmentDesk from './appointments/desk.js';
import * as feeds from './appointments/feeds.js';
import * as openings from './appointments/openings.js';
import * as slots from './appointments/slots.js';
import * as waiting from './appointments/waiting.js';
import * as casework from './casework/attachments.js';
import type { Event, ProblemType, Rpc } from './contract.js';
import * as contract from './contract.js';
import { serviceOf } from './contract.js';
import * as doors from './doors.js';
import * as storedForms from './forms.js';
import * as explanations from './gateway/explanations.js';
import * as territory from './gateway/territory.js';
import * as absences from './identity/absences.js';
import * as accesses from './identity/accesses.js';
import * as accounts from './identity/accounts.js';
import * as enablements from './identity/enablements.js';
import * as links from './identity/links.js';
import * as officers from './identity/officers.js';
import * as organizations from './identity/organizations.js';
import * as people from './identity/people.js';
import * as policies from './identity/policies.js';
import * as security from './identity/security.js';
import * as sessions from './identity/sessions.js';
import * as themes from './identity/themes.js';
import * as libraryArticles from './knowledge/articles.js';
import * as libraryReaders from './knowledge/readers.js';
import * as libraryReading from './knowledge/reading.js';
import * as articleStates from './knowledge/states.js';
import * as libraryTopics from './knowledge/topics.js';
import * as announcements from './notifications/announcements.js';
import * as mails from './notifications/mails.js';
import * as notices from './notifications/notices.js';
import * as paymentAnomalies from './payments/anomalies.js';
import * as bodyPositions from './payments/body-positions.js';
import * as carts from './payments/carts.js';
import * as creditors from './payments/creditors.js';
import * as dues from './payments/dues.js';
import * as paymentExports from './payments/exports.js';
import * as flows from './payments/flows.js';
import * as papers from './payments/papers.js';
import * as positions from './payments/positions.js';
import * as paymentReceipts from './payments/receipts.js';
import * as actionKinds from './practices/action-kinds.js';
import * as actions from './practices/actions.js';
import * as amendments from './practices/amendments.js';
import * as arrivalMarks from './practices/arrival-marks.js';
import * as assignments from './practices/assignments.js';
import * as attachments from './practices/attachments.js';
import * as autoAssignment from './practices/auto-assignment.js';
import * as bulk from './practices/bulk.js';
import * as capacity from './practices/capacity.js';
import * as catalogueGroups from './practices/catalogue-groups.js';
import * as charges from './practices/charges.js';
import * as clickDays from './practices/click-days.js';
import * as endings from './practices/closures.js';
import * as corrections from './practices/corrections.js';
import * as definitions from './practices/definitions.js';
import * as desk from './practices/desk.js';
import * as documents from './practices/documents.js';
import * as drafts from './practices/drafts.js';
import * as enabling from './practices/enabling.js';
import * as practiceEvents from './practices/events.js';
import * as exports from './practices/exports.js';
import * as external from './practices/external.js';
import * as forms from './practices/forms.js';
import * as histories from './practices/histories.js';
import * as limits from './practices/limits.js';
import * as listedPeople from './practices/listed-people.js';
import * as managing from './practices/managing.js';
import * as marks from './practices/marks.js';
import * as messages from './practices/messages.js';
import * as practiceNames from './practices/names.js';
import * as observations from './practices/observations.js';
import * as opinions from './practices/opinions.js';
import * as payments from './practices/payments.js';
import * as practices from './practices/practices.js';
import * as procedures from './practices/procedures.js';
import * as protocol from './practices/protocol.js';
import * as queue from './practices/queue.js';
import * as ratings from './practices/ratings.js';
import * as related from './practices/related.js';
import * as requirements from './practices/requirements.js';
import * as stamps from './practices/stamps.js';
import * as states from './practices/states.js';
import * as statistics from './practices/statistics.js';
import * as submissions from './practices/submissions.js';
import * as templates from './practices/templates.js';
import * as views from './practices/views.js';
import * as withdrawals from './practices/withdrawals.js';
import * as common from './problems.js';
import * as schoolAbsences from './school/absences.js';
import * as schoolAccounts from './school/accounts.js';
import * as children from './school/children.js';
import * as schoolDocuments from './school/documents.js';
import * as imports from './school/imports.js';
import * as invoicing from './school/invoicing.js';
import * as kitchen from './school/kitchen.js';
import * as secondHolders from './school/second-holders.js';
import * as schoolSettings from './school/settings.js';
import * as ticketAttachments from './ticketing/attachments.js';
import * as helpCalls from './ticketing/calls.js';
import * as helpCatalogue from './ticketing/catalogue.js';
import * as helpDesks from './ticketing/desks.js';
import * as ticketEvents from './ticketing/events.js';
import * as ticketMessages from './ticketing/messages.js';
import * as helpReports from './ticketing/reports.js';
import * as ticketStates from './ticketing/states.js';
import * as tickets from './ticketing/tickets.js';
import * as ticketWork from './ticketing/work.js';

/** The files in which services say what may be asked of them: a folder a service, a file a subject. */
const files = [
  absences,
  accesses,
  casework,
  explanations,
  territory,
  accounts,
  links,
  officers,
  organizations,
  people,
  policies,
  security,
  sessions,
  themes,
  actionKinds,
  actions,
  amendments,
  assignments,
  arrivalMarks,
  attachments,
  autoAssignment,
  bulk,
  capacity,
  catalogueGroups,
  clickDays,
  charges,
  practiceNames,
  enabling,
  enablements,
  endings,
  definitions,
  corrections,
  desk,
  documents,
  drafts,
  practiceEvents,
  exports,
  external,
  forms,
  limits,
  listedPeople,
  managing,
  histories,
  marks,
  messages,
  observations,
  opinions,
  practices,
  procedures,
  protocol,
  queue,
  ratings,
  payments,
  stamps,
  related,
  requirements,
  states,
  submissions,
  statistics,
  templates,
  views,
  withdrawals,
  announcements,
  mails,
  notices,
  paymentAnomalies,
  bodyPositions,
  carts,
  creditors,
  dues,
  paymentExports,
  flows,
  paymentReceipts,
  papers,
  positions,
  schoolAbsences,
  schoolAccounts,
  schoolDocuments,
  schoolSettings,
  secondHolders,
  kitchen,
  invoicing,
  children,
  imports,
  calendars,
  openings,
  slots,
  appointments,
  appointmentDesk,
  waiting,
  arrivals,
  feeds,
  helpDesks,
  helpCatalogue,
  ticketStates,
  helpReports,
  tickets,
  ticketAttachments,
  ticketMessages,
  ticketWork,
  helpCalls,
  ticketEvents,
  articleStates,
  libraryTopics,
  libraryArticles,
  libraryReading,
  libraryReaders,
] as const;
export type ContractFile = (typeof files)[number];

const said = [contract, common, storedForms, ...files, doors].flatMap((file) => Object.entries<unknown>(file));
const isSubject = (value: unknown): value is { subject: string } => typeof value === 'object' && value !== null && 'subject' in value;

/** Every contract of every service. */
export const contracts = said
  .map(([, value]) => value)
  .filter((value): value is Rpc => isSubject(value) && value.subject.startsWith('rpc.'));

/** Every fact that a service may publish. */
export const events = said
  .map(([, value]) => value)
  .filter((value): value is Event => isSubject(value) && value.subject.startsWith('events.'));

/** The shapes that have a name of their own, by which the API's documents refer to them. */
export const namedSchemas = new Map(said.flatMap(([name, value]) => (isShape(value) ? [[value, name] as const] : [])));

/** Every problem that may be answered, by its type. */
export const problems = new Map(said.flatMap(([, value]) => (isProblem(value) ? [[value.type, value] as const] : [])));

export const contractsOf = (service: string) => contracts.filter((contract) => serviceOf(contract) === service);

checkNames(said);

function isProblem(value: unknown): value is ProblemType {
  return typeof value === 'object' && value !== null && 'title' in value && 'status' in value;
}

/**
 * @param exported what the files of contracts export, by name
 * @throws Error when one name stands for two things: the bus, the documents and the pages know all of them by their names
 */
export function checkNames(exported: (readonly [string, unknown])[]): void {
  const named = exported.flatMap(([name, value]) => [
    ...(isShape(value) ? [`shape ${name}`] : []),
    ...(isProblem(value) ? [`problem ${value.type}`] : []),
    ...(isSubject(value) ? [`subject ${value.subject}`] : []),
    ...(isSubject(value) && 'http' in value ? [`route ${String(value.http).replace(/\{\w+\}/g, '{}')}`] : []),
  ]);
  const twice = named.find((name, index) => named.indexOf(name) !== index);
  if (twice) throw new Error(`The contracts have two of one name: ${twice}`);
}

function isShape(value: unknown): value is z.ZodType {
  return value instanceof z.ZodObject || value instanceof z.ZodEnum;
}
