import { Injectable } from '@nestjs/common';
import { describePeople, findPerson } from '@sportello/contracts/identity/people';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { addDays, type CivilDate, romeDate } from '@sportello/italy/rome-time';
import { service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager } from 'typeorm';
import { Creditor } from '../creditors/creditor.entity.js';
import { announceOpened } from '../settlement/announcements.js';
import { keepStep, system } from './history.js';
import { checkTransfers, Instalment, Transfer } from './instalment.entity.js';
import { takeNoticeNumber } from './notice-counter.entity.js';
import { type Debtor, Position, stateOf } from './position.entity.js';
import { dueCents } from './reading.js';
import { remittanceOf } from './remittance.js';
import { keepWords } from './words.js';

/** What could not be created is tried again after this long, in milliseconds; sooner where its body is set up meanwhile. */
const RETRY_MS = 600_000;

/** Creates the notices of positions: names the debtor, allots the numbers, and opens what can be paid from then on. */
@Injectable()
export class Openings extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
  ) {
    super('openings', 4);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id from positions where next_try_at <= $1 order by next_try_at limit $2', [now, limit]);
  }

  /** What waits for the settings of its body is created once they are there. */
  async openNow(tx: EntityManager, organizationId: string): Promise<void> {
    const waiting: [Alarm[], number] = await tx.query(
      'update positions set next_try_at = now() where organization_id = $1 and next_try_at is not null returning id',
      [organizationId],
    );
    for (const { id } of waiting[0]) this.afterCommit(tx, { id });
  }

  async run(id: string, now: Date): Promise<void> {
    const waiting = await this.db.manager.findOneBy(Position, { id });
    if (!waiting?.nextTryAt || waiting.nextTryAt > now) return;
    // Nobody is asked about the debtors of a body that cannot be paid yet.
    const isSetUp = await this.db.manager.existsBy(Creditor, { organizationId: waiting.organizationId });
    const debtor = waiting.debtor ?? (isSetUp ? await this.describe(waiting) : null);
    const met = isSetUp ? await this.meet(waiting) : null;
    await this.db.transaction(async (tx) => {
      const position = await tx.findOne(Position, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!position?.nextTryAt || position.nextTryAt > now) return;
      const creditor = await tx.findOneBy(Creditor, { organizationId: position.organizationId });
      const all = await tx.findBy(Instalment, { positionId: id });
      const instalments = all.filter(({ state }) => state === 'draft' || state === 'creation_failed');
      const isReady = creditor !== null && debtor !== null;
      const from = stateOf(position, all, now);
      if (isReady) for (const instalment of instalments) await open(tx, position, instalment, creditor, now);
      else for (const instalment of instalments) instalment.state = 'creation_failed';
      const to = stateOf(position, all, now);
      await tx.save(instalments);
      await tx.save(
        Object.assign(position, {
          debtor,
          personId: position.personId ?? met,
          nextTryAt: isReady ? null : new Date(now.getTime() + RETRY_MS),
        }),
      );
      await keepWords(tx, position, all);
      // A practice tells its own applicant.
      const isFirst = position.version === 1 && position.practiceId === null;
      if (isReady && isFirst) await announceOpened(tx, position, dueCents(instalments, now), now);
      if (from !== to) await keepStep(tx, position, { move: isReady ? 'open' : 'wait', from, to }, system, now);
    });
  }

  /** Who has this fiscal code here by a digital identity, so that she is told; null where nobody has. What somebody typed says nothing of whose it is. */
  private async meet({ personId, debtor }: Position): Promise<string | null> {
    if (personId || debtor?.kind !== 'F' || checkFiscalCode(debtor.code) !== null) return personId;
    const { person, isIdentified } = await this.bus.call(findPerson, { fiscalCode: debtor.code }, service);
    return isIdentified ? (person?.id ?? null) : null;
  }

  /** @returns null for whom identity does not know */
  private async describe({ personId }: Position): Promise<Debtor | null> {
    if (!personId) return null;
    const { items } = await this.bus.call(describePeople, { ids: [personId] }, service);
    const [person] = items;
    if (!person) return null;
    const { givenName, familyName, fiscalCode } = person.identity;
    return { kind: 'F', code: fiscalCode, fullName: `${givenName} ${familyName}`.slice(0, 70), mail: person.mail };
  }
}

/** Gives an instalment its number, and the whole of it to the body where nothing says otherwise. */
async function open(tx: EntityManager, position: Position, instalment: Instalment, creditor: Creditor, now: Date): Promise<void> {
  const { organizationId, fiscalCode, name, iban, postal } = creditor;
  Object.assign(instalment, { state: 'open', creditorFiscalCode: fiscalCode, noticeNumber: await takeNoticeNumber(tx, creditor) });
  instalment.remindOn = reminderOf(instalment, creditor, now);
  const { id: instalmentId, amountCents } = instalment;
  const wanted = await tx.find(Transfer, { where: { instalmentId }, order: { place: 'ASC' } });
  const category = position.category ?? creditor.category;
  const whole = { instalmentId, place: 1, organizationId, amountCents, fiscalCode, companyName: name, iban, category, reason: '' };
  const transfers = wanted.length > 0 ? wanted : [tx.create(Transfer, { ...whole, postalIban: null })];
  checkTransfers(amountCents, transfers);
  for (const transfer of transfers) {
    transfer.reason = remittanceOf(instalment.iuv ?? '', transfer.amountCents, position.reason);
    if (transfer.fiscalCode === fiscalCode) transfer.postalIban = postal?.iban ?? null;
  }
  await tx.save(transfers);
}

/** On which day a reminder is due; none where that day has passed when the notice comes, since the notice says it then. */
function reminderOf({ dueOn }: Instalment, { reminderDays }: Creditor, now: Date): CivilDate | null {
  if (dueOn === null || reminderDays === null) return null;
  const day = addDays(dueOn, -reminderDays);
  return day > romeDate(now) ? day : null;
}
