import { randomUUID } from 'node:crypto';
import type { Asked, Event, Output, Payload, Rpc } from '@sportello/contracts/contract';
import { describePeople, findPerson, meetPerson } from '@sportello/contracts/identity/people';
import { putHelpCategory, putHelpForm, putHelpService } from '@sportello/contracts/ticketing/catalogue';
import { putDesk } from '@sportello/contracts/ticketing/desks';
import { openTicket } from '@sportello/contracts/ticketing/tickets';
import type { ServiceName } from '@sportello/contracts/topology';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import type { Form } from '@sportello/forms/form';
import type { Actor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { type Envelope, envelopeOf, outboxRow } from '@sportello/messaging/events';
import { ForeignProblem, type ProblemDocument } from '@sportello/messaging/problem';
import { administrator, bianchi, maria, piedmont } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { ticketingService } from '../src/app.module.js';

type DeskSettings = Asked<typeof putDesk>;
type ServiceSettings = Asked<typeof putHelpService>;

const text = (it: string, en = it) => ({ it, en });

/** A person whom identity knows, and the profile as a citizen that callers get. */
export const knownCaller = 'RSSMRA80A41L219Q';
export const callersProfile = '01890000-0000-7000-8000-00000000a999';

/** Always open, but on holidays: what is tested with it hangs on no hour of the day. */
export const deskOf = (changes: Partial<DeskSettings> = {}): DeskSettings => ({
  ...{ id: randomUUID(), organizationId: piedmont, name: text('Sportello tecnico', 'Technical desk'), kind: 'technical' },
  ...{ phones: ['+390110824108'], mail: null, closedDays: [], acceptsByItself: false, version: 0 },
  hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opensAt: '00:00', closesAt: '24:00' }],
  targets: [1, 2, 3, 4].map((priority) => ({ priority, firstAnswerMinutes: priority * 60, solutionMinutes: priority * 240 })),
  ...{ closesAfterDays: 5, givesUpAfterDays: 10, reopensForDays: 10 },
  ...changes,
});

const accounts: Form = {
  title: text('Richiesta verifica conti correnti', 'Request to check current accounts'),
  pages: [
    {
      key: 'request',
      title: text('Richiesta', 'Request'),
      sections: [
        {
          key: 'what',
          fields: [
            {
              ...{ kind: 'text', key: 'fullName', label: text('Nome e Cognome', 'Name'), required: true },
              ...{ readOnly: true, prefill: 'person.fullName' },
            },
            { kind: 'longText', key: 'details', label: text('Informazioni aggiuntive', 'More'), required: true, maxLength: 2_000 },
          ],
        },
      ],
    },
  ],
};

/** The service as it runs, asked by the gateway's account; identity is a stand-in that speaks its contract. */
export class World {
  private constructor(
    readonly service: ServiceUnderTest,
    private readonly buses: Record<'gateway' | 'identity', Bus>,
  ) {}

  static async start(): Promise<World> {
    const service = await startService(ticketingService);
    const { url, passwords } = service.nats;
    const as = async (user: ServiceName) => new Bus(await connectBus({ url, user, password: passwords[user] }));
    const buses = { gateway: await as('gateway'), identity: await as('identity') };
    buses.identity.nats.subscribe(describePeople.subject, {
      callback: (_error, message) => {
        const { ids } = message.json<{ ids: string[] }>();
        message.respond(JSON.stringify({ items: ids.map(personOf) }));
      },
    });
    // One is known; whoever else calls is registered.
    buses.identity.nats.subscribe(findPerson.subject, {
      callback: (_error, message) => {
        const { fiscalCode } = message.json<{ fiscalCode: string }>();
        const isIdentified = fiscalCode === knownCaller;
        message.respond(JSON.stringify({ person: isIdentified ? caller : null, isIdentified }));
      },
    });
    buses.identity.nats.subscribe(meetPerson.subject, {
      callback: (_error, message) => {
        const { fiscalCode } = message.json<{ fiscalCode: string }>();
        const person = fiscalCode === knownCaller ? caller : personOf(randomUUID());
        message.respond(JSON.stringify({ person, profileId: callersProfile }));
      },
    });
    return new World(service, buses);
  }

  async stop(): Promise<void> {
    for (const { nats } of Object.values(this.buses)) await nats.close();
    await this.service.stop();
  }

  ask<C extends Rpc>(contract: C, input: Asked<C>, actor: Actor): Promise<Output<C>> {
    return this.buses.gateway.call(contract, input, actor);
  }

  /** A desk to which Bianchi is enabled, and a service that it answers, with its form. */
  async offer(desk: Partial<DeskSettings> = {}, changes: Partial<ServiceSettings> = {}) {
    const { id: deskId } = await this.ask(putDesk, deskOf(desk), administrator);
    await this.enable(bianchi, deskId);
    const categoryId = randomUUID();
    await this.ask(
      putHelpCategory,
      { id: categoryId, organizationId: piedmont, name: text('Pago In Rete'), position: 3, version: 0 },
      administrator,
    );
    const serviceId = randomUUID();
    const settings: ServiceSettings = {
      ...{ id: serviceId, organizationId: piedmont, categoryId, version: 0, status: 'published' },
      group: text('Attività di configurazione del sistema', 'Configuration of the system'),
      name: text('Richiesta verifica conti correnti', 'Request to check current accounts'),
      intro: text('Per segnalare anomalie', 'To report anomalies'),
      ...{ audience: ['school_head', 'citizen'], routes: [{ kind: 'technical', deskId }] },
      ...changes,
    };
    await this.ask(putHelpService, settings, administrator);
    const { id: formId } = await this.ask(
      putHelpForm,
      { serviceId, id: randomUUID(), version: 0, definition: jsonOf(accounts) },
      administrator,
    );
    return { deskId, categoryId, serviceId, formId, settings };
  }

  send = (
    { serviceId, formId }: { serviceId: string; formId: string },
    actor: Actor,
    id: string = randomUUID(),
    details = 'Il conto corrente postale viene rifiutato',
  ) => this.ask(openTicket, { id, serviceId, formId, content: { details } }, actor);

  /** As identity says it, which has its own tests. */
  async enable({ personId, organizationId }: Actor, ...deskIds: string[]): Promise<void> {
    const { manager } = this.service.db;
    const known = await manager.findOneBy(OfficerCopy, { officerId: String(personId) });
    const subjects = [...(known?.subjects ?? []), ...deskIds.map((id) => ({ kind: 'desk' as const, id }))];
    await manager.save(OfficerCopy, {
      ...{ officerId: String(personId), organizationId: String(organizationId), officeId: null, officeName: null, role: 'officer' },
      ...{ isActive: true, subjects, absence: null, name: 'Elena Bianchi', version: (known?.version ?? 0) + 1 },
    });
  }

  /** Says a fact as another service does. @param times how often the same envelope is delivered */
  async say<E extends Event>(by: ServiceName, event: E, payload: Payload<E>, times = 1): Promise<void> {
    const { url, passwords } = this.service.nats;
    const bus = new Bus(await connectBus({ url, user: by, password: passwords[by] }));
    const row = { ...outboxRow(event, payload, new Date()), position: '0', publishedAt: null };
    const envelope: Envelope = envelopeOf(row, by);
    for (let i = 0; i < times; i++) await eventually(() => bus.nats.request(event.subject, JSON.stringify(envelope), { timeout: 5_000 }));
    await bus.nats.close();
  }
}

const personOf = (id: string) => ({
  ...{ id, mail: null, mobilePhone: null, language: 'it', profiles: [] },
  identity: {
    ...{ givenName: 'Maria', familyName: 'Rossi', fiscalCode: 'RSSMRA80A41L219Q', birthDate: null, birthPlace: null },
    ...{ birthState: null, sex: null },
  },
});

/** She wore last what she is at her school. */
const caller = {
  ...personOf(String(maria.personId)),
  profiles: [
    { id: String(maria.profileId), kind: 'school_head', onBehalfOf: 'Istituto Comprensivo Dimostrativo', comune: null },
    { id: callersProfile, kind: 'citizen', onBehalfOf: null, comune: null },
  ],
};

const jsonOf = (form: Form): Asked<typeof putHelpForm>['definition'] => JSON.parse(JSON.stringify(form));

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
