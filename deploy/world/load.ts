import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { limitReached, slotTaken } from '@sportello/contracts/appointments/appointments';
import { putCalendar } from '@sportello/contracts/appointments/calendars';
import { createAppointment } from '@sportello/contracts/appointments/desk';
import { closeOnHolidays, putOpening } from '@sportello/contracts/appointments/openings';
import type { Asked, Output, Rpc } from '@sportello/contracts/contract';
import { putOfficer } from '@sportello/contracts/identity/officers';
import { putOffice, putOrganization } from '@sportello/contracts/identity/organizations';
import { putPerson } from '@sportello/contracts/identity/people';
import { putTheme } from '@sportello/contracts/identity/themes';
import { bringArticle } from '@sportello/contracts/knowledge/articles';
import { putTopic } from '@sportello/contracts/knowledge/topics';
import { putCreditor } from '@sportello/contracts/payments/creditors';
import { putCatalogueGroups } from '@sportello/contracts/practices/catalogue-groups';
import { clickDayBegun, noticeNeeded, putClickDay, unfitForClickDay } from '@sportello/contracts/practices/click-days';
import { putForm } from '@sportello/contracts/practices/forms';
import { putProcedure, settingNotOffered, statusRefused } from '@sportello/contracts/practices/procedures';
import { changedMeanwhile, idReused, timeout, unavailable } from '@sportello/contracts/problems';
import { putImport, tryImport } from '@sportello/contracts/school/imports';
import { putSchoolSettings } from '@sportello/contracts/school/settings';
import { putHelpCategory, putHelpForm, putHelpService } from '@sportello/contracts/ticketing/catalogue';
import { putDesk } from '@sportello/contracts/ticketing/desks';
import type { Session } from '@sportello/contracts/web';
import type { Form } from '@sportello/forms/form';
import { type Actor, service as installation, visitor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { ForeignProblem, Problem } from '@sportello/messaging/problem';
import type { Stack } from '../stack.ts';
import { calendarsOfComune, holidaysAt, openingsAt, telephonedAt } from './calendars.ts';
import { clickDayAt } from './click-days.ts';
import { creditors } from './creditors.ts';
import { entriesOfServices, groups, modelsOfWorld } from './groups.ts';
import { categoriesOfHelp, helpDesks, helpOffered } from './help-desk.ts';
import { organizations, people, procedures } from './ids.ts';
import { articlesAt, libraryTopics } from './library/library.ts';
import { bodies, type Character, characters, laboratoryPassword, officers, officesOfBodies, registrationOf, usernameOf } from './people.ts';
import { servicesAt } from './procedures.ts';
import { type SchoolFile, schoolFilesAt } from './school.ts';
import type { Service } from './service.ts';
import { sheets } from './sheets.ts';
import { themes } from './themes.ts';

/** Somebody who can sign in. */
export interface Inhabitant {
  id: string;
  username: string;
  password: string;
  name: string;
  role: string;
  mail: string;
}

/** How long one thing of the world may take in all, in milliseconds: services that have just started on a busy machine miss some requests. */
const PATIENCE_MS = 300_000;
/** Between two tries, in milliseconds. */
const PAUSE_MS = 500;

/** Where the services are asked, as the user `tools`. */
export interface Door {
  natsUrl: string;
  /** Where the gateway answers: it says whether this is a laboratory. */
  baseUrl: string;
  password: string;
}

/** Loads the demonstration world into a running stack. Loaded again it changes nothing. @returns who can sign in */
export const loadWorld = (stack: Where): Promise<Inhabitant[]> => fillWorld(doorOf(stack));

export type Where = Pick<Stack, 'backing' | 'secrets' | 'baseUrl'>;

export function doorOf({ backing, secrets, baseUrl }: Where): Door {
  const { host, password } = new URL(backing.nats.url);
  return { natsUrl: `nats://${host}`, baseUrl, password: password || secrets.natsPasswords.tools };
}

/**
 * Puts the demonstration world through the contracts: bodies and people on the installation's account, the rest as an administrator of each
 * body would.
 *
 * @throws Error where there is no laboratory: everybody of this world has the same, published password
 */
export async function fillWorld({ natsUrl, baseUrl, password }: Door, now = new Date()): Promise<Inhabitant[]> {
  await checkLaboratory(baseUrl);
  const connection = await connectBus({ url: natsUrl, user: 'tools', password });
  try {
    const bus = new Bus(connection);
    await fill(bus, servicesAt(now), schoolFilesAt(now));
    await planClickDay(bus, now);
    await openCalendars(bus, now);
    await openLibrary(bus, now);
  } finally {
    await connection.close();
  }
  return characters.map(inhabitantOf);
}

/** The installation's own word counts, whatever the environment of this process says. */
export async function checkLaboratory(baseUrl: string): Promise<void> {
  const response = await fetch(`${baseUrl}/api/v1/session`);
  const { isLaboratory } = (await response.json()) as Partial<Session>;
  if (!isLaboratory) throw new Error(`The demonstration world is loaded in a laboratory only, and ${baseUrl} is none`);
}

/** In the order in which one needs the other, and one after the other: forms are compiled, and passwords hashed, in the time of one request. */
async function fill(bus: Bus, services: Service[], schoolFiles: SchoolFile[]): Promise<void> {
  for (const body of bodies) await renew(bus, putOrganization, body, installation);
  for (const theme of themes) await renew(bus, putTheme, theme, installation);
  for (const creditor of creditors) await renew(bus, putCreditor, creditor, installation);
  for (const office of officesOfBodies) await renew(bus, putOffice, office, installation);
  for (const character of characters) await put(bus, putPerson, registrationOf(character), installation);
  for (const each of groups) await renew(bus, putCatalogueGroups, each, administratorOf(each.organizationId));
  for (const { form, ...procedure } of services) {
    const { id, organizationId, opensAt, closesAt } = procedure;
    const window = { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
    const administrator = administratorOf(organizationId);
    const isOffered = await offer(() =>
      renew(
        bus,
        putProcedure,
        { ...procedure, ...entriesOfServices[id], ...window, isModel: modelsOfWorld.has(id), status: 'published', sheet: sheets[id] ?? {} },
        administrator,
      ),
    );
    if (!isOffered) continue;
    const definition = jsonOf(form);
    await renew(bus, putForm, { procedureId: id, id: formIdOf(id, definition), definition }, administrator);
  }
  for (const calendar of calendarsOfComune) await renew(bus, putCalendar, calendar, administratorOf(calendar.organizationId));
  await offerHelp(bus);
  // Nobody is there yet who could accept an invitation: the installation makes them officers.
  for (const officer of officers) await renew(bus, putOfficer, officer, installation);
  for (const file of schoolFiles) await takeOver(bus, file);
  const ofSchool = { reportProcedureId: procedures.schoolReport, dietProcedureId: procedures.specialDiet };
  await renew(bus, putSchoolSettings, ofSchool, administratorOf(organizations.dimostrativo));
}

/** What help can be asked for, with the desks that answer. */
async function offerHelp(bus: Bus): Promise<void> {
  for (const desk of helpDesks) await renew(bus, putDesk, desk, administratorOf(desk.organizationId));
  for (const category of categoriesOfHelp) await renew(bus, putHelpCategory, category, administratorOf(category.organizationId));
  for (const { form, ...service } of helpOffered) {
    const administrator = administratorOf(service.organizationId);
    await renew(bus, putHelpService, service, administrator);
    const definition = jsonOf(form);
    await renew(bus, putHelpForm, { serviceId: service.id, id: formIdOf(service.id, definition), definition }, administrator);
  }
}

/** What its administrator has changed since then stays as it is: once filling in has begun a change wants a public notice. */
async function planClickDay(bus: Bus, now: Date): Promise<void> {
  await renew(bus, putClickDay, clickDayAt(now), administratorOf(organizations.piedmont)).catch((error: unknown) => {
    if (!(error instanceof ForeignProblem && [noticeNeeded, clickDayBegun, unfitForClickDay].some((one) => error.is(one)))) throw error;
  });
}

/** Hours for the months to come, holidays, and appointments of the next days: once a day, whatever is booked meanwhile. */
async function openCalendars(bus: Bus, now: Date): Promise<void> {
  const administrator = administratorOf(organizations.dimostrativo);
  for (const opening of openingsAt(now)) await renew(bus, putOpening, opening, administrator);
  for (const holidays of holidaysAt(now)) await put(bus, closeOnHolidays, holidays, administrator);
  for (const appointment of telephonedAt(now))
    await put(bus, createAppointment, appointment, administrator).catch((error: unknown) => {
      // Booked meanwhile by somebody else, as often as one person may, or changed since: it stays as it is.
      if (!(error instanceof ForeignProblem && [slotTaken, limitReached, idReused].some((one) => error.is(one)))) throw error;
    });
}

/** Articles that were brought once stay as they are, whatever became of them. */
async function openLibrary(bus: Bus, now: Date): Promise<void> {
  for (const topic of libraryTopics) await renew(bus, putTopic, topic, administratorOf(topic.organizationId));
  for (const article of articlesAt(now)) await put(bus, bringArticle, article, administratorOf(organizations.ministry));
}

/**
 * @returns false for a service that this installation cannot carry out: nothing is forwarded where no system of the body is configured, and
 * what was withdrawn here stays so
 */
async function offer(putting: () => Promise<void>): Promise<boolean> {
  try {
    await putting();
    return true;
  } catch (error) {
    if (error instanceof ForeignProblem && [settingNotOffered, statusRefused].some((one) => error.is(one))) return false;
    throw error;
  }
}

/** What the school service knows already is left as it is. */
async function takeOver(bus: Bus, file: SchoolFile): Promise<void> {
  const administrator = administratorOf(organizations.dimostrativo);
  const { plan, made, changed } = await put(bus, tryImport, file, administrator);
  if (made + changed > 0) await put(bus, putImport, { ...file, id: randomUUID(), plan }, administrator);
}

/** Puts a thing as it is to be, whatever version is in force: a window of the world moves with the days. */
async function renew<C extends Rpc>(bus: Bus, contract: C, input: Omit<Asked<C>, 'version'>, actor: Actor): Promise<void> {
  try {
    await put(bus, contract, { ...input, version: 0 } as Asked<C>, actor);
  } catch (error) {
    if (!(error instanceof ForeignProblem && error.is(changedMeanwhile))) throw error;
    await put(bus, contract, { ...input, version: error.received['version'] } as Asked<C>, actor);
  }
}

/** Asks again what was not answered, or not in time: what has been put already stays as it is. */
export async function put<C extends Rpc>(bus: Bus, contract: C, input: Asked<C>, actor: Actor): Promise<Output<C>> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
    try {
      return await bus.call(contract, input, actor);
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
    }
  }
}

const isBusy = (error: unknown): boolean =>
  [timeout, unavailable].some(
    (one) => (error instanceof ForeignProblem && error.is(one)) || (error instanceof Problem && error.problem === one),
  );

const administratorOf = (organizationId: string): Actor => ({
  ...visitor('it'),
  roles: ['administrator'],
  personId: people.administrator,
  organizationId,
  method: 'local',
  level: 2,
});

const inhabitantOf = (character: Character): Inhabitant => ({
  id: character.id,
  username: usernameOf(character),
  password: laboratoryPassword,
  name: `${character.givenName} ${character.familyName}`,
  role: character.role,
  mail: character.mail,
});

type Definition = Asked<typeof putForm>['definition'];

const jsonOf = (form: Form): Definition => JSON.parse(JSON.stringify(form));

/** Versions are immutable, so a definition that has changed has another id (UUIDv8, RFC 9562) and becomes the next version. */
function formIdOf(procedureId: string, definition: Definition): string {
  const bytes = createHash('sha256').update(procedureId).update(JSON.stringify(definition)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
