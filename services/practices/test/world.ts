import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Asked, Event, Output, Payload, Rpc } from '@sportello/contracts/contract';
import { rightsChanged, type Subject } from '@sportello/contracts/identity/officers';
import { organizationNamed } from '@sportello/contracts/identity/organizations';
import { describePeople, findPerson, meetPerson } from '@sportello/contracts/identity/people';
import { confirmUpload, prepareUpload } from '@sportello/contracts/practices/attachments';
import { completePractice, openPractice } from '@sportello/contracts/practices/drafts';
import { putForm } from '@sportello/contracts/practices/forms';
import { getPractice } from '@sportello/contracts/practices/practices';
import { putProcedure } from '@sportello/contracts/practices/procedures';
import { takePractice } from '@sportello/contracts/practices/queue';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import type { Actor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { type Envelope, envelopeOf, outboxRow } from '@sportello/messaging/events';
import { ForeignProblem } from '@sportello/messaging/problem';
import { administrator, anna, bianchi, dimostrativo, federica, ferrari, piedmont, stranger } from '@sportello/testing/people';
import { eventually, type NatsServer } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { z } from 'zod';
import { practicesService } from '../src/app.module.js';
import { answers, usersForm } from './form.js';

type Definition = Asked<typeof putForm>['definition'];
type Procedure = Asked<typeof putProcedure>;

const surnames: Record<string, [string, string]> = { [String(federica.personId)]: ['FEDERICA', 'NERI'] };

/** The service as it runs, asked by the gateway's account, with identity's answers from a stand-in that speaks its contract. */
export class World {
  private constructor(
    readonly service: ServiceUnderTest,
    private readonly gateway: Bus,
    private readonly identity: Bus,
    /** Signs marks: replicas have the same. */
    readonly signingKey: string,
  ) {}

  /**
   * @param environment what else the service is told
   * @param nats a bus of the test's own, which the test stops; else one that others had before
   */
  static async start(environment: Record<string, string> = {}, nats?: NatsServer): Promise<World> {
    const signingKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    const service = await startService(practicesService, { SIGNING_KEY: signingKey, ...environment }, nats);
    const { url, passwords } = service.nats;
    const gateway = new Bus(await connectBus({ url, user: 'gateway', password: passwords.gateway }));
    const identity = new Bus(await connectBus({ url, user: 'identity', password: passwords.identity }));
    identity.nats.subscribe(describePeople.subject, {
      callback: (_error, message) => {
        const { ids } = message.json<{ ids: string[] }>();
        message.respond(
          JSON.stringify({ items: ids.map((id) => [...world.citizens.values()].find((one) => one.id === id) ?? personOf(id)) }),
        );
      },
    });
    identity.nats.subscribe(findPerson.subject, {
      callback: (_error, message) => {
        const { fiscalCode } = message.json<{ fiscalCode: string }>();
        message.respond(JSON.stringify({ person: world.citizens.get(fiscalCode) ?? null, isIdentified: false }));
      },
    });
    identity.nats.subscribe(meetPerson.subject, {
      callback: (_error, message) => {
        const { fiscalCode, newcomer } = message.json<Asked<typeof meetPerson>>();
        const person =
          world.citizens.get(fiscalCode) ?? world.known({ ...personOf(randomUUID()), ...newcomer }, { fiscalCode, ...newcomer });
        message.respond(JSON.stringify({ person, profileId: profileOf(person.id) }));
      },
    });
    const world = new World(service, gateway, identity, signingKey);
    await world.name(piedmont, 'Regione Piemonte');
    await world.name(dimostrativo, 'Comune Dimostrativo');
    return world;
  }

  /** Whom identity knows by the fiscal code that was typed at a desk. */
  readonly citizens = new Map<string, Described>();

  known(person: Described, identity: Partial<Described['identity']>): Described {
    const known = { ...person, identity: { ...person.identity, ...identity } };
    this.citizens.set(known.identity.fiscalCode, known);
    return known;
  }

  async stop(): Promise<void> {
    await this.gateway.nats.close();
    await this.identity.nats.close();
    await this.service.stop();
  }

  ask<C extends Rpc>(contract: C, input: Asked<C>, actor: Actor): Promise<Output<C>> {
    return this.gateway.call(contract, input, actor);
  }

  /** Gives a command as a page does that shows the practice as it is now. */
  async move<C extends Rpc>(contract: C, input: Omit<Asked<C>, 'version'> & { id: string }, actor: Actor): Promise<Output<C>> {
    const { version } = await this.ask(getPractice, { id: input.id }, actor);
    return this.ask(contract, { ...input, version } as Asked<C>, actor);
  }

  /** Says a fact as identity does. @param times how often the same envelope is delivered */
  async say<E extends Event>(event: E, payload: Payload<E>, times = 1): Promise<void> {
    const row = { ...outboxRow(event, payload, new Date()), position: '0', publishedAt: null };
    const envelope: Envelope = envelopeOf(row, 'identity');
    // The stream acknowledges; right after the start it may not be there yet.
    const deliver = () => this.identity.nats.request(event.subject, JSON.stringify(envelope), { timeout: 5_000 });
    for (let i = 0; i < times; i++) await eventually(deliver);
    await eventually(async () => {
      const seen = await this.service.db.query('select 1 from inbox where event_id = $1', [envelope.id]);
      expect(seen).toHaveLength(1);
    });
  }

  name = (organizationId: string, name: string, version = 1) => this.say(organizationNamed, { organizationId, name, version });

  private readonly rights = new Map<string, { subjects: Subject[]; version: number }>();

  /** Gives an officer one procedure more that she may work. */
  async enable(officer: Actor, procedureId: string, office: { id: string; name: string } | null = null): Promise<void> {
    const before = this.rights.get(String(officer.personId)) ?? { subjects: [], version: 0 };
    const subjects = [...before.subjects, { kind: 'procedure' as const, id: procedureId }];
    const version = before.version + 1;
    this.rights.set(String(officer.personId), { subjects, version });
    await this.say(rightsChanged, {
      officerId: String(officer.personId),
      organizationId: String(officer.organizationId),
      officeId: office?.id ?? null,
      officeName: office?.name ?? null,
      role: 'officer',
      subjects,
      isActive: true,
      name: `OPERATORE ${officer.personId?.slice(-3)}`,
      version,
    });
  }

  /** A procedure whose practices are only forwarded: no door offers it as long as nothing here forwards. */
  async forwarding(): Promise<string> {
    const id = await this.procedure();
    await this.service.db.query(`update procedures set settings = settings || '{"workflow": "forward"}' where id = $1`, [id]);
    return id;
  }

  /** A published procedure with a form, worked by Bianchi and Ferrari; the stranger works one of her own body. */
  async procedure(changes: Partial<Procedure> = {}, form: object = usersForm): Promise<string> {
    const id = randomUUID();
    await this.ask(putProcedure, { ...procedureInput(id), ...changes }, administrator);
    await this.ask(putForm, { procedureId: id, id: randomUUID(), version: 0, definition: form as Definition }, administrator);
    await Promise.all([bianchi, ferrari, stranger].map((officer) => this.enable(officer, id)));
    return id;
  }

  async draft(procedureId: string, by: Actor = federica, content: object = answers): Promise<string> {
    const id = randomUUID();
    await this.ask(openPractice, { id, procedureId, content: content as Definition }, by);
    return id;
  }

  async ready(procedureId: string, by: Actor = federica, content: object = answers): Promise<string> {
    const id = await this.draft(procedureId, by, content);
    await this.move(completePractice, { id }, by);
    return id;
  }

  async sent(procedureId: string, by: Actor = federica, content: object = answers): Promise<string> {
    const id = await this.ready(procedureId, by, content);
    await this.move(submitPractice, { id }, by);
    return id;
  }

  async taken(procedureId: string, officer: Actor = bianchi): Promise<string> {
    const id = await this.sent(procedureId);
    await this.move(takePractice, { id }, officer);
    return id;
  }

  /** What the gateway does when somebody uploads a file: asks, stores, confirms. The bytes do not matter to the rules. */
  async prepare(id: string, by: Actor, purpose: Asked<typeof prepareUpload>['purpose'], fieldKey: string | null = null) {
    const attachmentId = randomUUID();
    return { attachmentId, ...(await this.ask(prepareUpload, { id, attachmentId, purpose, fieldKey }, by)) };
  }

  /** Notes a file as stored that nobody has sent. */
  async attach(id: string, by: Actor, purpose: Asked<typeof prepareUpload>['purpose'], fieldKey: string | null = null): Promise<string> {
    const { attachmentId, key } = await this.prepare(id, by, purpose, fieldKey);
    const file = { name: 'file.pdf', type: 'application/pdf', sizeBytes: 10, sha256: 'e'.repeat(64) };
    await this.ask(confirmUpload, { id, attachmentId, purpose, fieldKey, key, ...file }, by);
    return attachmentId;
  }
}

export function procedureInput(id: string): Procedure {
  return {
    id,
    version: 0,
    organizationId: piedmont,
    code: `SERV06_${id.slice(0, 8).toUpperCase()}`,
    title: { it: 'Utenti Servizi 06', en: 'Users of Services 06' },
    subtitle: { it: 'Sistema Integrato di gestione Servizi 06', en: 'Integrated system of Services 06' },
    category: 'education',
    status: 'published',
    audience: ['mayor'],
    opensAt: null,
    closesAt: null,
    settings: { requiresConfirmation: true },
    contacts: { it: 'Assistenza: 011 0824108', en: 'Help desk: 011 0824108' },
  };
}

/** The problem that an answer was, to be held against what is expected. */
export async function refusal(asking: Promise<unknown>): Promise<ForeignProblem['received']> {
  try {
    await asking;
  } catch (error) {
    if (error instanceof ForeignProblem) return error.received;
    throw error;
  }
  throw new Error('it was not refused');
}

type Described = z.input<typeof describePeople.output>['items'][number];

/** The profile in which identity answers that somebody is a citizen. */
export const profileOf = (personId: string): string => `${personId.slice(0, -3)}${personId.endsWith('fff') ? 'ffe' : 'fff'}`;

export function personOf(id: string): Described {
  const [givenName, familyName] = surnames[id] ?? ['MARIO', `ÀLBERTI ${id.slice(-3)}`];
  const identity = {
    givenName,
    familyName,
    fiscalCode: `RSSMRA80A01H5${id.slice(-3).toUpperCase()}`,
    birthDate: '1980-01-01',
    birthPlace: 'Roma',
    birthState: 'Italia',
    sex: 'F' as const,
  };
  const profiles =
    id === anna.personId ? [{ id: String(anna.profileId), kind: 'mayor' as const, onBehalfOf: 'Comune di Torino', comune: '001272' }] : [];
  return { id, identity, mail: null, mobilePhone: null, language: 'it', profiles };
}
