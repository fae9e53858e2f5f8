import { Controller } from '@nestjs/common';
import { filesLeft, sendFiles, wereSent } from '@sportello/casework/attachments';
import type { Input, Output } from '@sportello/contracts/contract';
import { observationsSent, refusalAnnounced } from '@sportello/contracts/practices/events';
import { announceRefusal, sendObservations } from '@sportello/contracts/practices/observations';
import { moveRefused, practiceNotFound } from '@sportello/contracts/practices/states';
import { idReused } from '@sportello/contracts/problems';
import { addDays, romeDate, romeInstant } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { accessAsOfficer, accessOwn } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { findOf } from '../practices/find-of.js';
import { keepMove } from '../practices/keep-move.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { observationsBy } from '../terms/term.js';
import { Observations } from './observations.entity.js';
import { ObservationsEnd } from './observations-end.js';

/** Before a refusal the applicant is told why and may object (PRA-73). */
@Controller()
export class ObservationsService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
    private readonly end: ObservationsEnd,
  ) {}

  @Handles(announceRefusal)
  async announce(
    { id, version, observationsId, reason, attachmentIds }: Input<typeof announceRefusal>,
    actor: Actor,
  ): Promise<Output<typeof announceRefusal>> {
    const unusedFiles = await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      const files = { ids: attachmentIds, purpose: 'amendment', sentWith: observationsId };
      const known = await findOf(tx, Observations, observationsId, practice);
      if (known && (known.reason !== reason || !(await wereSent(tx, accessed, files)))) throw new Problem(idReused);
      if (known) return filesLeft(tx, accessed, 'amendment');
      const now = new Date();
      await keepMove(tx, practice, procedure, practice.move('announce-refusal', version, procedure, mover, now, reason));
      const answerBy = observationsBy(romeDate(now));
      const { organizationId } = practice;
      const row = { id: observationsId, organizationId, practiceId: id, status: 'awaited' as const, reason, announcedAt: now, answerBy };
      await tx.insert(Observations, { ...row, text: null, sentAt: null });
      await sendFiles(tx, accessed, files, now);
      await publishFact(tx, refusalAnnounced, practice, now);
      await announce(tx, 'refusal-announced', { practice, procedure, at: now, quote: reason });
      this.end.afterCommit(tx, { id: observationsId, at: romeInstant(addDays(answerBy, 1)) });
      return filesLeft(tx, accessed, 'amendment');
    });
    return { ...(await this.reader.read(id, actor)), unusedFiles };
  }

  @Handles(sendObservations)
  async send(
    { id, version, observationsId, text, attachmentIds }: Input<typeof sendObservations>,
    actor: Actor,
  ): Promise<Output<typeof sendObservations>> {
    const unusedFiles = await this.db.transaction(async (tx) => {
      const accessed = await accessOwn(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      const observations = await findOf(tx, Observations, observationsId, practice);
      if (!observations) throw new Problem(practiceNotFound);
      const files = { ids: attachmentIds, purpose: 'amendment', sentWith: observationsId };
      if (observations.text === text && (await wereSent(tx, accessed, files))) return filesLeft(tx, accessed, 'amendment');
      const now = new Date();
      if (observations.status !== 'awaited' || romeDate(now) > observations.answerBy) throw new Problem(moveRefused, over);
      await keepMove(tx, practice, procedure, practice.move('send-observations', version, procedure, mover, now));
      await tx.save(Object.assign(observations, { status: 'sent', text, sentAt: now }));
      await sendFiles(tx, accessed, files, now);
      await publishFact(tx, observationsSent, practice, now);
      await announce(tx, 'observations-sent', { practice, procedure, at: now });
      return filesLeft(tx, accessed, 'amendment');
    });
    return { ...(await this.reader.read(id, actor)), unusedFiles };
  }
}

const over = {
  it: 'Il termine per inviare osservazioni è scaduto, oppure sono già state inviate: puoi scrivere un messaggio',
  en: 'The time for observations is over, or they have been sent already: you can write a message',
};
