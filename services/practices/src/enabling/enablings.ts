import { Injectable } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { accountEnabled } from '@sportello/contracts/identity/enablements';
import { enablingGranted } from '@sportello/contracts/practices/enabling';
import { On, publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import { ReceiptMaker } from '../documents/receipt-maker.js';
import { announce } from '../practices/announcements.js';
import { Practice } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { asNotTaken } from '../systems/ask-system.js';
import { CredentialSystems } from './credential-system.js';
import { Enabling, EnablingItem } from './enabling-item.entity.js';
import { peopleListed } from './people-listed.js';

/** People on whom one process works at the same time: one for whom the system is slow holds up few others. */
const AT_ONCE = 8;

/** What of a practice is needed here. */
type Sent = Pick<
  Practice,
  | 'id'
  | 'number'
  | 'organizationId'
  | 'applicantId'
  | 'applicantName'
  | 'content'
  | 'submittedAt'
  | 'existingCredentialOn'
  | 'newCredentialOn'
>;

/**
 * Enables the people whom a request lists (002): each on her own, in steps that a row remembers. The credential system is asked outside of any
 * transaction and under the item's key; what it says is written down only if nobody was quicker. A system that is away is asked again.
 */
@Injectable()
export class Enablings extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly systems: CredentialSystems,
    maker: ReceiptMaker,
  ) {
    super('enablings', AT_ONCE);
    maker.whenIssued((tx, practice) => this.open(tx, practice));
  }

  /** The people due, and the requests whose list has not become items yet: those of before, or of a service that begins to enable. */
  protected async due(now: Date, limit: number): Promise<Alarm[]> {
    const unopened: { id: string }[] = await this.db.query(
      `select p.id from practices p where p.existing_credential_on is not null and p.receipt_issued_at is not null
       and not exists (select 1 from enablings e where e.practice_id = p.id) limit $1`,
      [limit],
    );
    const items: { id: string; version: number }[] = await this.db.query(
      'select id, version from enabling_items where next_try_at <= $1 order by next_try_at limit $2',
      [now, limit],
    );
    return [...unopened.map(({ id }) => ({ id })), ...items.map(({ id, version }) => ({ id, attempt: version }))];
  }

  /** @param id of a person's item, or of a request whose list is to become items */
  async run(id: string, now: Date): Promise<void> {
    const item = await this.db.manager.findOneBy(EnablingItem, { id });
    if (!item)
      return this.db.transaction(async (tx) => {
        const practice = await tx.findOneBy(Practice, { id });
        if (practice) await this.open(tx, practice);
      });
    if (item.nextTryAt === null || item.nextTryAt > now) return;
    try {
      await this.step(item, now);
    } catch (error) {
      const failure = asNotTaken(error, id);
      await this.change(item, now, (fresh) => fresh.wait(failure, now));
    }
  }

  /** Makes an item of each person listed, once. */
  private async open(tx: EntityManager, practice: Sent): Promise<void> {
    const { id: practiceId, organizationId, applicantId, applicantName, submittedAt, existingCredentialOn, newCredentialOn } = practice;
    if (!submittedAt || !existingCredentialOn || !newCredentialOn) return;
    const now = new Date();
    const opened = await tx
      .createQueryBuilder()
      .insert()
      .into(Enabling)
      .values({ practiceId, organizationId, openedAt: now })
      .orIgnore()
      .returning('practice_id')
      .execute();
    if ((opened.raw as object[]).length === 0) return;
    const { people, comune } = peopleListed(practice.content);
    const items = people.map((person, position) =>
      Object.assign(new EnablingItem(), {
        id: stableId(submittedAt, 'enabling', practiceId, position),
        practiceId,
        practiceNumber: practice.number,
        organizationId,
        position,
        askedBy: comune?.code ?? applicantId,
        onBehalfOf: comune?.name ?? applicantName,
        ...person,
        state: 'requested' as const,
        reason: null,
        username: null,
        hadCredential: false,
        existingOn: existingCredentialOn,
        newOn: newCredentialOn,
        requestedAt: submittedAt,
        grantedAt: null,
        enabledAt: null,
        nextTryAt: now,
        attempts: 0,
        cause: null,
        detail: null,
        version: 1,
      }),
    );
    await tx.insert(EnablingItem, items);
    for (const { id, version } of items) this.afterCommit(tx, { id, attempt: version });
  }

  /** What comes next for a person. @throws NotTaken */
  private async step(item: EnablingItem, now: Date): Promise<void> {
    const { id, organizationId, givenName, familyName, fiscalCode, birthDate, mail } = item;
    const asked = { fiscalCode, givenName, familyName, birthDate };
    if (item.state === 'requested') {
      const answer = await this.systems.check(organizationId, id, asked);
      return this.change(item, now, async (fresh, tx) => {
        if (answer.result === 'mismatch') fresh.discard('data-mismatch');
        else if (answer.result === 'unknown') fresh.discard('unknown-person');
        else if (await isListedElsewhere(tx, fresh)) fresh.discard('duplicate');
        else if (answer.username !== null) fresh.hasCredential(answer.username);
        else fresh.needsCredential(now);
      });
    }
    if (item.username === null) {
      const { username } = await this.systems.issue(organizationId, id, { ...asked, mail });
      return this.change(item, now, (fresh) => fresh.gotCredential(username));
    }
    return this.change(item, now, async (fresh, tx) => {
      const { practiceId, onBehalfOf, username } = fresh;
      const { applicantId } = await tx.findOneByOrFail(Practice, { id: practiceId, organizationId });
      fresh.grant(now);
      await publish(tx, enablingGranted, {
        itemId: id,
        practiceId,
        organizationId,
        applicantId,
        ...asked,
        mail,
        onBehalfOf,
        username: username ?? '',
        at: now,
      });
    });
  }

  /** Writes a step down, if the item is still as it was, and rings for the next. */
  private change(item: EnablingItem, now: Date, what: (fresh: EnablingItem, tx: EntityManager) => void | Promise<void>): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id, organizationId, version } = item;
      const fresh = await tx.findOne(EnablingItem, { where: { id, organizationId, version }, lock: { mode: 'pessimistic_write' } });
      if (!fresh) return;
      await what(fresh, tx);
      await tx.save(fresh);
      if (fresh.state === 'discarded') await this.tell(tx, fresh, now);
      if (fresh.nextTryAt) this.afterCommit(tx, { id, attempt: fresh.version, at: fresh.nextTryAt });
    });
  }

  /** The account exists: the comune is told. Told twice, or of somebody who was discarded meanwhile, it changes nothing. */
  @On(accountEnabled, { from: 'beginning' })
  async follow({ itemId, at }: Payload<typeof accountEnabled>, tx: EntityManager): Promise<void> {
    const item = await tx.findOne(EnablingItem, { where: { id: itemId }, lock: { mode: 'pessimistic_write' } });
    if (!item?.enable(at)) return;
    await tx.save(item);
    await this.tell(tx, item, new Date());
  }

  /** Tries at once what waits for the system. @returns false when nothing does */
  async retry(tx: EntityManager, id: string, organizationId: string, now: Date): Promise<boolean> {
    const item = await tx.findOne(EnablingItem, { where: { id, organizationId }, lock: { mode: 'pessimistic_write' } });
    if (!item?.retry(now)) return false;
    await tx.save(item);
    this.afterCommit(tx, { id, attempt: item.version });
    return true;
  }

  private async tell(tx: EntityManager, { id, practiceId, organizationId, state }: EnablingItem, at: Date): Promise<void> {
    const practice = await tx.findOneByOrFail(Practice, { id: practiceId, organizationId });
    const procedure = await tx.findOneByOrFail(Procedure, { id: practice.procedureId, organizationId });
    await announce(tx, state === 'enabled' ? 'person-enabled' : 'person-discarded', { practice, procedure, at, about: id });
  }
}

/** Whether the same comune has asked for her by another item that went on. One after the other, or two requests would both find nothing. */
async function isListedElsewhere(tx: EntityManager, { id, organizationId, askedBy, fiscalCode }: EnablingItem): Promise<boolean> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`enabling ${organizationId} ${askedBy} ${fiscalCode}`]);
  return tx.existsBy(EnablingItem, {
    id: Not(id),
    organizationId,
    askedBy,
    fiscalCode,
    state: In(['existing_credential', 'new_credential', 'enabled']),
  });
}
