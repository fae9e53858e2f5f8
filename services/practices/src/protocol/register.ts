import { takeNumber } from '@sportello/casework/numbers';
import { Passage } from '@sportello/casework/passage.entity';
import { newId } from '@sportello/contracts/id';
import { practiceAcquired, practiceRegistered } from '@sportello/contracts/practices/events';
import { directionOf, protocolEntryMade, type RegisteredKind } from '@sportello/contracts/practices/protocol';
import type { AnsweredRegistration } from '@sportello/contracts/practices/systems';
import { romeDate } from '@sportello/italy/rome-time';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { autoAssign } from '../assignment/auto-assign.js';
import type { RegistrationReceipts } from '../documents/receipts.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { findLine } from '../practices/moves.js';
import type { Practice } from '../practices/practice.entity.js';
import { indexPractice } from '../practices/practice-words.js';
import type { Procedure } from '../procedures/procedure.entity.js';
import { NotTaken } from '../systems/ask-system.js';
import { ProtocolEntry } from './entry.entity.js';
import type { Filing } from './filing.entity.js';
import type { Paper } from './papers.js';

/** What the register says of a document: its number, and the year that it belongs to. */
type Registered = Omit<AnsweredRegistration, 'key'>;

/**
 * The next number of the register kept here: seven digits by body and year, without a gap, since a transaction that fails gives its number back.
 * The year is that of Rome. The counter is locked before the clock is read, so that numbers and instants grow together.
 */
export async function nextOwn(tx: EntityManager, organizationId: string, clock: () => Date): Promise<Registered> {
  await lockRegister(tx, organizationId);
  const registeredAt = clock();
  const year = Number(romeDate(registeredAt).slice(0, 4));
  const prefix = `protocol ${organizationId} ${year} `;
  const number = (await takeNumber(tx, prefix)).slice(prefix.length);
  return { number, year, registeredAt };
}

/** Whoever writes into a body's register holds it until her transaction ends. */
export const lockRegister = (tx: EntityManager, organizationId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`protocol ${organizationId}`]);

interface Found {
  filing: Filing & { kind: RegisteredKind };
  practice: Practice;
  procedure: Procedure;
}

/** Writes an entry and what follows from it, in the caller's transaction. The practice is locked. */
export async function enter(
  tx: EntityManager,
  { filing, practice, procedure }: Found,
  papers: readonly Paper[],
  { number, year, registeredAt }: Registered,
  { register, receipts, now }: { register: ProtocolEntry['register']; receipts: RegistrationReceipts; now: Date },
): Promise<void> {
  const { id, kind, sourceId, organizationId } = filing;
  const direction = directionOf(kind);
  const documents = papers.map(({ name, sizeBytes, sha256 }) => ({ name, sizeBytes, sha256 }));
  const entry: ProtocolEntry = {
    id,
    organizationId,
    register,
    year,
    number,
    direction,
    kind,
    practiceId: practice.id,
    practiceNumber: practice.number,
    sourceId,
    procedureTitle: procedure.title,
    correspondent: practice.applicantName,
    registeredAt,
    documents,
  };
  // Two documents with one number: one of the two answers is wrong, and which one only the body can tell.
  if (register === 'external' && (await tx.existsBy(ProtocolEntry, { organizationId, register, year, number }))) {
    throw new NotTaken('invalid-answer', `${number}/${year}`);
  }
  await tx.insert(ProtocolEntry, entry);
  await publish(tx, protocolEntryMade, entryFact(entry, null));
  await indexPractice(tx, practice);
  if (kind !== 'request') return;
  Object.assign(practice, { protocolNumber: number, protocolAt: registeredAt });
  await moveToRegistered(tx, practice, procedure, now);
  await autoAssign(tx, practice, procedure, now);
  await tx.save(practice);
  await receipts.reserve(tx, practice, now);
}

/** A request that has its number is registered, unless the service no longer asks for it: then it goes on as it was. */
export async function moveToRegistered(tx: EntityManager, practice: Practice, procedure: Procedure, at: Date): Promise<void> {
  if (findLine('register', practice.situation(procedure), { side: 'system' }, at) instanceof Problem) return;
  const reason = `${practice.protocolNumber}/${romeDate(practice.protocolAt ?? at).slice(0, 4)}`;
  await tx.insert(Passage, practice.move('register', practice.version, procedure, { side: 'system' }, at, reason));
  await publishFact(tx, practiceRegistered, practice, at);
}

/** The office of destination has it: its way here has ended (PRA-51). */
export async function acquire(tx: EntityManager, practice: Practice, procedure: Procedure, at: Date): Promise<void> {
  if (findLine('acquire', practice.situation(procedure), { side: 'system' }, at) instanceof Problem) return;
  await tx.insert(Passage, practice.move('acquire', practice.version, procedure, { side: 'system' }, at));
  await tx.save(practice);
  await publishFact(tx, practiceAcquired, practice, at);
  await announce(tx, 'acquired', { practice, procedure, at });
}

export const entryFact = (
  { id: entryId, organizationId, register, year, number, direction, kind, practiceId, registeredAt, documents }: ProtocolEntry,
  annulledAt: Date | null,
) => ({
  entryId,
  organizationId,
  register,
  year,
  number,
  direction,
  kind,
  practiceId,
  registeredAt,
  documents: documents.map(({ sha256 }) => sha256),
  annulledAt,
  version: annulledAt === null ? 1 : 2,
});

/** A row for what is to be handed over. */
export const newFiling = (
  { id: practiceId, organizationId }: Pick<Practice, 'id' | 'organizationId'>,
  kind: Filing['kind'],
  sourceId: string,
  filedAt: Date,
): Omit<Filing, 'position'> => ({
  id: newId(filedAt.getTime()),
  organizationId,
  lane: kind === 'acquisition' ? 'destination' : 'protocol',
  practiceId,
  kind,
  sourceId,
  state: 'waiting',
  filedAt,
  attempts: 0,
  cause: null,
  detail: null,
  triedAt: null,
});
