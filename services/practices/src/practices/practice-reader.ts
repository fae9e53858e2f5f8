import { Injectable } from '@nestjs/common';
import { type PassageRow, shownTo } from '@sportello/casework/history';
import type { Mover } from '@sportello/casework/subject';
import type { Output } from '@sportello/contracts/contract';
import { type ProfileKind, profileLabels } from '@sportello/contracts/identity/people';
import { followedPractice } from '@sportello/contracts/practices/fields';
import { type getPractice } from '@sportello/contracts/practices/practices';
import type { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { isStaff, officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { currentTraceparent } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { noteReadings, type Reading } from '@sportello/records/accesses';
import { DataSource } from 'typeorm';
import { applicantOf } from './access.js';
import { answerBy } from './answer-by.js';
import { findLine, movesNow } from './moves.js';
import { practicesOfReaders } from './practice.sql.js';
import { prepared } from './prepared.js';

type Shape = Output<typeof getPractice>;

/** Instants come out of PostgreSQL's JSON as texts. */
type Written<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };
type WrittenFile = Written<Shape['attachments'][number]> & { side: 'applicant' | 'office'; sentWith: string | null };

type Row = Omit<
  Shape,
  'moves' | 'answerBy' | 'sendReason' | 'mark' | 'officer' | 'enabling' | 'outcome' | 'applicant' | 'iter' | 'amendments' | 'attachments'
> & {
  procedureStatus: string;
  audience: ProfileKind[];
  settings: WorkflowSettings;
  applicantId: string;
  applicantName: string;
  applicantFiscalCode: string;
  method: NonNullable<Shape['applicant']>['method'];
  profileKind: ProfileKind;
  officerId: string | null;
  officerName: string | null;
  position: number | null;
  kid: string | null;
  signature: string | null;
  existingCredentialOn: string | null;
  newCredentialOn: string | null;
  outcomeMessage: string | null;
  decidedAt: Date | null;
  iter: PassageRow<Shape['status']>[];
  files: WrittenFile[] | null;
  papers: Written<Shape['documents'][number]>[] | null;
  asked: Written<Omit<Shape['amendments'][number], 'askedAttachments' | 'answerAttachments'>>[] | null;
};

/** At most so many practices a statement. */
const GROUP = 50;

interface Question {
  id: string;
  actor: Actor;
  /** Of an officer's request; null for who reads her own, which is not noted. */
  traceparent: string | null;
  give(row: Row | undefined): void;
  fail(error: unknown): void;
}

/**
 * Reads one practice as its reader may see it; what an officer reads is noted, for the applicant to see, before she has it. What is asked in
 * the same turn of the event loop is read by one statement: alone when it is quiet, many when everybody looks at once.
 */
@Injectable()
export class PracticeReader {
  private questions: Question[] = [];

  constructor(private readonly db: DataSource) {}

  /** @throws Problem `practiceNotFound`: not there and not the reader's are one answer */
  async read(id: string, actor: Actor, now = new Date()): Promise<Shape> {
    const row = (await this.find(id, actor)) ?? (await this.findByNewRights(id, actor));
    if (!row) throw new Problem(practiceNotFound);
    return isStaff(actor) ? forOfficer(row, actor, now) : forApplicant(row, now);
  }

  private find(id: string, actor: Actor): Promise<Row | undefined> {
    if (!isStaff(actor)) applicantOf(actor);
    const traceparent = isStaff(actor) ? currentTraceparent() : null;
    return new Promise((give, fail) => {
      if (this.questions.push({ id, actor, traceparent, give, fail }) === 1) setImmediate(() => this.readAll());
    });
  }

  /** What an officer does not find may be hers by rights of which the copy is still on its way. */
  private async findByNewRights(id: string, actor: Actor): Promise<Row | undefined> {
    if (!isStaff(actor) || actor.rightsVersion === null) return undefined;
    await officerOf(this.db.manager, actor, 'procedure');
    return this.find(id, actor);
  }

  private readAll(): void {
    const { questions } = this;
    this.questions = [];
    for (let at = 0; at < questions.length; at += GROUP) void this.readGroup(questions.slice(at, at + GROUP));
  }

  private async readGroup(group: Question[]): Promise<void> {
    try {
      const rows = await prepared<Row & { place: number }>(this.db, 'practices-of-readers', practicesOfReaders, [
        group.map(({ id }) => id),
        group.map(({ actor }) => actor.personId),
        group.map(({ actor }) => (isStaff(actor) ? null : actor.profileId)),
        group.map(({ actor }) => (isStaff(actor) ? actor.organizationId : null)),
        group.map(({ actor }) => !actor.roles.includes('officer')),
        group.map(({ actor }) => actor.rightsVersion ?? 0),
      ]);
      const found = new Map(rows.map((row) => [row.place, row]));
      const answers = group.map((question, index) => ({ ...question, row: found.get(index + 1) }));
      for (const { traceparent, give, row } of answers) if (traceparent === null) give(row);
      const readings = answers.flatMap(({ actor, traceparent, row }) => (row && traceparent ? [readingOf(row, actor, traceparent)] : []));
      if (readings.length > 0) await this.db.transaction((tx) => noteReadings(tx, readings));
      for (const { traceparent, give, row } of answers) if (traceparent !== null) give(row);
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }
}

function forApplicant(row: Row, now: Date): Shape {
  const mover: Mover = { side: 'applicant', id: row.applicantId, name: row.applicantName };
  const situation = situationOf(row);
  const send = row.status === 'ready' ? findLine('submit', situation, mover, now) : null;
  return {
    ...common(row),
    applicant: null,
    officer: null,
    sendReason: send instanceof Problem ? (send.detail ?? send.problem.title) : null,
    iter: row.iter.map((passage) => shownTo('applicant', passage)),
    moves: movesNow(situation, mover, now),
  };
}

const readingOf = ({ id, applicantId }: Row, actor: Actor, traceparent: string): Reading => ({
  actor,
  traceparent,
  subjectId: applicantId,
  action: 'practice-read',
  about: { kind: followedPractice.kind, id },
});

function forOfficer(row: Row, { personId, language }: Actor, now: Date): Shape {
  const mover: Mover = { side: 'officer', id: personId ?? '', name: '' };
  return {
    ...common(row),
    applicant: {
      name: row.applicantName,
      fiscalCode: row.applicantFiscalCode,
      method: row.method,
      profile: profileLabels[row.profileKind][language],
    },
    officer: row.officerId ? { id: row.officerId, name: row.officerName ?? '' } : null,
    sendReason: null,
    iter: row.iter.map((passage) => shownTo('officer', passage)),
    moves: movesNow(situationOf(row), mover, now),
  };
}

/** What both sides read. Citizens are told the office and not an officer's name, which officers see beside it. */
function common(row: Row): Omit<Shape, 'applicant' | 'officer' | 'sendReason' | 'iter' | 'moves'> {
  const { id, number, submittedAt, position, contentSha256, kid, signature, existingCredentialOn, newCredentialOn, decidedAt } = row;
  const files = (row.files ?? []).map(({ addedAt, ...file }) => ({ ...file, addedAt: new Date(addedAt) }));
  const isSent = submittedAt !== null && position !== null && contentSha256 !== null && signature !== null;
  return {
    ...row,
    mark: isSent ? { practiceId: id, number, submittedAt, position, contentSha256, kid, signature } : null,
    enabling: existingCredentialOn && newCredentialOn ? { existingCredentialOn, newCredentialOn } : null,
    answerBy: answerBy({ status: row.status, submittedAt, passages: row.iter, settings: row.settings }),
    outcome: decidedAt
      ? { message: row.outcomeMessage, decidedAt, attachments: files.filter(({ purpose }) => purpose === 'outcome') }
      : null,
    attachments: files.filter(({ purpose }) => purpose === 'form'),
    documents: (row.papers ?? []).map((paper) => ({ ...paper, issuedAt: new Date(paper.issuedAt) })),
    amendments: (row.asked ?? []).map((amendment) => {
      const own = files.filter(({ sentWith }) => sentWith === amendment.id);
      return {
        ...amendment,
        askedAt: new Date(amendment.askedAt),
        answeredAt: amendment.answeredAt ? new Date(amendment.answeredAt) : null,
        askedAttachments: own.filter(({ side }) => side === 'office'),
        answerAttachments: own.filter(({ side }) => side === 'applicant'),
      };
    }),
  };
}

const situationOf = ({
  status,
  profileKind,
  officerId,
  officerName,
  procedureStatus,
  audience,
  settings,
  opensAt,
  closesAt,
  contacts,
}: Row) => ({
  status,
  profileKind,
  officerId,
  officerName,
  procedure: { status: procedureStatus, audience, settings, opensAt, closesAt, contacts },
});
