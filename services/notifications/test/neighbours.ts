/** The world as the notifications service sees it: services that announce, and the identity service's answers, on the real bus. */
import { randomUUID } from 'node:crypto';
import { headers, type Msg } from '@nats-io/transport-node';
import { type Language, type Payload, type Rpc, serviceOf } from '@sportello/contracts/contract';
import { issueLink } from '@sportello/contracts/identity/links';
import { listRecipients } from '@sportello/contracts/identity/officers';
import { describePeople } from '@sportello/contracts/identity/people';
import { type AnnouncedMessage, announced } from '@sportello/contracts/notifications/announcements';
import { unavailable } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { connectBus } from '@sportello/messaging/bus';
import type { Envelope } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { ensureStream } from '@sportello/messaging/relay';
import { type Answer, reply } from '@sportello/messaging/rpc';
import { header } from '@sportello/messaging/transport';
import { bianchi, ferrari, giulia, piedmont } from '@sportello/testing/people';
import type { NatsServer } from '@sportello/testing/servers';
import { z } from 'zod';

export type News = Payload<typeof announced>;

export const desk = '01890000-0000-7000-8000-00000000b001';
export const personOf = ({ personId }: Actor): string => personId ?? '';

export const toGiulia: AnnouncedMessage['audience'] = [{ kind: 'person', personId: personOf(giulia) }];
export const toOfficers: AnnouncedMessage['audience'] = [
  { kind: 'officers', organizationId: piedmont, subject: { kind: 'procedure', id: desk }, except: [] },
];

/** What a reader is told of a loan, in words of the library. */
export const toReader = (name: string, differing: Partial<AnnouncedMessage> = {}): AnnouncedMessage => ({
  audience: toGiulia,
  by: ['notice', 'mail'],
  place: 'portal',
  path: '/area-personale/prestiti',
  title: { it: `Prestito scaduto: ${name}`, en: `Loan overdue: ${name}` },
  body: { it: `Restituisci «${name}» o rinnova il prestito.`, en: `Return “${name}” or renew the loan.` },
  action: { it: 'Apri il prestito', en: 'Open the loan' },
  ...differing,
});

/** What the desk is told of it. */
export const toDesk = (name: string, differing: Partial<AnnouncedMessage> = {}): AnnouncedMessage => ({
  audience: toOfficers,
  by: ['notice', 'mail'],
  place: 'console',
  path: '/console/prestiti',
  title: { it: `Da sollecitare: ${name}`, en: `To be chased: ${name}` },
  body: { it: 'Un prestito è scaduto.', en: 'A loan is overdue.' },
  action: { it: 'Apri il prestito', en: 'Open the loan' },
  ...differing,
});

/** Words for several messages about loans. */
export const together = (name: string): NonNullable<AnnouncedMessage['together']> => ({
  ofOne: {
    title: { it: `{count} messaggi su ${name}`, en: `{count} messages about ${name}` },
    body: { it: `La biblioteca ti ha scritto {count} messaggi su ${name}.`, en: `The library has written {count} messages about ${name}.` },
    action: { it: 'Leggi i messaggi', en: 'Read the messages' },
  },
  ofMany: {
    title: { it: '{count} messaggi su {subjects} prestiti', en: '{count} messages about {subjects} loans' },
    body: { it: 'La biblioteca ti ha scritto {count} messaggi.', en: 'The library has written {count} messages.' },
    action: { it: 'Apri i prestiti', en: 'Open the loans' },
    path: '/area-personale/prestiti',
  },
  one: { it: `${name}: 1 messaggio`, en: `${name}: 1 message` },
  several: { it: `${name}: {count} messaggi`, en: `${name}: {count} messages` },
});

export interface Neighbours {
  /** What the identity service knows. */
  people: Map<string, { mail: string | null; language: Language }>;
  officers: { id: string; mail: string | null; language: Language }[];
  /** Where one-time links lead; those that are not here open nothing any more. */
  links: Map<string, string>;
  /** True: it answers that it cannot answer now. */
  isAway: boolean;
  /** News of a new loan, told to Giulia and to the officers of the desk, unless said otherwise. */
  news(differing?: Partial<News>): News;
  /** Announces it as the service of a library would. @param eventId the same one again, as a bus delivers twice */
  announce(news: News, eventId?: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startNeighbours({ url, passwords }: NatsServer): Promise<Neighbours> {
  const [identity, library] = await Promise.all(
    (['identity', 'practices'] as const).map((user) => connectBus({ url, user, password: passwords[user] })),
  );
  if (!identity || !library) throw new Error('The bus is away');
  await ensureStream(library, 1);

  const answer = <C extends Rpc>(contract: C, given: Answer<C>) => {
    const deal = async (message: Msg) => {
      const actor = JSON.parse(message.headers?.get(header.actor) ?? '') as Actor;
      const { body, problem } = await reply(contract, message.string(), actor, neighbours.isAway ? away : given);
      const marked = headers();
      if (problem !== undefined) marked.set(header.problem, String(problem));
      message.respond(body, { headers: marked });
    };
    identity.subscribe(contract.subject, { queue: serviceOf(contract), callback: (_error, message) => void deal(message) });
  };
  let count = 0;
  const neighbours: Neighbours = {
    people: new Map([[personOf(giulia), { mail: 'giulia@example.it', language: 'it' }]]),
    officers: [
      { id: personOf(bianchi), mail: 'bianchi@regione.example', language: 'it' },
      { id: personOf(ferrari), mail: 'ferrari@regione.example', language: 'en' },
    ],
    links: new Map(),
    isAway: false,
    news: (differing = {}) => {
      count += 1;
      const name = `Libro ${count}`;
      return {
        id: randomUUID(),
        at: new Date(),
        organizationId: piedmont,
        sender: 'Biblioteca civica',
        subject: { kind: 'loan', id: randomUUID() },
        topic: 'library.loan-overdue',
        messages: [toReader(name), toDesk(name)],
        documents: [],
        ...differing,
      };
    },
    announce: async (news, id = randomUUID()) => {
      const data = z.encode(announced.payload, news);
      const envelope: Partial<Envelope> = { specversion: '1.0', id, source: '/library', data };
      library.publish(announced.subject, JSON.stringify(envelope));
      await library.flush();
      return id;
    },
    stop: async () => {
      await Promise.all([identity.close(), library.close()]);
    },
  };
  answer(describePeople, async ({ ids }) => ({
    items: ids.flatMap((id) => {
      const person = neighbours.people.get(id);
      return person ? [{ id, identity: identityOf, mobilePhone: null, ...person }] : [];
    }),
  }));
  answer(issueLink, async ({ id }) => ({ path: neighbours.links.get(id) ?? null }));
  answer(listRecipients, async ({ organizationId, subject }) => ({
    items: organizationId === piedmont && subject.id === desk ? neighbours.officers : [],
  }));
  await identity.flush();
  return neighbours;
}

const away = () => Promise.reject(new Problem(unavailable));

const identityOf = {
  givenName: 'Giulia',
  familyName: 'Conti',
  fiscalCode: 'CNTGLI90A41L219K',
  birthDate: '1990-01-01',
  birthPlace: 'Torino',
  birthState: 'Italia',
  sex: 'F' as const,
};
