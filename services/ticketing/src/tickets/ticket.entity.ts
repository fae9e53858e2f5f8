import type { Subject } from '@sportello/casework/subject';
import { followedTicket, type HelpKind, type TicketChannel, type TicketPriority } from '@sportello/contracts/ticketing/fields';
import type { TicketStatus } from '@sportello/contracts/ticketing/states';
import type { Officer } from '@sportello/directory/officers';
import { addDays, romeDate, romeInstant } from '@sportello/italy/rome-time';
import type { Content } from '@sportello/stored-forms/content';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type Clock, dueAfter, resumed, settled, started, stopped, usedAt } from '../clocks/clock.js';
import { deskDaysLater, nextOpening } from '../clocks/office-time.js';
import type { Desk } from '../desks/desk.entity.js';

/** The priority of what comes in (TIC-11). */
export const FIRST_PRIORITY: TicketPriority = 4;
/** For so long a merge can be taken back. Milliseconds. */
const UNMERGED_WITHIN_MS = 24 * 3_600_000;
/** Where what is due never stands in the queue: behind everything. */
const LAST = new Date('9000-01-01T00:00:00Z');

/** What has not ended, in the words of the partial indexes, by which PostgreSQL knows that it may use them. */
export const IS_OPEN = "status in ('new', 'accepted', 'in_progress', 'awaiting_user', 'resolved')";

/** Somebody's request for help, from its sending to its end. */
@Entity('tickets')
@Index('tickets_number', ['number'], { unique: true })
@Index('tickets_own', ['applicantId', 'profileId', 'createdAt', 'id'])
@Index('tickets_queue', ['organizationId', 'queueAt', 'id'], { where: IS_OPEN })
@Index('tickets_by_month', ['organizationId', 'createdAt'])
@Index('tickets_ended', ['organizationId', 'changedAt', 'id'])
@Index('tickets_officer', ['officerId'], { where: `officer_id is not null and ${IS_OPEN}` })
@Index('tickets_running', ['deskId'], { where: 'running_since is not null' })
@Index('tickets_silent', ['silenceAt'], { where: 'silence_at is not null' })
@Index('tickets_to_remind', ['remindAt'], { where: 'remind_at is not null' })
@Index('tickets_to_escalate', ['escalateAt'], { where: 'escalate_at is not null' })
@Index('tickets_merged', ['mergedIntoId'], { where: 'merged_into_id is not null' })
/** Of words, for which decorators have none. */
@Index('tickets_words', { synchronize: false })
export class Ticket {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  /** What was told by telephone has neither. */
  @Column('uuid', { nullable: true }) serviceId!: string | null;
  @Column('uuid', { nullable: true }) formId!: string | null;
  @Column('jsonb') content!: Content;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) onBehalfOf!: string | null;
  @Column('uuid') deskId!: string;
  @Column('text') kind!: HelpKind;
  @Column('text') channel!: TicketChannel;
  @Column('text') number!: string;
  @Column('uuid') applicantId!: string;
  @Column('uuid') profileId!: string;
  @Column('text') applicantName!: string;
  @Column('text') status!: TicketStatus;
  @Column('smallint') priority!: TicketPriority;
  @Column('uuid', { nullable: true }) officerId!: string | null;
  @Column('text', { nullable: true }) officerName!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') changedAt!: Date;
  /** By which the queue is ordered: what is due first, or far away. */
  @Column('timestamptz') queueAt!: Date;
  /** See `Clock`: milliseconds of office time, and since when it runs. */
  @Column('double precision') usedMs!: number;
  @Column('timestamptz', { nullable: true }) runningSince!: Date | null;
  /** What was promised, in minutes of office time: what a desk promises to others later changes nothing here. */
  @Column('integer') firstAnswerMinutes!: number;
  @Column('integer') solutionMinutes!: number;
  /** When they are over. While the clock stands: null, or when they ran out before. */
  @Column('timestamptz', { nullable: true }) firstAnswerDueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) solutionDueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) firstAnsweredAt!: Date | null;
  /** Office time that was used when somebody answered first, and when it was solved. */
  @Column('double precision', { nullable: true }) firstAnswerUsedMs!: number | null;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
  /** When its desk is told of the next term that is over: never while it is closed. Of what was over until `escalatedAt` it was told. */
  @Column('timestamptz', { nullable: true }) escalateAt!: Date | null;
  @Column('timestamptz', { nullable: true }) escalatedAt!: Date | null;
  @Column('text', { nullable: true }) solution!: string | null;
  /** Who solved it, at which desk: null for what silence ended. */
  @Column('uuid', { nullable: true }) solverId!: string | null;
  @Column('text', { nullable: true }) solverName!: string | null;
  @Column('uuid', { nullable: true }) solverDeskId!: string | null;
  @Column('timestamptz', { nullable: true }) reopenUntil!: Date | null;
  /** Into which it was merged, in which state it was, and until when that is taken back. */
  @Column('uuid', { nullable: true }) mergedIntoId!: string | null;
  @Column('text', { nullable: true }) mergedIn!: TicketStatus | null;
  @Column('timestamptz', { nullable: true }) unmergeUntil!: Date | null;
  /** How often it was reopened. */
  @Column('smallint', { default: 0 }) reopened!: number;
  /** When silence moves it on, and when whoever asked is reminded of that. */
  @Column('timestamptz', { nullable: true }) silenceAt!: Date | null;
  @Column('timestamptz', { nullable: true }) remindAt!: Date | null;
  @Column('smallint', { nullable: true }) stars!: number | null;
  @Column('text', { nullable: true }) ratingWords!: string | null;
  /** Of what it was opened with: the same again opens nothing new. */
  @Column('text') openedWith!: string;
  /** The words by which it is found, as `ticket-words.ts` writes them. Never read. */
  @Column('tsvector', { select: false }) words!: string;
  @Column('integer') version!: number;
  /** Who stands in today for whoever is in charge; absent where nobody asked. */
  substituteId?: string | null;
  /** Whether others were merged into it; absent where nobody asked. */
  holdsOthers?: boolean;

  get mergedAt(): Date | null {
    return this.unmergeUntil && new Date(this.unmergeUntil.getTime() - UNMERGED_WITHIN_MS);
  }

  get clock(): Clock {
    return { usedMs: this.usedMs, runningSince: this.runningSince };
  }

  begin(desk: Desk, now: Date): void {
    this.promise(desk);
    this.keep(started(now), desk, now);
  }

  take({ id, name }: Pick<Officer, 'id' | 'name'>): void {
    this.officerId = id;
    this.officerName = name;
  }

  release(): void {
    this.officerId = null;
    this.officerName = null;
  }

  /** A person of the desk wrote to whoever asked: the first time the clock of the first answer ends, and stays met. */
  answer(desk: Desk, now: Date): void {
    if (this.firstAnsweredAt) return;
    this.firstAnsweredAt = now;
    this.firstAnswerUsedMs = usedAt(this.clock, desk, now);
    this.keep(this.clock, desk, now);
  }

  ask(desk: Desk, now: Date): void {
    this.answer(desk, now);
    this.keep(stopped(this.clock, desk, now), desk, now);
    this.awaitWord(desk, desk.givesUpAfterDays, now);
  }

  goOn(desk: Desk, now: Date): void {
    this.keep(resumed(this.clock, now), desk, now);
    this.endSilence();
  }

  solve(desk: Desk, solution: string, { id, name }: Pick<Officer, 'id' | 'name'>, now: Date): void {
    this.answer(desk, now);
    this.solution = solution;
    this.solverId = id;
    this.solverName = name;
    this.solverDeskId = desk.id;
    this.resolve(desk, now);
  }

  /** Nobody answered what was asked. */
  giveUp(desk: Desk, now: Date): void {
    this.resolve(desk, now);
  }

  /** Something was written while silence was awaited: it begins anew. */
  postpone(desk: Desk, now: Date): void {
    if (this.status === 'resolved') this.awaitWord(desk, desk.closesAfterDays, now);
    if (this.status === 'awaiting_user') this.awaitWord(desk, desk.givesUpAfterDays, now);
  }

  /** Whoever asked is told of the end of silence; where that comes late, she has another working day. */
  remind(desk: Desk, now: Date): void {
    this.remindAt = null;
    if (this.silenceAt && this.silenceAt <= now) this.silenceAt = romeInstant(addDays(deskDaysLater(desk, romeDate(now), 1), 1));
  }

  close(desk: Desk, now: Date): void {
    this.endSilence();
    // Until 24:00 of the last day, in Rome.
    this.reopenUntil = romeInstant(addDays(romeDate(now), desk.reopensForDays + 1));
  }

  reopen(desk: Desk, now: Date): void {
    this.goOn(desk, now);
    this.reopenUntil = null;
    this.resolvedAt = null;
    // What was solved and rated was another end: the history keeps it.
    this.solution = null;
    this.solverId = null;
    this.solverName = null;
    this.solverDeskId = null;
    this.stars = null;
    this.ratingWords = null;
    this.reopened += 1;
  }

  /** Its clocks stop, and nobody is told that it is late: the other has clocks of its own. */
  merge(into: Ticket, from: TicketStatus, desk: Desk, now: Date): void {
    this.keep(stopped(this.clock, desk, now), desk, now);
    this.endSilence();
    this.mergedIntoId = into.id;
    this.mergedIn = from;
    this.unmergeUntil = new Date(now.getTime() + UNMERGED_WITHIN_MS);
  }

  /** What waited for its author waits anew, unless she wrote meanwhile. */
  unmerge(desk: Desk, hasWritten: boolean, now: Date): void {
    this.status = this.mergedIn ?? 'accepted';
    if (this.status === 'awaiting_user' && hasWritten) this.status = 'in_progress';
    this.mergedIntoId = null;
    this.mergedIn = null;
    this.unmergeUntil = null;
    if (this.status === 'awaiting_user') this.awaitWord(desk, desk.givesUpAfterDays, now);
    else if (this.status === 'resolved') this.awaitWord(desk, desk.closesAfterDays, now);
    else this.keep(resumed(this.clock, now), desk, now);
  }

  cancel(desk: Desk, now: Date): void {
    this.keep(stopped(this.clock, desk, now), desk, now);
    this.endSilence();
  }

  /**
   * What was used was used by the hours of the desk that had it; the rest of what is promised runs by those of the new one, which was told of
   * nothing yet.
   */
  reroute(from: Desk, to: Desk, now: Date): void {
    this.release();
    this.deskId = to.id;
    this.kind = to.kind;
    const clock = settled(this.clock, from, now);
    this.promise(to);
    this.escalatedAt = null;
    this.keep(clock, to, now);
  }

  prioritise(priority: TicketPriority, desk: Desk, now: Date): void {
    this.priority = priority;
    const clock = settled(this.clock, desk, now);
    this.promise(desk);
    this.keep(clock, desk, now);
  }

  /** The hours of its desk change from now on. */
  settle(before: Desk, after: Desk, now: Date): void {
    this.keep(settled(this.clock, before, now), after, now);
  }

  /** Its desk is told of all that is over until now. */
  escalate(desk: Desk, now: Date): void {
    this.escalatedAt = now;
    this.planEscalation(desk, now);
  }

  planEscalation(desk: Desk, now: Date): void {
    const told = this.escalatedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
    const untold = [this.firstAnswerDueAt, this.solutionDueAt].flatMap((at) => (at && at.getTime() > told ? at.getTime() : []));
    const isDue = this.runningSince !== null && untold.length > 0;
    this.escalateAt = isDue ? nextOpening(desk, new Date(Math.max(Math.min(...untold), now.getTime()))) : null;
  }

  /** What is met stays met, whatever is promised afterwards. */
  private promise(desk: Desk): void {
    const { firstAnswerMinutes, solutionMinutes } = desk.targetOf(this.priority);
    if (!this.firstAnsweredAt) this.firstAnswerMinutes = firstAnswerMinutes;
    this.solutionMinutes = solutionMinutes;
  }

  private keep(clock: Clock, desk: Desk, now: Date): void {
    this.usedMs = clock.usedMs;
    this.runningSince = clock.runningSince;
    this.firstAnswerDueAt = this.firstAnsweredAt ? null : dueAfter(clock, desk, this.firstAnswerMinutes, this.firstAnswerDueAt, now);
    this.solutionDueAt = dueAfter(clock, desk, this.solutionMinutes, this.solutionDueAt, now);
    this.queueAt = this.dueFirst ?? LAST;
    this.planEscalation(desk, now);
  }

  /** What is due first; null while nothing runs. */
  get dueFirst(): Date | null {
    const { runningSince, firstAnswerDueAt: answer, solutionDueAt: solution } = this;
    if (!runningSince) return null;
    const earlier = answer && solution && answer < solution ? answer : solution;
    return earlier ?? answer;
  }

  /** What is promised next, in minutes of office time. */
  get promisedMinutes(): number {
    const { firstAnsweredAt, firstAnswerMinutes, solutionMinutes } = this;
    return firstAnsweredAt ? solutionMinutes : Math.min(firstAnswerMinutes, solutionMinutes);
  }

  private resolve(desk: Desk, now: Date): void {
    this.keep(stopped(this.clock, desk, now), desk, now);
    this.resolvedAt = now;
    this.awaitWord(desk, desk.closesAfterDays, now);
  }

  /** Working days of its desk, so that somebody can answer a doubt: the last one counts to its end. The morning before it she is reminded. */
  private awaitWord(desk: Desk, days: number, now: Date): void {
    const today = romeDate(now);
    this.silenceAt = romeInstant(addDays(deskDaysLater(desk, today, days), 1));
    this.remindAt = romeInstant(deskDaysLater(desk, today, days - 1), '09:00');
  }

  private endSilence(): void {
    this.silenceAt = null;
    this.remindAt = null;
  }
}

export const subjectOf = ({ id, organizationId }: Pick<Ticket, 'id' | 'organizationId'>): Subject => ({
  kind: followedTicket.kind,
  id,
  organizationId,
});
