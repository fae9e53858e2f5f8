import { Injectable } from '@nestjs/common';
import { type PassageRow, shownTo } from '@sportello/casework/history';
import type { Mover } from '@sportello/casework/subject';
import type { Output } from '@sportello/contracts/contract';
import { type ProfileKind, profileLabels } from '@sportello/contracts/identity/people';
import type { DuePhase } from '@sportello/contracts/practices/dues';
import { type DeskWay, followedPractice } from '@sportello/contracts/practices/fields';
import { type getPractice } from '@sportello/contracts/practices/practices';
import type { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { directionOf } from '@sportello/contracts/practices/protocol';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import type { TermSettings } from '@sportello/contracts/practices/terms';
import { isStaff, officerOf } from '@sportello/directory/officers';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { currentTraceparent } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { noteReadings, type Reading, unnoted } from '@sportello/records/accesses';
import { prepared } from '@sportello/service/prepared';
import { DataSource } from 'typeorm';
import { ruleOf, termOf } from '../terms/term.js';
import { applicantOf } from './access.js';
import type { MoveName } from './move-name.js';
import { findLine, movesNow } from './moves.js';
import { opinionStatus } from './opinion-status.js';
import { active } from './practice.entity.js';
import { practicesOfReaders } from './practice.sql.js';
import { isShownRefused } from './withdrawal.js';

type Shape = Output<typeof getPractice>;

/** Instants come out of PostgreSQL's JSON as texts. */
type Written<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };
type ObservationsShape = NonNullable<Shape['observations']>[number];
type OpinionShape = NonNullable<Shape['opinions']>[number];
type CorrectionShape = NonNullable<Shape['corrections']>[number];
type PastOutcome = NonNullable<Shape['pastOutcomes']>[number];
type WrittenFile = Written<Shape['attachments'][number]> & { side: 'applicant' | 'office'; sentWith: string | null };

type Row = Omit<
  Shape,
  | 'moves'
  | 'registrations'
  | 'answerBy'
  | 'term'
  | 'sendReason'
  | 'withdrawReason'
  | 'mark'
  | 'officer'
  | 'substitute'
  | 'enabling'
  | 'observations'
  | 'pastOutcomes'
  | 'opinions'
  | 'isOnlyAsked'
  | 'outcome'
  | 'applicant'
  | 'iter'
  | 'amendments'
  | 'corrections'
  | 'attachments'
  | 'stamps'
  | 'payments'
  | 'appointments'
  | 'wantsStamp'
  | 'mayAskForStamps'
  | 'mayAskForPayment'
  | 'phase'
> & {
  procedureStatus: string;
  audience: ProfileKind[];
  settings: WorkflowSettings;
  applicantId: string;
  applicantName: string;
  applicantFiscalCode: string;
  method: NonNullable<Shape['applicant']>['method'];
  deskWay: DeskWay | null;
  deskOfficerName: string | null;
  profileKind: ProfileKind;
  officerId: string | null;
  officerName: string | null;
  substitute: NonNullable<Shape['substitute']> | null;
  officeId: string | null;
  officeOnly: boolean;
  position: number | null;
  kid: string | null;
  signature: string | null;
  existingCredentialOn: string | null;
  newCredentialOn: string | null;
  termRule: TermSettings | null;
  outcomeId: string | null;
  outcomeMessage: string | null;
  decidedAt: Date | null;
  phase: DuePhase | null;
  hasPayment: boolean;
  opinionBy: string | null;
  /** Whether the reader may work it by her rights. */
  isWorked: boolean;
  readerOfficeId: string | null;
  opinionsAsked: AskedOpinion[] | null;
  corrected: Written<CorrectionShape>[] | null;
  stamps: Written<NonNullable<Shape['stamps']>[number]>[] | null;
  payments: Written<NonNullable<Shape['payments']>[number]>[] | null;
  booked: Written<NonNullable<Shape['appointments']>[number]>[] | null;
  iter: PassageRow<Shape['status']>[];
  files: WrittenFile[] | null;
  papers: Written<Shape['documents'][number]>[] | null;
  filed: Written<Omit<NonNullable<Shape['registrations']>[number], 'direction'>>[] | null;
  announcedRefusals: Written<Omit<ObservationsShape, 'announcedAttachments' | 'attachments'>>[] | null;
  endedBefore: (Written<Omit<PastOutcome, 'attachments'>> & { id: string })[] | null;
  asked: Written<Omit<Shape['amendments'][number], 'askedAttachments' | 'answerAttachments'>>[] | null;
};

type AskedOpinion = Written<Omit<OpinionShape, 'status' | 'askedAttachments' | 'attachments' | 'mayGive'>> & {
  officeId: string;
  /** What the files of the answer are sent with. */
  answerId: string;
  droppedAt: string | null;
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
        romeDate(new Date()),
      ]);
      const found = new Map(rows.map((row) => [row.place, row]));
      const answers = group.map((question, index) => ({ ...question, row: found.get(index + 1) }));
      for (const { traceparent, give, row } of answers) if (traceparent === null) give(row);
      const readings = answers.flatMap(({ actor, traceparent, row }) => (row && traceparent ? [readingOf(row, actor, traceparent)] : []));
      const fresh = unnoted(this.db, readings);
      if (fresh.length > 0) await this.db.transaction((tx) => noteReadings(tx, fresh));
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
  const withdraw = findLine('withdraw', situation, mover, now);
  return {
    ...common(row, now),
    corrections: correctionsOf(row).map((correction) => ({ ...correction, officerName: null })),
    applicant: null,
    officer: null,
    substitute: null,
    sendReason: send instanceof Problem ? (send.detail ?? send.problem.title) : null,
    withdrawReason: withdraw instanceof Problem && isShownRefused(withdraw) ? withdraw.problem.title : null,
    actionsOffered: actionsOn(row),
    iter: row.iter.map((passage) => shownTo('applicant', changesHands.includes(passage.move) ? { ...passage, reason: null } : passage)),
    moves: movesNow(situation, mover, now),
  };
}

/** What may be asked for about a request that was approved. */
const actionsOn = ({ status, settings }: Pick<Row, 'status' | 'settings'>) => (active.includes(status) ? (settings.actions ?? []) : []);

/** Their reason names who was, or is, in charge: applicants know the office, and no names. */
export const changesHands: readonly string[] = [
  'take-over',
  'assign',
  'assign-office',
  'auto-assign-officer',
  'auto-assign-failed',
] satisfies MoveName[];

const readingOf = ({ id, applicantId }: Row, actor: Actor, traceparent: string): Reading => ({
  actor,
  traceparent,
  subjectId: applicantId,
  action: 'practice-read',
  about: { kind: followedPractice.kind, id },
});

function forOfficer(row: Row, { personId, language, roles }: Actor, now: Date): Shape {
  const isAsked = isOfficeAsked(row);
  const mover: Mover = {
    side: 'officer',
    id: personId ?? '',
    name: '',
    isManager: roles.includes('manager'),
    isAsked,
    officeId: row.readerOfficeId,
  };
  const moves = movesNow(situationOf(row), mover, now);
  return {
    ...common(row, now),
    corrections: correctionsOf(row),
    opinions: opinionsOf(row, moves.includes('give-opinion'), now),
    isOnlyAsked: !row.isWorked,
    applicant: {
      name: row.applicantName,
      fiscalCode: row.applicantFiscalCode,
      method: row.method,
      profile: profileLabels[row.profileKind][language],
      desk: row.deskWay && { way: row.deskWay, officerName: row.deskOfficerName ?? '' },
    },
    substitute: row.substitute,
    officer: row.officerId ? { id: row.officerId, name: row.officerName ?? '' } : null,
    sendReason: null,
    withdrawReason: null,
    iter: row.iter.map((passage) => shownTo('officer', passage)),
    // Whose office is asked and no more reads it, and answers.
    moves: row.isWorked ? moves : moves.filter((move) => move === 'give-opinion'),
  };
}

const isOpen = ({ givenAt, droppedAt }: AskedOpinion) => givenAt === null && droppedAt === null;
const isOfficeAsked = ({ opinionsAsked, readerOfficeId }: Row) =>
  readerOfficeId !== null && (opinionsAsked ?? []).some((one) => isOpen(one) && one.officeId === readerOfficeId);

function opinionsOf(row: Row, mayGive: boolean, now: Date): OpinionShape[] {
  const files = filesOf(row);
  return (row.opinionsAsked ?? []).map((one) => ({
    ...one,
    status: opinionStatus(one, row.status, now),
    askedAt: new Date(one.askedAt),
    givenAt: one.givenAt ? new Date(one.givenAt) : null,
    askedAttachments: files.filter(({ sentWith }) => sentWith === one.id),
    attachments: files.filter(({ sentWith }) => sentWith === one.answerId),
    mayGive: mayGive && one.officeId === row.readerOfficeId && isOpen(one),
  }));
}

const correctionsOf = ({ corrected }: Row): CorrectionShape[] => (corrected ?? []).map((one) => ({ ...one, at: new Date(one.at) }));

const filesOf = ({ files }: Row) => (files ?? []).map(({ addedAt, ...file }) => ({ ...file, addedAt: new Date(addedAt) }));

/** What both sides read. Citizens are told the office and not an officer's name, which officers see beside it. */
function common(
  row: Row,
  now: Date,
): Omit<
  Shape,
  'applicant' | 'corrections' | 'officer' | 'substitute' | 'actionsOffered' | 'sendReason' | 'withdrawReason' | 'iter' | 'moves'
> {
  const { id, number, submittedAt, position, contentSha256, kid, signature, existingCredentialOn, newCredentialOn, decidedAt } = row;
  const files = filesOf(row);
  const term = termOf({ status: row.status, submittedAt, passages: row.iter, settings: ruleOf({ term: row.termRule }, row) }, now);
  const outcomeFiles = (source: string | null) => files.filter(({ purpose, sentWith }) => purpose === 'outcome' && sentWith === source);
  const isSent = submittedAt !== null && position !== null && contentSha256 !== null && signature !== null;
  return {
    ...row,
    mark: isSent ? { practiceId: id, number, submittedAt, position, contentSha256, kid, signature } : null,
    enabling: existingCredentialOn && newCredentialOn ? { existingCredentialOn, newCredentialOn } : null,
    term,
    answerBy: term === null || term.state === 'paused' ? null : term.answerBy,
    stamps: row.stamps ?? [],
    wantsStamp: row.status === 'draft' && row.settings.stamps === 'request' && !row.stamps?.some(({ status }) => status === 'declared'),
    payments: (row.payments ?? []).map(({ settledAt, ...payment }) => ({ ...payment, settledAt: settledAt ? new Date(settledAt) : null })),
    appointments: (row.booked ?? []).map((one) => ({ ...one, startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) })),
    mayAskForStamps: row.settings.stamps === 'release',
    mayAskForPayment: row.settings.payment === 'release',
    observations: (row.announcedRefusals ?? []).map((one) => {
      const own = files.filter(({ sentWith }) => sentWith === one.id);
      return {
        ...one,
        announcedAt: new Date(one.announcedAt),
        sentAt: one.sentAt ? new Date(one.sentAt) : null,
        announcedAttachments: own.filter(({ side }) => side === 'office'),
        attachments: own.filter(({ side }) => side === 'applicant'),
      };
    }),
    pastOutcomes: (row.endedBefore ?? []).map(({ id: source, ...past }) => ({
      ...past,
      decidedAt: new Date(past.decidedAt),
      attachments: outcomeFiles(source === id ? null : source),
    })),
    outcome: decidedAt ? { message: row.outcomeMessage, decidedAt, attachments: outcomeFiles(row.outcomeId) } : null,
    attachments: files.filter(({ purpose }) => purpose === 'form'),
    registrations: registrationsOf(row),
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

/** A request that was sent waits for its number from the beginning, also while its PDF is being made, which is what is registered. */
function registrationsOf({ id, filed, settings, submittedAt }: Row): NonNullable<Shape['registrations']> {
  if (filed === null && settings.registers && submittedAt !== null) {
    return [{ kind: 'request', sourceId: id, direction: 'incoming', number: null, year: null, at: null, isAnnulled: false }];
  }
  return (filed ?? []).map(({ at, ...registration }) => ({
    ...registration,
    direction: directionOf(registration.kind),
    at: at === null ? null : new Date(at),
  }));
}

const situationOf = ({
  status,
  profileKind,
  officerId,
  officerName,
  substitute,
  officeId,
  officeName,
  officeOnly,
  procedureStatus,
  audience,
  settings,
  opensAt,
  closesAt,
  sendingOpensAt,
  sendingClosesAt,
  contacts,
  phase,
  hasPayment,
  opinionBy,
}: Row) => ({
  status,
  phase,
  hasPayment,
  opinionBy,
  profileKind,
  officerId,
  officerName,
  substituteId: substitute?.id ?? null,
  officeId,
  officeName,
  officeOnly,
  procedure: { status: procedureStatus, audience, settings, opensAt, closesAt, sendingOpensAt, sendingClosesAt, contacts },
});
