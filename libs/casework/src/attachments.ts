import { attachmentNotFound, type UnusedFile } from '@sportello/contracts/casework/attachments';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { Attachment } from './attachment.entity.js';
import { type Accessed, type Subject, sideOf } from './subject.js';

/** Files that go along with something. */
export interface Sending {
  ids: readonly string[];
  purpose: string;
  /** As a message; null for what a subject has once, as its outcome. */
  sentWith: string | null;
}

/**
 * Sends stored files of the actor along with something: from now on the other side sees them.
 * @throws Problem `attachmentNotFound` when one is not hers, not stored, or was sent before
 */
export async function sendFiles(tx: EntityManager, found: Accessed, { ids, purpose, sentWith }: Sending, now: Date): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const where = { ...leadingTo(found), addedBy: found.mover.id, purpose, state: 'stored' as const, id: In(wanted) };
  const files = await tx.find(Attachment, { where, lock: { mode: 'pessimistic_write' } });
  if (files.length < wanted.length || files.some(({ sentAt }) => sentAt)) throw new Problem(attachmentNotFound);
  for (const file of files) Object.assign(file, { ...ofSubject(found), sentAt: now, sentWith });
  await tx.save(files);
  return files;
}

/** What was sent along with something that never came about is unsent again, and the other side does not see it. */
export async function takeBackFiles(tx: EntityManager, subject: Subject, { purpose, sentWith }: Omit<Sending, 'ids'>): Promise<void> {
  await tx.update(Attachment, { ...ofSubject(subject), purpose, sentWith: sentWith ?? IsNull() }, { sentAt: null, sentWith: null });
}

/** Whether the actor's side sent just these files along with it: then the same command is said again. */
export async function wereSent(tx: EntityManager, found: Accessed, { ids, purpose, sentWith }: Sending): Promise<boolean> {
  const where = { ...leadingTo(found), purpose, side: sideOf(found.mover), sentWith: sentWith ?? IsNull(), sentAt: Not(IsNull()) };
  const sent = (await tx.findBy(Attachment, where)).map(({ id }) => id);
  return [...new Set(ids)].sort().join() === sent.sort().join();
}

/** What the actor added for a purpose and has not sent: the sweep takes it away after a day. */
export const filesLeft = (tx: EntityManager, found: Accessed, purpose: string): Promise<UnusedFile[]> =>
  tx.find(Attachment, {
    where: { ...leadingTo(found), addedBy: found.mover.id, purpose, state: 'stored', sentAt: IsNull() },
    select: { id: true, name: true },
    order: { addedAt: 'ASC' },
  });

/** The files that a subject is filled in with. */
export const filesOfForm = (tx: EntityManager, subject: Subject): Promise<Attachment[]> =>
  tx.find(Attachment, { where: { ...ofSubject(subject), purpose: 'form', state: 'stored' }, order: { addedAt: 'ASC', id: 'ASC' } });

/** Takes all files of a subject away, sent or not. */
export async function discardFiles(tx: EntityManager, subject: Subject): Promise<void> {
  await tx.update(Attachment, ofSubject(subject), { state: 'discarded' });
}

/** The same as `ofSubject`, with what led to it. */
export const leadingTo = ({ kind: subjectKind, id, organizationId, through = [] }: Accessed) => ({
  ...{ subjectKind, subjectId: In([id, ...through]), organizationId },
});

/** Whether a row is of a subject, or of what led to it. */
export const leadsTo = ({ kind, id, through = [] }: Accessed, row: { subjectKind: string; subjectId: string }): boolean =>
  row.subjectKind === kind && (row.subjectId === id || through.includes(row.subjectId));

/** The columns by which the rows of a subject are found. */
export const ofSubject = ({ kind: subjectKind, id: subjectId, organizationId }: Subject) => ({ subjectKind, subjectId, organizationId });
