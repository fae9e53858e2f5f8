import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Mover } from '@sportello/casework/subject';
import { practiceSubmitted } from '@sportello/contracts/practices/events';
import { notListed, signInNotAllowed } from '@sportello/contracts/practices/procedures';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { changedMeanwhile, unavailable } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { afterCommit } from '@sportello/messaging/after-commit';
import { currentTraceparent, within } from '@sportello/messaging/context';
import { outboxRow, publish } from '@sportello/messaging/events';
import { PeakLoad } from '@sportello/messaging/peak-load';
import { changedSince, Problem } from '@sportello/messaging/problem';
import { isPassing } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { DataSource, type EntityManager } from 'typeorm';
import { AutoAssignments } from '../assignment/auto-assign.js';
import type { PracticesConfig } from '../config.js';
import { Receipts } from '../documents/receipts.js';
import { admit } from '../limits/limits.js';
import { applicantOf } from '../practices/access.js';
import { type Author, authorAs } from '../practices/author.js';
import { enablingOf } from '../practices/enabling.js';
import { findLine, type Situation } from '../practices/moves.js';
import { type Practice, showsCompleted } from '../practices/practice.entity.js';
import { outside } from '../procedures/listed-person.entity.js';
import { signInReason } from '../procedures/sign-in-rule.js';
import { answerByOf, termRuleOf } from '../terms/term.js';
import {
  type Found,
  lockAsked,
  type Presenting,
  readAsked,
  type Sending,
  type SignIn,
  takePlaces,
  writeEvents,
  writeSent,
} from './intake.sql.js';
import { type Mark, signerOf } from './marks.js';

/** Rows that one transaction takes at most. */
const GROUP = 200;
/** Arrivals that wait at once in a peak: more than one person can have under way, so that nobody holds up everybody's mails alone. */
const CROWD = 16;
/** Arrivals that may wait; the next is told to come back. */
const MAX_WAITING = 2_000;

interface Arrival {
  practiceId: string;
  /** What the sender was shown. */
  version: number;
  personId: string;
  profileId: string;
  signIn: SignIn;
  /** When it reached the server: the hour that counts. */
  at: Date;
  /** Of the request. What is done for several at once stands in the trace of the first of them. */
  traceparent: string;
  accept(mark: Mark): void;
  refuse(error: unknown): void;
}

/** A draft of a procedure that does not ask for the two steps: it can be sent once it is completed. */
export const notCompleted = new Problem(changedMeanwhile);

type Verdict = Mark | Problem;

/**
 * Takes in what is sent, in order of arrival. While one group is being committed the next one gathers, without a timer: one at a time when
 * it is quiet, two hundred when the whole country presses at once. An answer leaves only after the commit is on disk.
 */
@Injectable()
export class Intake {
  private readonly logger = new Logger(Intake.name);
  private waiting: Arrival[] = [];
  private isWorking = false;
  private readonly sign;

  constructor(
    private readonly db: DataSource,
    private readonly receipts: Receipts,
    private readonly assignments: AutoAssignments,
    private readonly peakLoad: PeakLoad,
    @Inject(CONFIG) { SIGNING_KEY }: PracticesConfig,
  ) {
    this.sign = signerOf(SIGNING_KEY);
  }

  /**
   * @param version the one that the sender was shown
   * @throws Problem `practiceNotFound`, `changedMeanwhile`, or what the table of moves says of a practice that cannot be sent now
   */
  submit(practiceId: string, version: number, actor: Author, at = new Date()): Promise<Mark> {
    const { personId, profileId } = applicantOf(actor);
    if (this.waiting.length >= MAX_WAITING) throw new Problem(unavailable, undefined, { retryAfterSeconds: 1 });
    if (this.waiting.length >= CROWD) this.peakLoad.noteHere();
    return new Promise((accept, refuse) => {
      const { authenticationId, authenticatedAt, method, level, language, desk } = actor;
      const signIn = { authenticationId, authenticatedAt, method, level, language, desk };
      const sender = { personId, profileId, signIn };
      this.waiting.push({ practiceId, version, ...sender, at, traceparent: currentTraceparent(), accept, refuse });
      if (!this.isWorking) void this.work();
    });
  }

  /**
   * What each of these would be told if it were sent at its hour, by the reading and the rules of a sending; nothing is written, and places are not
   * counted (CLK-33).
   */
  rehearse(items: readonly { id: string; version: number }[], actor: Actor, now: Date): Promise<(Problem | undefined)[]> {
    const { personId, profileId } = applicantOf(actor);
    const { authenticationId, authenticatedAt, method, level, language } = actor;
    const signIn = { authenticationId, authenticatedAt, method, level, language, desk: undefined };
    return this.db.transaction(async (tx) => {
      const rows = await readAsked(
        tx,
        items.map(({ id: practiceId }) => ({ practiceId, personId, profileId })),
      );
      const found = new Map(rows.map((row) => [row.id, row]));
      const strangers = new Set((await outside(tx, rows)).map(({ id }) => id));
      return items.map(({ id, version }) => {
        const row = found.get(id);
        if (!row) return new Problem(practiceNotFound);
        if (row.sentVersion !== null) return undefined;
        const at = row.sendingOpensAt && row.sendingOpensAt > now ? row.sendingOpensAt : now;
        const problem = refusalOf(row, { version, at, signIn });
        if (problem && problem !== notCompleted) return problem;
        return strangers.has(id) ? new Problem(notListed) : undefined;
      });
    });
  }

  /**
   * Presents a request that waited for its payment: its hour, and its place, are those at which it is settled. What the caller holds of it is
   * old afterwards.
   * @throws Problem what the table of moves says against it
   */
  async present(
    tx: EntityManager,
    { id: practiceId, applicantId, profileId }: Practice,
    by: Presenting & { mover: Mover },
    at: Date,
  ): Promise<void> {
    const [row] = await lockAsked(tx, [{ practiceId, personId: applicantId, profileId }]);
    if (!row) throw new Problem(practiceNotFound);
    const line = findLine(by.move, { ...situationOf(row), phase: 'request' }, by.mover, at);
    if (line instanceof Problem) throw line;
    const traceparent = currentTraceparent();
    await this.send(tx, [sendingOf(row, { at, signIn: null, traceparent })], by);
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    for (let [first] = this.waiting; first; [first] = this.waiting) {
      const { traceparent } = first;
      await within({ traceparent }, () => this.takeIn(this.waiting.splice(0, GROUP)));
    }
    this.isWorking = false;
  }

  /** One bad row never fails the others: a group that fails for no passing reason is taken in again, one by one. */
  private async takeIn(group: Arrival[]): Promise<void> {
    try {
      const verdicts = await this.db.transaction((tx) => this.judge(tx, group));
      for (const [index, arrival] of group.entries()) {
        const verdict = verdicts[index];
        if (verdict instanceof Problem) arrival.refuse(verdict);
        else if (verdict) arrival.accept(verdict);
      }
    } catch (error) {
      if (group.length > 1 && !isPassing(error)) {
        this.logger.error({ err: error, msg: 'a group was not taken in, trying one by one' });
        for (const arrival of group) await this.takeIn([arrival]);
      } else for (const { refuse } of group) refuse(error);
    }
  }

  private async judge(tx: EntityManager, group: Arrival[]): Promise<Verdict[]> {
    const found = new Map((await lockAsked(tx, group)).map((row) => [row.id, row]));
    const fresh = new Map<string, Sending>();
    const judged = group.map((arrival): Problem | Found => {
      const row = found.get(arrival.practiceId);
      if (!row || row.applicantId !== arrival.personId || row.profileId !== arrival.profileId) return new Problem(practiceNotFound);
      // What was shown since then is what was sent.
      if (row.sentVersion !== null) return arrival.version >= row.sentVersion - 1 ? row : changedSince(row.version);
      const problem = refusalOf(row, arrival);
      if (problem) return problem;
      row.sentVersion = row.version;
      fresh.set(row.id, sendingOf(row, arrival));
      return row;
    });
    const strangers = await outside(
      tx,
      [...fresh.values()].map(({ row }) => row),
    );
    for (const { id } of strangers) fresh.delete(id);
    const refused = await admit(
      tx,
      [...fresh.values()].map(({ row }) => row),
    );
    for (const { id } of strangers) refused.set(id, new Problem(notListed));
    for (const id of refused.keys()) fresh.delete(id);
    await this.send(tx, [...fresh.values()]);
    return judged.map((it) => (it instanceof Problem ? it : (refused.get(it.id) ?? markOf(it))));
  }

  /** Gives each its place, signs, and writes all of them with a few statements. What takes time follows by jobs. */
  private async send(tx: EntityManager, sendings: Sending[], presenting: Presenting = submitting): Promise<void> {
    if (sendings.length === 0) return;
    const next = await takePlaces(tx, sendings);
    for (const { row, at } of sendings) {
      const position = next.get(row.procedureId) ?? 0;
      next.set(row.procedureId, position + 1);
      const { id: practiceId, number } = row;
      const unsigned = { practiceId, number, submittedAt: at, position, contentSha256: row.contentSha256 ?? '' };
      Object.assign(row, { submittedAt: at, position, ...this.sign(unsigned) });
    }
    await writeSent(tx, sendings, presenting);
    const [first, ...others] = sendings;
    // The first goes by `publish`, which also wakes the relay after the commit.
    if (first) await within({ traceparent: first.traceparent }, () => publish(tx, practiceSubmitted, factOf(first)));
    const now = new Date();
    await writeEvents(
      tx,
      others.map((sending) => within({ traceparent: sending.traceparent }, () => outboxRow(practiceSubmitted, factOf(sending), now))),
    );
    const alarmOf = ({ row: { id }, traceparent }: Sending) => ({ id, traceparent });
    afterCommit(tx, () => {
      this.receipts.later(sendings.map(alarmOf));
      this.assignments.later(sendings.filter(({ row }) => row.isAssigned).map(alarmOf));
    });
  }
}

const factOf = ({ row, at }: Sending) => ({
  practiceId: row.id,
  organizationId: row.organizationId,
  procedureId: row.procedureId,
  applicantId: row.applicantId,
  status: 'submitted' as const,
  version: row.version + 1,
  at,
});

function refusalOf(row: Found, { version, at, signIn }: Pick<Arrival, 'version' | 'at' | 'signIn'>): Problem | undefined {
  const line = findLine('submit', situationOf(row), authorAs({}, row), at);
  if (line instanceof Problem) return line;
  const reason = signInReason(row.access, signIn);
  if (reason) return new Problem(signInNotAllowed, reason);
  if (row.contentSha256 === null) return version === row.version ? notCompleted : changedSince(row.version);
  return showsCompleted(version, row.version) ? undefined : changedSince(row.version);
}

const sendingOf = (row: Found, { at, signIn, traceparent }: Pick<Arrival, 'at' | 'traceparent'> & { signIn: SignIn | null }): Sending => ({
  row,
  at,
  signIn,
  traceparent,
  enabling: row.settings.enablesPeople ? enablingOf(at) : null,
  term: termRuleOf(row.settings),
  answerBy: answerByOf({ status: 'submitted', submittedAt: at, passages: [], settings: row.settings }),
});

const submitting: Presenting = { move: 'submit', from: 'ready', mover: null };

function situationOf({ status, profileKind, procedureStatus, ...procedure }: Found): Situation {
  return { status, profileKind, officerId: null, officerName: null, procedure: { ...procedure, status: procedureStatus } };
}

/** @throws Error for a row that was not sent */
function markOf({ id: practiceId, number, submittedAt, position, contentSha256, kid, signature }: Found): Mark {
  if (!submittedAt || position === null || contentSha256 === null || signature === null) throw new Error(`${practiceId} has no mark`);
  return { practiceId, number, submittedAt, position, contentSha256, kid, signature };
}
