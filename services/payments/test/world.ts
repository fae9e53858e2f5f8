import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Asked, Event, Output, Payload, Rpc } from '@sportello/contracts/contract';
import { describePeople, findPerson } from '@sportello/contracts/identity/people';
import { putCreditor } from '@sportello/contracts/payments/creditors';
import { getPosition } from '@sportello/contracts/payments/positions';
import { paymentWanted } from '@sportello/contracts/practices/events';
import type { ServiceName } from '@sportello/contracts/topology';
import type { Actor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { type Envelope, envelopeOf, outboxRow } from '@sportello/messaging/events';
import { ForeignProblem } from '@sportello/messaging/problem';
import { administrator, federica, giulia, piedmont } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import type { z } from 'zod';
import { paymentsService } from '../src/app.module.js';
import type { Creditor } from '../src/creditors/creditor.entity.js';
import { Instalment } from '../src/positions/instalment.entity.js';
import type { ReceiptContent } from '../src/settlement/receipt.entity.js';
import { type Settled, settle } from '../src/settlement/settle.js';

export const settingsOf = (organizationId: string, changes: Partial<Asked<typeof putCreditor>> = {}): Asked<typeof putCreditor> => ({
  organizationId,
  fiscalCode: '77777777771',
  name: 'Regione Piemonte',
  officeName: null,
  contacts: null,
  brokerCode: '77777777777',
  stationId: '77777777777_01',
  segregationCode: '01',
  iban: 'IT60X0542811101000000123456',
  category: '9/0301126TS/',
  cbillCode: null,
  postal: null,
  namesBeneficiary: false,
  version: 0,
  ...changes,
});

/** The service as it runs, asked by the gateway's account; identity and practices are stand-ins that speak their contracts. */
export class World {
  private constructor(
    readonly service: ServiceUnderTest,
    private readonly buses: Record<'gateway' | 'identity' | 'practices' | 'school', Bus>,
  ) {}

  /** @param environment what the service is told besides */
  static async start(environment: Record<string, string> = {}): Promise<World> {
    const service = await startService(paymentsService, environment);
    const { url, passwords } = service.nats;
    const as = async (user: ServiceName) => new Bus(await connectBus({ url, user, password: passwords[user] }));
    const buses = {
      gateway: await as('gateway'),
      identity: await as('identity'),
      practices: await as('practices'),
      school: await as('school'),
    };
    buses.identity.nats.subscribe(describePeople.subject, {
      callback: (_error, message) => {
        const { ids } = message.json<{ ids: string[] }>();
        message.respond(JSON.stringify({ items: ids.map(personOf) }));
      },
    });
    buses.identity.nats.subscribe(findPerson.subject, {
      callback: (_error, message) => {
        const { fiscalCode } = message.json<{ fiscalCode: string }>();
        const found = [federica, giulia].map(({ personId }) => personOf(String(personId)));
        const person = found.find(({ id, identity }) => registered.has(id) && identity.fiscalCode === fiscalCode) ?? null;
        message.respond(JSON.stringify({ person, isIdentified: person !== null && registered.get(person.id) === 'digital-identity' }));
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

  /** Says a fact as another service does. @param times how often the same envelope is delivered */
  async say<E extends Event>(by: 'identity' | 'practices' | 'school', event: E, payload: Payload<E>, times = 1): Promise<void> {
    const row = { ...outboxRow(event, payload, new Date()), position: '0', publishedAt: null };
    const envelope: Envelope = envelopeOf(row, by);
    const deliver = () => this.buses[by].nats.request(event.subject, JSON.stringify(envelope), { timeout: 5_000 });
    for (let i = 0; i < times; i++) await eventually(deliver);
    await eventually(async () => {
      expect(await this.service.db.query('select 1 from inbox where event_id = $1', [envelope.id])).toHaveLength(1);
    });
  }

  /** Settings of the Region, as its administrator saves them. */
  creditor = (changes: Partial<Asked<typeof putCreditor>> = {}) => this.ask(putCreditor, settingsOf(piedmont, changes), administrator);

  /** A practice of Federica's wants this to be paid. */
  wanted = (changes: Partial<Payload<typeof paymentWanted>> = {}): Payload<typeof paymentWanted> => ({
    ...factOf(changes.positionId ?? randomUUID()),
    phase: 'request',
    reason: 'Tassa di concorso',
    amountCents: 1_000,
    payBy: null,
    ...changes,
  });

  /** The same, until its notice is there. */
  async open(changes: Partial<Payload<typeof paymentWanted>> = {}): Promise<{ positionId: string; instalment: Instalment }> {
    const fact = this.wanted(changes);
    await this.say('practices', paymentWanted, fact);
    return { positionId: fact.positionId, instalment: await this.opened(fact.positionId) };
  }

  opened = (positionId: string): Promise<Instalment> =>
    eventually(async () => {
      const instalment = await this.service.db.manager.findOneByOrFail(Instalment, { positionId });
      expect(instalment.state).toBe('open');
      return instalment;
    });

  read = (id: string, actor = federica) => this.ask(getPosition, { id }, actor);

  /** Takes a receipt as the listener does. */
  settle(
    content: ReceiptContent,
    receiver: Pick<Creditor, 'organizationId'> = { organizationId: piedmont },
    now = new Date(),
  ): Promise<Settled> {
    return this.service.db.transaction((tx) => settle(tx, receiver, content, Buffer.from('<receipt/>'), now));
  }

  published = (event: Event, positionId: string) =>
    this.service.published(event).then((all) => all.filter((payload) => payload['positionId'] === positionId));
}

export const factOf = (positionId: string) => ({
  positionId,
  practiceId: randomUUID(),
  organizationId: piedmont,
  procedureId: randomUUID(),
  applicantId: String(federica.personId),
  status: 'awaiting_payment' as const,
  version: 3,
  at: new Date('2026-11-02T09:00:00Z'),
});

/** A receipt of what is due. */
export function receiptOf(
  { noticeNumber, creditorFiscalCode, iuv, amountCents }: Instalment,
  changes: Partial<ReceiptContent> = {},
): ReceiptContent {
  const paid = changes.amountCents ?? amountCents;
  return {
    idPa: String(creditorFiscalCode),
    receiptId: randomUUID().replaceAll('-', ''),
    noticeNumber: String(noticeNumber),
    fiscalCode: String(creditorFiscalCode),
    iuv: String(iuv),
    amountCents: paid,
    description: 'Tassa di concorso',
    companyName: 'Regione Piemonte',
    officeName: null,
    debtor: { kind: 'F', code: 'NREFRC80A41L219T', fullName: 'Federica Neri' },
    payer: null,
    transfers: [
      { place: 1, amountCents: paid, fiscalCode: String(creditorFiscalCode), reason: 'x', category: '9/0301126TS/', stamp: null },
    ],
    pspId: 'ABI03069',
    pspName: 'Banca di prova',
    pspFiscalCode: null,
    pspVatNumber: null,
    channelId: 'channel',
    channel: 'WISP',
    method: 'creditCard',
    note: null,
    feeCents: 150,
    paidAt: '2026-11-03T10:00:00.000Z',
    appliedOn: '2026-11-03',
    transferredOn: '2026-11-04',
    isStandIn: false,
    primitive: 2,
    ...changes,
  };
}

/** Whom identity finds by her fiscal code, and who told it that code. */
export const registered = new Map<string, 'digital-identity' | 'herself'>([[String(federica.personId), 'digital-identity']]);

function personOf(id: string): z.input<typeof describePeople.output>['items'][number] {
  const born = { birthDate: '1980-01-01', birthPlace: 'Torino', birthState: 'Italia', sex: 'F' as const };
  const name =
    id === giulia.personId
      ? { givenName: 'GIULIA', familyName: 'CONTI', fiscalCode: 'CNTGLI90A41L219K' }
      : { givenName: 'FEDERICA', familyName: 'NERI', fiscalCode: 'NREFRC80A41L219T' };
  const identity = { ...name, ...born };
  return { id, identity, mail: 'federica.neri@example.org', mobilePhone: null, language: 'it', profiles: [] };
}

export async function refusal(asking: Promise<unknown>): Promise<ForeignProblem['received']> {
  try {
    await asking;
  } catch (error) {
    if (error instanceof ForeignProblem) return error.received;
    throw error;
  }
  throw new Error('it was not refused');
}
