import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { STAMP_CENTS } from '@sportello/contracts/practices/dues';
import {
  declareStamp,
  rejectStamp,
  stampDateWrong,
  stampNotFound,
  stampUsed,
  verifyStamp,
  waiveStamp,
} from '@sportello/contracts/practices/stamps';
import { moveRefused } from '@sportello/contracts/practices/states';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { Stamp } from '../dues/stamp.entity.js';
import { type Accessed, accessAsOfficer, accessOwn } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { findOf } from '../practices/find-of.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { SettledDues } from './settled-dues.js';

/** Revenue stamps on paper: declared by who bought them, looked at by an officer (BOL-01 to BOL-04, BOL-21, BOL-22). */
@Controller()
export class StampsService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
    private readonly settled: SettledDues,
  ) {}

  @Handles(declareStamp)
  async declare(input: Input<typeof declareStamp>, actor: Actor): Promise<Output<typeof declareStamp>> {
    const { id, version, stampId, number, issuedOn } = input;
    const now = new Date();
    if (issuedOn > romeDate(now)) throw new Problem(stampDateWrong);
    await this.db.transaction(async (tx) => {
      const accessed = await accessOwn(tx, id, actor);
      const { practice, procedure } = accessed;
      const stamp = (await findOf(tx, Stamp, stampId, accessed.practice, stampNotFound)) ?? (await ofRequest(tx, stampId, accessed, now));
      if (stamp.isSettled && stamp.number === number && stamp.issuedOn === issuedOn) return;
      // A draft's version is that of its content, which is saved by itself.
      const isDraft = practice.status === 'draft';
      if (!isDraft) checkVersion(version, practice.version);
      if (stamp.isSettled && !isDraft) throw new Problem(moveRefused, alreadyDeclared);
      await save(tx, Object.assign(stamp, { status: 'declared', number, issuedOn, declaredAt: now, note: null }));
      practice.hasPayment = true;
      if (!isDraft) practice.version += 1;
      await tx.save(practice);
      await this.settled.goOn(tx, practice, procedure, now);
    });
    return this.reader.read(id, actor);
  }

  @Handles(verifyStamp)
  verify({ id, version, stampId }: Input<typeof verifyStamp>, actor: Actor): Promise<Output<typeof verifyStamp>> {
    return this.judge({ id, version, stampId, status: 'verified', note: null, from: ['declared'] }, actor);
  }

  @Handles(rejectStamp)
  reject({ id, version, stampId, reason }: Input<typeof rejectStamp>, actor: Actor): Promise<Output<typeof rejectStamp>> {
    return this.judge({ id, version, stampId, status: 'rejected', note: reason, from: ['declared', 'verified'] }, actor);
  }

  @Handles(waiveStamp)
  waive({ id, version, stampId, reason }: Input<typeof waiveStamp>, actor: Actor): Promise<Output<typeof waiveStamp>> {
    return this.judge({ id, version, stampId, status: 'waived', note: reason, from: ['requested', 'rejected'] }, actor);
  }

  /** The same again answers the first. */
  private async judge({ id, version, stampId, status, note, from }: Judgement, actor: Actor): Promise<Output<typeof verifyStamp>> {
    await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure } = accessed;
      const stamp = await findOf(tx, Stamp, stampId, accessed.practice, stampNotFound);
      if (!stamp) throw new Problem(stampNotFound);
      if (stamp.status === status && stamp.note === note) return;
      checkVersion(version, practice.version);
      if (!from.includes(stamp.status)) throw new Problem(moveRefused, notNow);
      const now = new Date();
      await tx.save(Object.assign(stamp, { status, note }));
      practice.version += 1;
      await tx.save(practice);
      await this.settled.goOn(tx, practice, procedure, now);
      if (status === 'rejected') await announce(tx, 'stamp-rejected', { practice, procedure, at: now, ...(note && { quote: note }) });
    });
    return this.reader.read(id, actor);
  }
}

interface Judgement {
  id: string;
  version: number;
  stampId: string;
  status: 'verified' | 'rejected' | 'waived';
  note: string | null;
  from: Stamp['status'][];
}

/**
 * The stamp of a request that is being filled in: it has one, whatever window declares it.
 * @throws Problem `stampNotFound` where the service wants none, or it has one under another id
 */
async function ofRequest(tx: EntityManager, id: string, { practice, procedure }: Accessed, askedAt: Date): Promise<Stamp> {
  if (practice.status !== 'draft' || procedure.settings.stamps !== 'request') throw new Problem(stampNotFound);
  if (await tx.existsBy(Stamp, { practiceId: practice.id, phase: 'request' })) throw new Problem(stampNotFound);
  const { organizationId, id: practiceId } = practice;
  const empty = { number: null, issuedOn: null, declaredAt: null, note: null, documentSha256: null };
  return tx.create(Stamp, {
    ...{ id, organizationId, practiceId, phase: 'request', status: 'requested', reason: ofTheRequest, amountCents: STAMP_CENTS, askedAt },
    ...empty,
  });
}

/** @throws Problem `stampUsed` for a number that stands on another stamp of the installation */
async function save(tx: EntityManager, stamp: Stamp): Promise<void> {
  try {
    await tx.transaction((inner) => inner.save(stamp));
  } catch (error) {
    if (error instanceof QueryFailedError && error.driverError.constraint === 'stamps_number') throw new Problem(stampUsed);
    throw error;
  }
}

/** As it stands on the list of stamps: what is written on paper is Italian. */
const ofTheRequest = 'Istanza';
const alreadyDeclared = { it: 'La marca da bollo è già stata dichiarata', en: 'The stamp has been declared already' };
const notNow = {
  it: 'La marca da bollo è in un altro stato: ricarica la pagina',
  en: 'The stamp is in another state: reload the page',
};
