import { Controller } from '@nestjs/common';
import { Passage } from '@sportello/casework/passage.entity';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  assigneeNotEnabled,
  assignPractice,
  listAssignees,
  releasePractice,
  takeOverPractice,
} from '@sportello/contracts/practices/assignments';
import { practiceAssigned, practiceReleased, practiceTakenOver } from '@sportello/contracts/practices/events';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { type Colleague, colleaguesOf, officesOf, substituteAmong } from '../assignment/colleagues.js';
import { type Accessed, accessAsOfficer } from '../practices/access.js';
import { announce, announceTo } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import type { Practice } from '../practices/practice.entity.js';
import { PracticeReader } from '../practices/practice-reader.js';

/** Practices change hands: nobody's absence stops one for ever (PRA-31 to PRA-35). */
@Controller()
export class AssignmentsService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
  ) {}

  @Handles(listAssignees)
  async assignees({ id }: Input<typeof listAssignees>, actor: Actor): Promise<Output<typeof listAssignees>> {
    const { manager } = this.db;
    const { practice } = await accessAsOfficer(manager, id, actor, 'read');
    const officers = await colleaguesOf(manager, practice);
    const today = romeDate(new Date());
    return {
      officers: officers.map((officer) => {
        const substitute = substituteAmong(officers, officer, today);
        return { ...officer, away: substitute && officer.absence ? { to: officer.absence.to, substituteName: substitute.name } : null };
      }),
      offices: officesOf(officers),
    };
  }

  @Handles(takeOverPractice)
  async takeOver({ id, version }: Input<typeof takeOverPractice>, actor: Actor): Promise<Output<typeof takeOverPractice>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, officer, mover } = await accessAsOfficer(tx, id, actor);
      const { officerId: before } = practice;
      if (before === officer.id && practice.version > version) return;
      const now = new Date();
      await tx.insert(Passage, practice.takeOver(officer, version, procedure, mover, now));
      await tx.save(practice);
      await publishFact(tx, practiceTakenOver, practice, now);
      await announceTo(tx, before, 'taken-over', { practice, procedure, at: now });
    });
    return this.reader.read(id, actor);
  }

  /** The same again answers the first. */
  @Handles(assignPractice)
  async assign({ id, version, to, assigneeId }: Input<typeof assignPractice>, actor: Actor): Promise<Output<typeof assignPractice>> {
    await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice } = accessed;
      const colleagues = await colleaguesOf(tx, practice);
      const named = colleagues.find((it) => (to === 'officer' ? it.id : it.officeId) === assigneeId);
      const chosen = to === 'officer' && named ? (substituteAmong(colleagues, named, romeDate(new Date())) ?? named) : named;
      const isSame =
        to === 'officer'
          ? practice.officerId === (chosen?.id ?? assigneeId)
          : practice.officerId === null && practice.officeId === assigneeId;
      if (isSame && practice.version > version) return;
      await (to === 'officer' ? this.toOfficer(tx, accessed, version, chosen) : this.toOffice(tx, accessed, version, chosen));
    });
    return this.reader.read(id, actor);
  }

  private async toOfficer(tx: EntityManager, accessed: Accessed, version: number, chosen: Colleague | undefined): Promise<void> {
    const { practice, procedure, mover } = accessed;
    const { status, officerId: before } = practice;
    const now = new Date();
    const passage = practice.assign(chosen ?? nobody, version, procedure, mover, now);
    if (!chosen) throw new Problem(assigneeNotEnabled);
    await tx.insert(Passage, passage);
    await tx.save(practice);
    await publishFact(tx, practiceAssigned, practice, now);
    if (practice.status !== status) await announce(tx, 'assigned', { practice, procedure, at: now, by: mover.id });
    await announceTo(tx, chosen.id, 'assigned-to-you', { practice, procedure, at: now }, mover.id);
    if (before !== chosen.id) await announceTo(tx, before, 'taken-over', { practice, procedure, at: now }, mover.id);
  }

  private async toOffice(tx: EntityManager, accessed: Accessed, version: number, chosen: Colleague | undefined): Promise<void> {
    const { practice, procedure, mover } = accessed;
    const { officerId: before } = practice;
    const now = new Date();
    const passage = practice.assignToOffice(chosen ?? nobody, version, procedure, mover, now);
    if (!chosen) throw new Problem(assigneeNotEnabled);
    await this.leave(tx, accessed, passage, now);
    await announceTo(tx, before, 'taken-over', { practice, procedure, at: now }, mover.id);
  }

  @Handles(releasePractice)
  async release({ id, version }: Input<typeof releasePractice>, actor: Actor): Promise<Output<typeof releasePractice>> {
    await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      if (practice.officerId === null && practice.version === version + 1 && (await wasReleasedBy(tx, practice, mover.id))) return;
      const now = new Date();
      await this.leave(tx, accessed, practice.release(version, procedure, mover, now), now);
    });
    return this.reader.read(id, actor);
  }

  /** Nobody is in charge any more: those who may take it are told, and the applicant where what she reads has changed. */
  private async leave(
    tx: EntityManager,
    { practice, procedure, mover }: Accessed,
    passage: ReturnType<Practice['release']>,
    now: Date,
  ): Promise<void> {
    await tx.insert(Passage, passage);
    await tx.save(practice);
    await publishFact(tx, practiceReleased, practice, now);
    const isSeen = passage.fromStatus !== passage.toStatus;
    await announce(tx, isSeen ? 'released' : 'back-in-queue', { practice, procedure, at: now, by: mover.id });
  }
}

const nobody: Colleague = { id: '', name: '', officeId: null, officeName: null, absence: null };

async function wasReleasedBy(tx: EntityManager, { id, organizationId }: Practice, officerId: string): Promise<boolean> {
  const last = await tx.findOne(Passage, { where: { subjectId: id, organizationId }, order: { id: 'DESC' } });
  return last?.move === 'release' && last.actorId === officerId;
}
