/** A service of a test: people announce a visit to an office, and both sides prepare it. Nothing of it knows practices. */
import { Controller, Injectable } from '@nestjs/common';
import { attachmentsOf } from '@sportello/contracts/casework/attachments';
import type { Followed } from '@sportello/contracts/casework/followed';
import { messagesOf } from '@sportello/contracts/casework/messages';
import { passageOf as passageShape } from '@sportello/contracts/casework/passages';
import { event, Id, type Input, type Output, problem, rpc } from '@sportello/contracts/contract';
import type { ServiceName } from '@sportello/contracts/topology';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import type { ServiceDefinition } from '@sportello/service/definition';
import { Column, DataSource, Entity, type EntityManager, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { attachmentDoors, fileProviders } from '../src/attachment-doors.js';
import { FilesConfig } from '../src/config.js';
import { historyOf } from '../src/history.js';
import type { Message } from '../src/message.entity.js';
import { messageDoors } from '../src/message-doors.js';
import { takeNumber } from '../src/numbers.js';
import { Passage, passageOf } from '../src/passage.entity.js';
import { caseworkEntities, caseworkMigrations } from '../src/schema.js';
import type { Accessed } from '../src/subject.js';
import { type Limits, Subjects } from '../src/subjects.js';

const VisitStatus = z.enum(['announced', 'over']);
const visitId = Id.describe('The visit');
const words = { it: 'Visita', en: 'Visit' };
const visitNotFound = problem(404, 'visit-not-found', 'Visita non trovata', 'No such visit', words);
const visitOver = problem(409, 'visit-over', 'La visita è conclusa', 'The visit is over', words);

const visit = {
  at: 'visits',
  kind: 'visits',
  name: 'a visit',
  id: visitId,
  notFound: visitNotFound,
  may: { read: 'account:read', writeTo: 'account:read', work: 'officers:read' },
} as const satisfies Followed;

export const attachments = attachmentsOf(visit, {
  purposes: ['form', 'message'],
  refusals: { adding: [visitOver], removing: [visitOver] },
});
export const messages = messagesOf(visit, { Attachment: attachments.Attachment, refusals: [visitOver] });

export const announceVisit = rpc({
  subject: 'rpc.visits.announce.v1',
  permission: 'account:read',
  summary: 'Announces a visit',
  input: z.strictObject({ id: visitId, organizationId: Id }),
  output: z.object({ number: z.string() }),
});
export const endVisit = rpc({
  subject: 'rpc.visits.end.v1',
  permission: 'officers:read',
  summary: 'Ends a visit',
  input: z.strictObject({ id: visitId, reason: z.string() }),
  output: z.object({}),
  problems: [visitNotFound],
});
export const getVisit = rpc({
  subject: 'rpc.visits.get.v1',
  permission: 'account:read',
  summary: 'Reads a visit with its history',
  input: z.strictObject({ id: visitId }),
  output: z.object({ number: z.string(), history: z.array(passageShape(VisitStatus, 'announced')) }),
  problems: [visitNotFound],
});
export const visitWritten = event(
  'events.visits.written.v1',
  'Somebody wrote about a visit',
  z.object({ visitId, kind: z.enum(['message', 'note']), from: messages.Message.shape.from }),
);

@Entity('visits')
class Visit {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') visitorId!: string;
  @Column('text') number!: string;
  @Column('text') status!: z.infer<typeof VisitStatus>;
}

class AddVisits1800000000000 implements MigrationInterface {
  name = 'AddVisits1800000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "visits" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "visitor_id" uuid NOT NULL, "number" text NOT NULL, "status" text NOT NULL, CONSTRAINT "PK_0b0b322289a41015c6ea4e8bf30" PRIMARY KEY ("id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "visits"');
  }
}

interface Found extends Accessed {
  visit: Visit;
}

@Injectable()
class VisitSubjects extends Subjects<Found> {
  async access(tx: EntityManager, id: string, { personId, organizationId }: Actor, purpose: 'read' | 'change'): Promise<Found> {
    const where = organizationId ? { id, organizationId } : { id, visitorId: String(personId) };
    const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const found = await tx.findOne(Visit, { where, ...lock });
    if (!found) throw new Problem(visitNotFound);
    const mover = organizationId
      ? { side: 'officer' as const, id: String(personId), name: 'Elena Bianchi' }
      : { side: 'applicant' as const, id: found.visitorId, name: 'Giulia Conti' };
    return { kind: visit.kind, id, organizationId: found.organizationId, applicantId: found.visitorId, mover, visit: found };
  }

  checkWritable({ visit: { status } }: Found): void {
    if (status === 'over') throw new Problem(visitOver);
  }

  checkFormOpen(found: Found): void {
    this.checkWritable(found);
  }

  limitsOf(): Promise<Limits> {
    return Promise.resolve({ maxBytes: 1_000, allowedTypes: ['application/pdf'] });
  }

  findDocument(): Promise<null> {
    return Promise.resolve(null);
  }

  publish(tx: EntityManager, { id }: Found, { kind, fromSide }: Message): Promise<void> {
    return publish(tx, visitWritten, { visitId: id, kind, from: fromSide });
  }
}

@Controller()
class Visits {
  constructor(
    private readonly db: DataSource,
    private readonly subjects: VisitSubjects,
  ) {}

  @Handles(announceVisit)
  announce({ id, organizationId }: Input<typeof announceVisit>, { personId }: Actor): Promise<Output<typeof announceVisit>> {
    return this.db.transaction(async (tx) => {
      const row = { id, organizationId, visitorId: String(personId), number: await takeNumber(tx, 'VS'), status: 'announced' as const };
      await tx.insert(Visit, row);
      const mover = { side: 'applicant', id: row.visitorId, name: 'Giulia Conti' } as const;
      const subject = { kind: visit.kind, id, organizationId };
      await tx.insert(Passage, passageOf(subject, { move: 'announce', from: null, to: row.status }, mover, new Date()));
      return row;
    });
  }

  @Handles(endVisit)
  end({ id, reason }: Input<typeof endVisit>, actor: Actor): Promise<Output<typeof endVisit>> {
    return this.db.transaction(async (tx) => {
      const found = await this.subjects.access(tx, id, actor, 'change');
      const from = found.visit.status;
      await tx.update(Visit, { id, organizationId: found.organizationId }, { status: 'over' });
      await tx.insert(Passage, passageOf(found, { move: 'end', from, to: 'over', reason }, found.mover, new Date()));
      return {};
    });
  }

  @Handles(getVisit)
  async get({ id }: Input<typeof getVisit>, actor: Actor): Promise<Output<typeof getVisit>> {
    const found = await this.subjects.access(this.db.manager, id, actor, 'read');
    return { number: found.visit.number, history: await historyOf(this.db.manager, found) };
  }
}

/** What is asked about one visit, by the contracts that casework brings. */
export const ofCasework = [...Object.values(attachments), ...Object.values(messages)].filter((it) => 'subject' in it);

export const said = { contracts: [announceVisit, endVisit, getVisit, ...ofCasework], events: [visitWritten] };

export const visitsService: ServiceDefinition = {
  name: 'visits' as ServiceName,
  config: FilesConfig,
  entities: [Visit, ...caseworkEntities],
  migrations: [AddVisits1800000000000, ...caseworkMigrations],
  controllers: [Visits, attachmentDoors(attachments, VisitSubjects), messageDoors(messages, VisitSubjects)],
  providers: [VisitSubjects, ...fileProviders],
  states: [],
};
