import { Controller } from '@nestjs/common';
import { filesLeft, sendFiles, wereSent } from '@sportello/casework/attachments';
import { Passage } from '@sportello/casework/passage.entity';
import type { Event, Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { opinionAsked, opinionDropped, opinionGiven } from '@sportello/contracts/practices/events';
import {
  askOpinion,
  dropOpinion,
  giveOpinion,
  listOpinionOffices,
  listOpinions,
  officeNotOffered,
} from '@sportello/contracts/practices/opinions';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { idReused } from '@sportello/contracts/problems';
import { officerOf } from '@sportello/directory/officers';
import { rolled } from '@sportello/italy/counted-days';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager, IsNull, type SelectQueryBuilder } from 'typeorm';
import { type Accessed, accessAsOfficer } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { findOf } from '../practices/find-of.js';
import type { News } from '../practices/news.js';
import { opinionStatus } from '../practices/opinion-status.js';
import { isAmong, Practice } from '../practices/practice.entity.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { answerable } from '../terms/term.js';
import { accessAsAsked } from './asked-office.js';
import { Opinion } from './opinion.entity.js';

type ListedOpinion = Opinion & { practice: Practice; procedure: Procedure };

const newestFirst = descending<ListedOpinion>([byInstant('q.askedAt', ({ askedAt }) => askedAt)], 'q.id');

/** Another office is asked for its opinion, which moves no state; when it does not come in time it is decided without (PRA-74). */
@Controller()
export class OpinionsService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
  ) {}

  @Handles(listOpinionOffices)
  async offices({ id }: Input<typeof listOpinionOffices>, actor: Actor): Promise<Output<typeof listOpinionOffices>> {
    const { manager } = this.db;
    const { organizationId, officer } = await accessAsOfficer(manager, id, actor, 'read');
    return {
      items: await manager.query(
        `select office_id id, min(office_name) name from officer_copies
         where organization_id = $1 and office_id is not null and office_name is not null and is_active and role in ('officer', 'manager')
           and office_id is distinct from $2
         group by office_id order by min(office_name), office_id limit 500`,
        [organizationId, officer.officeId],
      ),
    };
  }

  /** The same again answers the first. */
  @Handles(askOpinion)
  async ask(input: Input<typeof askOpinion>, actor: Actor): Promise<Output<typeof askOpinion>> {
    const { id, version, opinionId, officeId, question, days, attachmentIds } = input;
    const unusedFiles = await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, organizationId, officer, mover } = accessed;
      const files = { ids: attachmentIds, purpose: 'opinion', sentWith: opinionId };
      const known = await findOf(tx, Opinion, opinionId, practice);
      if (known && (known.question !== question || known.officeId !== officeId || !(await wereSent(tx, accessed, files))))
        throw new Problem(idReused);
      if (known) return filesLeft(tx, accessed, 'opinion');
      const now = new Date();
      const members = officeId === officer.officeId ? [] : await officersOf(tx, organizationId, officeId);
      const passage = practice.move('ask-opinion', version, procedure, mover, now, members[0]?.officeName ?? '');
      if (!members[0]) throw new Problem(officeNotOffered);
      const answerBy = rolled(addDays(romeDate(now), days));
      const asked = {
        organizationId,
        practiceId: id,
        officeId,
        officeName: members[0].officeName,
        askedByName: officer.name,
        askedAt: now,
      };
      const unanswered = { answerId: newId(), stance: null, text: null, givenByName: null, givenAt: null, droppedAt: null };
      await tx.insert(Opinion, { id: opinionId, question, answerBy, ...asked, ...unanswered });
      await sendFiles(tx, accessed, files, now);
      await this.keep(tx, accessed, passage, opinionAsked, now);
      await this.tell(
        tx,
        'opinion-asked',
        accessed,
        members.map((member) => member.id),
        opinionId,
        now,
      );
      return filesLeft(tx, accessed, 'opinion');
    });
    return { ...(await this.reader.read(id, actor)), unusedFiles };
  }

  /** The same again answers the first. Whoever works the practice and was not asked is told so by the table of moves. */
  @Handles(giveOpinion)
  async give(input: Input<typeof giveOpinion>, actor: Actor): Promise<Output<typeof giveOpinion>> {
    const { id, version, opinionId, stance, text, attachmentIds } = input;
    const unusedFiles = await this.db.transaction(async (tx) => {
      const accessed = await askedOrOfficer(tx, id, actor);
      const { practice, procedure, officer } = accessed;
      const opinion = await findOf(tx, Opinion, opinionId, practice);
      const isHers = opinion !== null && opinion.officeId === officer.officeId && opinion.droppedAt === null;
      const files = { ids: attachmentIds, purpose: 'opinion', sentWith: opinion?.answerId ?? null };
      const isSame = isHers && opinion.stance === stance && opinion.text === text && (await wereSent(tx, accessed, files));
      if (isSame) return filesLeft(tx, accessed, 'opinion');
      const now = new Date();
      const mover = { ...accessed.mover, isAsked: isHers && opinion.givenAt === null };
      const passage = practice.move('give-opinion', version, procedure, mover, now, opinion?.officeName ?? null);
      if (!opinion) throw new Problem(practiceNotFound);
      await tx.save(Object.assign(opinion, { stance, text, givenByName: officer.name, givenAt: now }));
      await sendFiles(tx, accessed, files, now);
      await this.keep(tx, accessed, passage, opinionGiven, now);
      await this.tell(tx, 'opinion-given', accessed, practice.officerId === null ? [] : [practice.officerId], opinionId, now);
      return filesLeft(tx, accessed, 'opinion');
    });
    return { ...(await this.reader.read(id, actor)), unusedFiles };
  }

  /** The same again answers the first. */
  @Handles(dropOpinion)
  async drop({ id, version, opinionId }: Input<typeof dropOpinion>, actor: Actor): Promise<Output<typeof dropOpinion>> {
    await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, organizationId, mover } = accessed;
      const opinion = await findOf(tx, Opinion, opinionId, practice);
      if (opinion?.droppedAt) return;
      const now = new Date();
      const passage = practice.move('drop-opinion', version, procedure, mover, now, opinion?.officeName ?? null);
      if (!opinion || opinion.givenAt) throw new Problem(practiceNotFound);
      await tx.save(Object.assign(opinion, { droppedAt: now }));
      await this.keep(tx, accessed, passage, opinionDropped, now);
      const members = (await officersOf(tx, organizationId, opinion.officeId)).map((member) => member.id);
      await this.tell(tx, 'opinion-dropped', accessed, members, opinionId, now);
    });
    return this.reader.read(id, actor);
  }

  @Handles(listOpinions)
  async list({ isOpen, ...asked }: Input<typeof listOpinions>, actor: Actor): Promise<Output<typeof listOpinions>> {
    const { organizationId, officeId } = await officerOf(this.db.manager, actor, 'procedure');
    if (!officeId) return { items: [], next: null };
    const query = this.db
      .createQueryBuilder(Opinion, 'q')
      .innerJoinAndMapOne('q.practice', Practice, 'p', 'p.id = q.practiceId')
      .innerJoinAndMapOne('q.procedure', Procedure, 'r', 'r.id = p.procedureId')
      .where('q.officeId = :officeId and q.organizationId = :organizationId', { officeId, organizationId });
    const open = `q.givenAt is null and q.droppedAt is null and ${isAmong(answerable, 'p.status')}`;
    if (isOpen) query.andWhere(isOpen === 'yes' ? open : `not (${open})`);
    const page = await newestFirst.pageOf(query as SelectQueryBuilder<ListedOpinion>, asked);
    const now = new Date();
    return {
      ...page,
      items: page.items.map(({ practice, procedure, ...opinion }) => ({
        ...opinion,
        number: practice.number,
        procedureTitle: procedure.title,
        status: opinionStatus(opinion, practice.status, now),
      })),
    };
  }

  /** The passage, and until when opinions are awaited after it. */
  private async keep(
    tx: EntityManager,
    { practice }: Accessed,
    passage: ReturnType<Practice['move']>,
    fact: typeof opinionAsked & Event,
    now: Date,
  ): Promise<void> {
    const { id: practiceId, organizationId } = practice;
    await tx.insert(Passage, passage);
    const open = { practiceId, organizationId, givenAt: IsNull(), droppedAt: IsNull() };
    practice.opinionBy = await tx.findOne(Opinion, { where: open, order: { answerBy: 'DESC' } }).then((last) => last?.answerBy ?? null);
    await tx.save(practice);
    await publishFact(tx, fact, practice, now);
  }

  private async tell(
    tx: EntityManager,
    what: News,
    { practice, procedure, mover }: Accessed,
    persons: string[],
    about: string,
    now: Date,
  ): Promise<void> {
    const others = persons.filter((person) => person !== mover.id);
    if (others.length > 0) await announce(tx, what, { practice, procedure, at: now, persons: others, about });
  }
}

/** Active officers of an office, with what it is called. */
const officersOf = (tx: EntityManager, organizationId: string, officeId: string): Promise<{ id: string; officeName: string }[]> =>
  tx.query(
    `select officer_id id, office_name "officeName" from officer_copies
     where organization_id = $1 and office_id = $2 and office_name is not null and is_active and role in ('officer', 'manager')
     order by name, officer_id limit 200`,
    [organizationId, officeId],
  );

/** Whoever was asked, or else whoever works the practice: she is refused by name, and strangers find nothing. */
async function askedOrOfficer(tx: EntityManager, id: string, actor: Actor) {
  try {
    return await accessAsAsked(tx, id, actor);
  } catch (error) {
    if (!(error instanceof Problem) || error.problem !== practiceNotFound) throw error;
    return accessAsOfficer(tx, id, actor);
  }
}
