/** The identity and practices services as the notifications service sees them: their answers and their events, on the real bus. */
import { randomUUID } from 'node:crypto';
import { headers, type Msg } from '@nats-io/transport-node';
import { type Event, type Language, type Output, type Rpc, serviceOf } from '@sportello/contracts/contract';
import { listRecipients, officerInvited } from '@sportello/contracts/identity/officers';
import { describePeople } from '@sportello/contracts/identity/people';
import { signInGuessed } from '@sportello/contracts/identity/security';
import { describePractice } from '@sportello/contracts/practices/practices';
import { practiceNotFound } from '@sportello/contracts/practices/states';
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

export type Described = Output<typeof describePractice>;

export const healthProcedure = '01890000-0000-7000-8000-00000000b001';
export const personOf = ({ personId }: Actor): string => personId ?? '';

export interface Neighbours {
  /** What the practices service knows. */
  practices: Map<string, Described>;
  /** What the identity service knows. */
  people: Map<string, { mail: string | null; language: Language }>;
  officers: { id: string; mail: string | null; language: Language }[];
  /** True: they answer that they cannot answer now. */
  isAway: boolean;
  /** A practice of Giulia that Bianchi has in charge, unless said otherwise. */
  practice(differing?: Partial<Described>): Described;
  /** Tells a fact; with an id of before, the same one again. */
  tell(
    event: Event,
    practice: Described,
    differing?: { id?: string; version?: number; at?: Date; from?: 'applicant' | 'office' },
  ): Promise<string>;
  /** Tells that somebody guessed at a password, an officer's where a body is named. @returns the event's id, to tell it again */
  tellGuesses(personId: string, organizationId: string | null, id?: string): Promise<string>;
  /** Tells that a body asks somebody to work for it. @returns the event's id, to tell it again */
  tellInvitation(personId: string, organizationName: string, id?: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startNeighbours({ url, passwords }: NatsServer): Promise<Neighbours> {
  const [identity, practices] = await Promise.all(
    (['identity', 'practices'] as const).map((user) => connectBus({ url, user, password: passwords[user] })),
  );
  if (!identity || !practices) throw new Error('The bus is away');
  await ensureStream(practices, 1);

  const answer = <C extends Rpc>(contract: C, given: Answer<C>) => {
    const connection = serviceOf(contract) === 'identity' ? identity : practices;
    const deal = async (message: Msg) => {
      const actor = JSON.parse(message.headers?.get(header.actor) ?? '') as Actor;
      const { body, problem } = await reply(contract, message.string(), actor, neighbours.isAway ? away : given);
      const marked = headers();
      if (problem !== undefined) marked.set(header.problem, String(problem));
      message.respond(body, { headers: marked });
    };
    connection.subscribe(contract.subject, { queue: serviceOf(contract), callback: (_error, message) => void deal(message) });
  };
  const tellOfPerson = async ({ subject }: Event, about: object, id: string = randomUUID()) => {
    const data = { ...about, at: new Date().toISOString() };
    identity.publish(subject, JSON.stringify({ specversion: '1.0', id, source: '/identity', data }));
    await identity.flush();
    return id;
  };
  let count = 0;
  const neighbours: Neighbours = {
    practices: new Map(),
    people: new Map([[personOf(giulia), { mail: 'giulia@example.it', language: 'it' }]]),
    officers: [
      { id: personOf(bianchi), mail: 'bianchi@regione.example', language: 'it' },
      { id: personOf(ferrari), mail: 'ferrari@regione.example', language: 'en' },
    ],
    isAway: false,
    practice: (differing = {}) => {
      count += 1;
      const practice: Described = {
        id: randomUUID(),
        number: `SALUTE_2026.${String(count).padStart(7, '0')}`,
        procedureId: healthProcedure,
        procedureTitle: { it: 'Contributo per le spese sanitarie', en: 'Help with health expenses' },
        organizationId: piedmont,
        organizationName: 'Regione Piemonte',
        applicantId: personOf(giulia),
        officerId: personOf(bianchi),
        confirmationMail: null,
        submittedAt: new Date(),
        status: 'under_review',
        documents: [],
        ...differing,
      };
      neighbours.practices.set(practice.id, practice);
      return practice;
    },
    tell: async ({ subject }, practice, { id = randomUUID(), version = 3, at = new Date(), from } = {}) => {
      const { id: practiceId, organizationId, procedureId, applicantId, status } = practice;
      const data = { practiceId, organizationId, procedureId, applicantId, status, version, at: at.toISOString(), ...(from && { from }) };
      const envelope: Partial<Envelope> = { specversion: '1.0', id, source: '/practices', data };
      practices.publish(subject, JSON.stringify(envelope));
      await practices.flush();
      return id;
    },
    tellGuesses: (personId, organizationId, id) => tellOfPerson(signInGuessed, { personId, organizationId }, id),
    tellInvitation: (personId, organizationName, id) => tellOfPerson(officerInvited, { personId, organizationName }, id),
    stop: async () => {
      await Promise.all([identity.close(), practices.close()]);
    },
  };
  answer(describePractice, async ({ id }) => {
    const practice = neighbours.practices.get(id);
    if (!practice) throw new Problem(practiceNotFound);
    return practice;
  });
  answer(describePeople, async ({ ids }) => ({
    items: ids.flatMap((id) => {
      const person = neighbours.people.get(id);
      return person ? [{ id, identity: identityOf, mobilePhone: null, ...person }] : [];
    }),
  }));
  answer(listRecipients, async ({ organizationId, procedureId }) => ({
    items: organizationId === piedmont && procedureId === healthProcedure ? neighbours.officers : [],
  }));
  await Promise.all([identity.flush(), practices.flush()]);
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
