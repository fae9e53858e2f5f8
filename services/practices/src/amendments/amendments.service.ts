import { Controller } from '@nestjs/common';
import { filesLeft, sendFiles, wereSent } from '@sportello/casework/attachments';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import {
  acceptAmendment,
  answerAmendment,
  closeAmendment,
  refuseAmendment,
  requestAmendment,
} from '@sportello/contracts/practices/amendments';
import {
  amendmentAccepted,
  amendmentClosed,
  amendmentRefused,
  amendmentRequested,
  amendmentSubmitted,
} from '@sportello/contracts/practices/events';
import { moveRefused, practiceNotFound } from '@sportello/contracts/practices/states';
import { idReused } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { accessAsOfficer, accessOwn } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { findOf } from '../practices/find-of.js';
import { keepMove } from '../practices/keep-move.js';
import type { Practice } from '../practices/practice.entity.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { Handover } from '../protocol/handover.js';
import { Amendment } from './amendment.entity.js';

/** The dialogue about what is missing in a practice (PRA-39, PRA-40). */
@Controller()
export class AmendmentsService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
    private readonly handover: Handover,
  ) {}

  @Handles(requestAmendment)
  async request(input: Input<typeof requestAmendment>, actor: Actor): Promise<Output<typeof requestAmendment>> {
    const { id, version, amendmentId, attachmentIds } = input;
    const reason = plain(input.reason);
    const unusedFiles = await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      const files = { ids: attachmentIds, purpose: 'amendment', sentWith: amendmentId };
      const known = await findOf(tx, Amendment, amendmentId, practice);
      if (known && (known.reason !== reason || !(await wereSent(tx, accessed, files)))) throw new Problem(idReused);
      if (known) return filesLeft(tx, accessed, 'amendment');
      const now = new Date();
      await keepMove(tx, practice, procedure, practice.move('request-amendment', version, procedure, mover, now, reason));
      await this.ask(tx, practice, amendmentId, reason, now);
      await sendFiles(tx, accessed, files, now);
      await this.handover.file(tx, practice, procedure, 'amendment-request', amendmentId);
      await publishFact(tx, amendmentRequested, practice, now);
      await announce(tx, 'amendment-requested', { practice, procedure, at: now, quote: reason });
      return filesLeft(tx, accessed, 'amendment');
    });
    return { ...(await this.reader.read(id, actor)), unusedFiles };
  }

  @Handles(answerAmendment)
  async answer(
    { id, version, amendmentId, text, attachmentIds }: Input<typeof answerAmendment>,
    actor: Actor,
  ): Promise<Output<typeof answerAmendment>> {
    const unusedFiles = await this.db.transaction(async (tx) => {
      const accessed = await accessOwn(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      const amendment = await getAmendment(tx, amendmentId, practice);
      const answer = plain(text);
      const files = { ids: attachmentIds, purpose: 'amendment', sentWith: amendmentId };
      if (amendment.answeredAt && amendment.answer === answer && (await wereSent(tx, accessed, files)))
        return filesLeft(tx, accessed, 'amendment');
      if (amendment.status !== 'open') throw new Problem(moveRefused, settled);
      const now = new Date();
      await keepMove(tx, practice, procedure, practice.move('answer-amendment', version, procedure, mover, now));
      await tx.save(Object.assign(amendment, { status: 'answered', answer, answeredAt: now }));
      await sendFiles(tx, accessed, files, now);
      await this.handover.file(tx, practice, procedure, 'amendment-answer', amendmentId);
      await publishFact(tx, amendmentSubmitted, practice, now);
      await announce(tx, 'amendment-submitted', { practice, procedure, at: now });
      return filesLeft(tx, accessed, 'amendment');
    });
    return { ...(await this.reader.read(id, actor)), unusedFiles };
  }

  @Handles(acceptAmendment)
  async accept({ id, version, amendmentId }: Input<typeof acceptAmendment>, actor: Actor): Promise<Output<typeof acceptAmendment>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, mover } = await accessAsOfficer(tx, id, actor);
      const amendment = await getAmendment(tx, amendmentId, practice);
      if (amendment.status === 'accepted') return;
      if (amendment.status === 'refused') throw new Problem(moveRefused, settled);
      const now = new Date();
      await keepMove(tx, practice, procedure, practice.move('accept-amendment', version, procedure, mover, now));
      await tx.save(Object.assign(amendment, { status: 'accepted', judgedAt: now }));
      await publishFact(tx, amendmentAccepted, practice, now);
      await announce(tx, 'amendment-accepted', { practice, procedure, at: now });
    });
    return this.reader.read(id, actor);
  }

  /** What was answered stays; a new request with the reason of the refusal waits for the next answer. */
  @Handles(refuseAmendment)
  async refuse({ id, version, amendmentId, reason }: Input<typeof refuseAmendment>, actor: Actor): Promise<Output<typeof refuseAmendment>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, mover } = await accessAsOfficer(tx, id, actor);
      const amendment = await getAmendment(tx, amendmentId, practice);
      const refusalReason = plain(reason);
      if (amendment.status === 'refused' && amendment.refusalReason === refusalReason) return;
      if (amendment.judgedAt) throw new Problem(moveRefused, settled);
      const now = new Date();
      await keepMove(tx, practice, procedure, practice.move('refuse-amendment', version, procedure, mover, now, refusalReason));
      await tx.save(Object.assign(amendment, { status: 'refused', refusalReason, judgedAt: now }));
      const next = newId();
      await this.ask(tx, practice, next, refusalReason, now);
      await this.handover.file(tx, practice, procedure, 'amendment-request', next);
      await publishFact(tx, amendmentRefused, practice, now);
      await announce(tx, 'amendment-refused', { practice, procedure, at: now, quote: refusalReason });
    });
    return this.reader.read(id, actor);
  }

  /** The office goes on without the answer. */
  @Handles(closeAmendment)
  async close({ id, version, amendmentId, reason }: Input<typeof closeAmendment>, actor: Actor): Promise<Output<typeof closeAmendment>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, mover } = await accessAsOfficer(tx, id, actor);
      const amendment = await getAmendment(tx, amendmentId, practice);
      if (amendment.status === 'closed' && practice.version === version + 1) return;
      if (amendment.status !== 'open') throw new Problem(moveRefused, settled);
      const now = new Date();
      await keepMove(tx, practice, procedure, practice.move('close-amendment', version, procedure, mover, now, reason));
      await tx.save(Object.assign(amendment, { status: 'closed', judgedAt: now }));
      await publishFact(tx, amendmentClosed, practice, now);
      await announce(tx, 'amendment-closed', { practice, procedure, at: now, quote: reason });
    });
    return this.reader.read(id, actor);
  }

  private async ask(
    tx: EntityManager,
    { id: practiceId, organizationId }: Practice,
    id: string,
    reason: string,
    askedAt: Date,
  ): Promise<void> {
    const empty = { answer: null, answeredAt: null, refusalReason: null, judgedAt: null };
    await tx.insert(Amendment, { id, organizationId, practiceId, status: 'open', reason, askedAt, ...empty });
  }
}

async function getAmendment(tx: EntityManager, id: string, practice: Practice): Promise<Amendment> {
  const amendment = await findOf(tx, Amendment, id, practice);
  if (!amendment) throw new Problem(practiceNotFound);
  return amendment;
}

/** PostgreSQL keeps no NUL in texts. */
const plain = (text: string) => text.replaceAll('\0', '');

const settled = {
  it: 'Questa richiesta di integrazioni ha già avuto una risposta: ricarica la pagina per vedere lo stato attuale',
  en: 'This request of additions has been settled already: reload the page to see the current state',
};
