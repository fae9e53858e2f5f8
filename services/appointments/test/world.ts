import { randomUUID } from 'node:crypto';
import { headers } from '@nats-io/transport-node';
import { bookAppointment, holdSlot } from '@sportello/contracts/appointments/appointments';
import { putCalendar } from '@sportello/contracts/appointments/calendars';
import { putOpening } from '@sportello/contracts/appointments/openings';
import { listSlots } from '@sportello/contracts/appointments/slots';
import type { Asked, Output, Rpc } from '@sportello/contracts/contract';
import { getPractice } from '@sportello/contracts/practices/practices';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { ForeignProblem, type ProblemDocument } from '@sportello/messaging/problem';
import { header } from '@sportello/messaging/transport';
import { administrator, bianchi, piedmont } from '@sportello/testing/people';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { appointmentsService } from '../src/app.module.js';

type Settings = Asked<typeof putCalendar>;
type Hours = Asked<typeof putOpening>;

/** A day that can be booked, whatever today is: a week ahead. */
export const someDay = addDays(romeDate(new Date()), 7);

export const settingsOf = (changes: Partial<Settings> = {}): Settings => ({
  ...{ id: randomUUID(), organizationId: piedmont, title: 'Sportello anagrafe', contactMail: 'anagrafe@example.org', ownerId: null },
  place: { name: 'Palazzo civico', address: 'Piazza del Municipio 1' },
  services: [
    { key: 'carta', title: { it: 'Carta d’identità', en: 'Identity card' }, procedureId: null, minutes: null, bring: null },
    { key: 'lunga', title: { it: 'Consulenza', en: 'Advice' }, procedureId: null, minutes: 60, bring: null },
  ],
  ...{ isHidden: false, noticeDays: 0, horizonDays: 60, cancelDays: 3, draftMinutes: 10, mostMoves: 3, isModerated: false },
  ...{ needsSignIn: false, limit: null, personLimit: null, tellsOfficers: true, tellsCitizens: true, version: 0 },
  ...changes,
});

export const applicantOf = (name = 'Giulia', mail = `${name.toLowerCase()}@example.org`) => ({
  ...{ givenName: name, familyName: 'Bianco', mail, phone: null, fiscalCode: null },
  ...{ reason: 'Rinnovo della carta', details: null },
});

/** Somebody who is not signed in, at an address of her own. */
export const passerBy = (address = `198.51.100.${Math.floor(Math.random() * 250)}`): Actor => ({ ...visitor('it'), address });

/** The service as it runs, asked by the gateway's account. */
export class World {
  private constructor(
    readonly service: ServiceUnderTest,
    readonly gateway: Bus,
    private readonly neighbour: Bus,
  ) {}

  /** Whose the practices are that there are. */
  readonly practices = new Map<string, string>();

  static async start(environment: Record<string, string> = {}): Promise<World> {
    const service = await startService(appointmentsService, environment);
    const { url, passwords } = service.nats;
    const as = async (user: 'gateway' | 'practices') => new Bus(await connectBus({ url, user, password: passwords[user] }));
    const world = new World(service, await as('gateway'), await as('practices'));
    // Practices as far as it is asked here: whose a practice is.
    world.neighbour.nats.subscribe(getPractice.subject, {
      callback: (_error, message) => {
        const { id } = message.json<{ id: string }>();
        const actor = JSON.parse(message.headers?.get(header.actor) ?? '{}') as Partial<Actor>;
        const answer = headers();
        if (world.practices.get(id) === actor.personId) {
          message.respond(JSON.stringify({ id }));
          return;
        }
        answer.set(header.problem, '404');
        message.respond(JSON.stringify({ type: 'practice-not-found', status: 404, title: 'x' }), { headers: answer });
      },
    });
    return world;
  }

  async stop(): Promise<void> {
    await this.gateway.nats.close();
    await this.neighbour.nats.close();
    await this.service.stop();
  }

  ask<C extends Rpc>(contract: C, input: Asked<C>, actor: Actor): Promise<Output<C>> {
    return this.gateway.call(contract, input, actor);
  }

  /** A calendar with hours on every day, to which Bianchi is enabled. */
  async calendar(settings: Partial<Settings> = {}, hours: Partial<Hours> = {}): Promise<{ id: string; openingId: string }> {
    const asked = settingsOf(settings);
    await this.enable(bianchi, asked.id);
    const { id } = await this.ask(putCalendar, asked, administrator);
    const opening = await this.opening(id, hours);
    return { id, openingId: opening.id };
  }

  opening = (calendarId: string, changes: Partial<Hours> = {}) =>
    this.ask(
      putOpening,
      {
        ...{ id: randomUUID(), calendarId, name: 'Mattina', fromDay: romeDate(new Date()), toDay: addDays(someDay, 20) },
        ...{ opensAt: '09:00', closesAt: '12:00', weekdays: [1, 2, 3, 4, 5, 6, 7], parallel: 1, minutes: 30, gapMinutes: 0, version: 0 },
        ...changes,
      },
      administrator,
    );

  /** As identity says it, which has its own tests. */
  async enable({ personId, organizationId }: Actor, ...calendarIds: string[]): Promise<void> {
    const { manager } = this.service.db;
    const known = await manager.findOneBy(OfficerCopy, { officerId: String(personId) });
    const subjects = [...(known?.subjects ?? []), ...calendarIds.map((id) => ({ kind: 'calendar' as const, id }))];
    await manager.save(OfficerCopy, {
      ...{ officerId: String(personId), organizationId: String(organizationId), officeId: null, officeName: null, role: 'officer' },
      ...{ isActive: true, subjects, absence: null, name: 'Elena Bianchi', version: (known?.version ?? 0) + 1 },
    });
  }

  slots = async (calendarId: string, day = someDay, service?: string) =>
    (await this.ask(listSlots, { calendarId, day, ...(service && { service }) }, visitor('it'))).slots;

  hold = (calendarId: string, slot: { openingId: string; startsAt: Date }, actor: Actor = passerBy(), id: string = randomUUID()) =>
    this.ask(holdSlot, { id, calendarId, openingId: slot.openingId, startsAt: slot.startsAt.toISOString(), service: 'carta' }, actor);

  async book(
    calendarId: string,
    slot: { openingId: string; startsAt: Date },
    actor: Actor = passerBy(),
    who = applicantOf(),
    id: string = randomUUID(),
  ) {
    const { code } = await this.hold(calendarId, slot, actor, id);
    return this.ask(bookAppointment, { code, ...who }, actor);
  }
}

/** What was refused, and how. */
export const refusal = (asked: Promise<unknown>): Promise<ProblemDocument> =>
  asked.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: unknown) => {
      if (error instanceof ForeignProblem) return error.received;
      throw error;
    },
  );
