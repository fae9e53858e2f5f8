import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getPractice, listOwnPractices, starPractice, unstarPractice } from '@sportello/contracts/practices/practices';
import { addDays, romeInstant } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Procedure } from '../procedures/procedure.entity.js';
import { access, applicantOf } from './access.js';
import { movesNow } from './moves.js';
import { Practice } from './practice.entity.js';
import { PracticeReader } from './practice-reader.js';
import { Star } from './star.entity.js';

type OwnRow = Practice & { procedure: Procedure; isImportant: boolean };

const lastChangedFirst = descending<OwnRow>([byInstant('p.changedAt', ({ changedAt }) => changedAt)], 'p.id');

/** What is read of practices, by those whose they are. */
@Controller()
export class PracticesService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
  ) {}

  @Handles(getPractice)
  get({ id }: Input<typeof getPractice>, actor: Actor): Promise<Output<typeof getPractice>> {
    return this.reader.read(id, actor);
  }

  @Handles(listOwnPractices)
  async listOwn(input: Input<typeof listOwnPractices>, actor: Actor): Promise<Output<typeof listOwnPractices>> {
    const { personId, profileId } = applicantOf(actor);
    const { tab, number, procedureId, clickDayId, status, createdFrom, createdTo } = input;
    const query = this.db
      .createQueryBuilder(Practice, 'p')
      .innerJoinAndMapOne('p.procedure', Procedure, 'r', 'r.id = p.procedureId')
      .leftJoinAndMapOne('p.isImportant', Star, 's', 's.practiceId = p.id and s.readerId = p.applicantId')
      .where("p.applicantId = :personId and p.profileId = :profileId and p.status <> 'deleted'", { personId, profileId });
    if (tab === 'in-progress') query.andWhere('p.submittedAt is null');
    if (tab === 'sent') query.andWhere('p.submittedAt is not null');
    if (tab === 'important') query.andWhere('s.readerId is not null');
    if (number) query.andWhere('p.number ilike :number', { number: `%${literally(number)}%` });
    if (procedureId) query.andWhere('p.procedureId = :procedureId', { procedureId });
    if (clickDayId) query.andWhere('r.clickDayId = :clickDayId', { clickDayId });
    if (status) query.andWhere('p.status = :status', { status });
    if (createdFrom) query.andWhere('p.createdAt >= :from', { from: romeInstant(createdFrom) });
    if (createdTo) query.andWhere('p.createdAt < :to', { to: romeInstant(addDays(createdTo, 1)) });
    const page = await lastChangedFirst.pageOf(query as SelectQueryBuilder<OwnRow>, input);
    const now = new Date();
    return { ...page, items: page.items.map((row) => ownRow(row, personId, now)) };
  }

  @Handles(starPractice)
  async star({ id }: Input<typeof starPractice>, actor: Actor): Promise<Output<typeof starPractice>> {
    await this.db.transaction(async (tx) => {
      const { practice, mover } = await access(tx, id, actor, 'read');
      const star = { readerId: mover.id, practiceId: id, organizationId: practice.organizationId, markedAt: new Date() };
      await tx.createQueryBuilder().insert().into(Star).values(star).orIgnore().execute();
    });
    return { isImportant: true };
  }

  @Handles(unstarPractice)
  async unstar({ id }: Input<typeof unstarPractice>, actor: Actor): Promise<Output<typeof unstarPractice>> {
    await this.db.transaction(async (tx) => {
      const { practice, mover } = await access(tx, id, actor, 'read');
      await tx.delete(Star, { readerId: mover.id, practiceId: id, organizationId: practice.organizationId });
    });
    return { isImportant: false };
  }
}

const literally = (words: string) => words.replace(/\0/g, '').replace(/[\\%_]/g, '\\$&');

function ownRow(row: OwnRow, personId: string, now: Date): Output<typeof listOwnPractices>['items'][number] {
  const mover = { side: 'applicant', id: personId, name: row.applicantName } as const;
  return {
    ...row,
    procedureTitle: row.procedure.title,
    isImportant: Boolean(row.isImportant),
    moves: movesNow(row.situation(row.procedure), mover, now),
  };
}
