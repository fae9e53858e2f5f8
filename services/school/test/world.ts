import { randomUUID } from 'node:crypto';
import type { Asked, Event, Output, Payload, Rpc } from '@sportello/contracts/contract';
import { describePeople } from '@sportello/contracts/identity/people';
import type { ImportKind } from '@sportello/contracts/school/imports';
import { putImport, tryImport } from '@sportello/contracts/school/imports';
import type { ServiceName } from '@sportello/contracts/topology';
import type { Actor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { type Envelope, envelopeOf, outboxRow } from '@sportello/messaging/events';
import { administrator, federica, giulia, marco } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { schoolService } from '../src/app.module.js';

/** Holder of Elettra and Tommaso. */
export const parent = federica;
export const otherParent = marco;
/** Holder of nobody. */
export const strangerParent = giulia;

const codes = new Map([
  [parent.personId, 'NREFRC80A41L219T'],
  [otherParent.personId, 'FRRMRC85S03A124K'],
  [strangerParent.personId, 'CNTGLI90L61L219P'],
]);

const childHeadings =
  'Codice alunno;Cognome;Nome;Codice fiscale;Data di nascita;Sesso;Comune di nascita;Provincia di nascita;Comune;CAP;Provincia;Indirizzo;Telefono;Stato;Codice fiscale intestatario;Intestatario;Modalità di pagamento;Domiciliazione fattura';
const childOf = (code: string, name: string, fiscalCode: string, holder: string) =>
  `${code};${name};${fiscalCode};12/04/2015;F;MILANO;MI;MAGENTA;20013;MI;VIA MILANO, n.89;02 9735 0000;aperto;${holder};NERI FEDERICA;Avviso pagoPA;Posta elettronica`;

/** What the management system of the Region brings in these tests. */
export const files = {
  schools: 'Codice scuola;Scuola\nMANZONI;Primaria Manzoni\nRODARI;Infanzia Rodari',
  services: 'Codice servizio;Servizio;Prepagato;Prezzo;Ora limite;Giorni prima\nMENSA;Refezione scolastica;sì;4,50;09:00;0',
  children: [
    childHeadings,
    childOf('A0002', 'BELLONI;ELETTRA', 'BLLLTR15D52F205Y', 'NREFRC80A41L219T'),
    childOf('A0004', 'BELLONI;TOMMASA', 'BLLTMS15D52F205L', 'NREFRC80A41L219T'),
    childOf('A0003', 'FERRERO;ALICE', 'FRRLCA15D52F205V', 'FRRMRC85S03A124K'),
  ].join('\n'),
  badges: 'Badge;Codice alunno\n000102;A0002\n000104;A0004\n000103;A0003',
  enrolments:
    'Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\nA0002;MENSA;14/09/2026;MANZONI;5B;11/06/2027;\nA0004;MENSA;14/09/2026;MANZONI;5B;11/06/2027;3,40\nA0003;MENSA;14/09/2026;RODARI;1A;;',
} satisfies Partial<Record<ImportKind, string>>;

/** The service as it runs, asked by the gateway's account; identity is a stand-in that speaks its contract. */
export class World {
  private constructor(
    readonly service: ServiceUnderTest,
    private readonly buses: Record<'gateway' | 'identity', Bus>,
  ) {}

  static async start(): Promise<World> {
    const service = await startService(schoolService);
    const { url, passwords } = service.nats;
    const as = async (user: ServiceName) => new Bus(await connectBus({ url, user, password: passwords[user] }));
    const buses = { gateway: await as('gateway'), identity: await as('identity') };
    buses.identity.nats.subscribe(describePeople.subject, {
      callback: (_error, message) => {
        const { ids } = message.json<{ ids: string[] }>();
        message.respond(JSON.stringify({ items: ids.flatMap(personOf) }));
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

  try = (kind: ImportKind, csv: string) => this.ask(tryImport, { kind, csv }, administrator);

  /** Tries a file, applies what the trial said, and waits until what follows from it is worked out. */
  async take(kind: ImportKind, csv: string): Promise<Output<typeof putImport>> {
    const { plan } = await this.try(kind, csv);
    const taken = await this.ask(putImport, { id: randomUUID(), kind, csv, plan }, administrator);
    await this.reckoned();
    return taken;
  }

  /** Nothing is to be worked out any more. */
  async reckoned(): Promise<void> {
    await eventually(async () => {
      if ((await this.service.db.query('select 1 from reckonings')).length > 0) throw new Error('charges are still worked out');
    });
  }

  /** Begins something while a statement of somebody else stands uncommitted, which is committed once the other waits for it. */
  async beside<T>(sql: string, parameters: unknown[], begin: () => Promise<T>): Promise<T> {
    const { db } = this.service;
    const { begun } = await db.transaction(async (tx) => {
      await tx.query(sql, parameters);
      const begun = begin();
      begun.catch(() => undefined);
      await eventually(async () => {
        const waiting: unknown[] = await db.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        if (waiting.length === 0) throw new Error('nobody waits');
      });
      return { begun };
    });
    return begun;
  }

  async takeAll(): Promise<void> {
    for (const [kind, csv] of Object.entries(files)) await this.take(kind as ImportKind, csv);
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

function personOf(id: string): unknown[] {
  const fiscalCode = codes.get(id);
  if (!fiscalCode) return [];
  const identity = {
    givenName: 'Federica',
    familyName: 'Neri',
    fiscalCode,
    birthDate: null,
    birthPlace: null,
    birthState: null,
    sex: null,
  };
  return [{ id, identity, mail: null, mobilePhone: null, language: 'it', profiles: [] }];
}
