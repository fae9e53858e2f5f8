import { Controller, Inject } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { settingNotOffered } from '@sportello/contracts/practices/procedures';
import {
  annulProtocolEntry,
  filingNotFound,
  getDailyRegisterAddress,
  getProtocolSettings,
  listDailyRegisters,
  listProtocolEntries,
  listWaitingFilings,
  notAnnullable,
  protocolEntryMade,
  protocolEntryNotFound,
  putProtocolSettings,
  retryFiling,
} from '@sportello/contracts/practices/protocol';
import { bodyOf, officerOf } from '@sportello/directory/officers';
import { downloadAddress } from '@sportello/documents/signed-address';
import { addDays, romeInstant } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { ascending, byInstant, byText, countUpTo, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { z } from 'zod';
import type { PracticesConfig } from '../config.js';
import { ProtocolAnnulment, ProtocolDay, ProtocolEntry, ProtocolSetting } from './entry.entity.js';
import { Filing, FilingLine } from './filing.entity.js';
import { Handover } from './handover.js';
import { numbersLike } from './numbers-like.js';
import { entryFact } from './register.js';
import { BodySystems } from './systems.js';

type Entry = Output<typeof listProtocolEntries>['items'][number];
type Waiting = Output<typeof listWaitingFilings>['items'][number] & { position: string };

const newestFirst = descending<Joined>([byInstant('e.registeredAt', ({ registeredAt }) => registeredAt)], 'e.id');
const lastDayFirst = descending<ProtocolDay>(
  [
    byText('d.day::text', ({ day }) => day, z.iso.date()),
    byText("lpad(d.part::text, 6, '0')", ({ part }) => String(part).padStart(6, '0'), z.string().regex(/^\d{6}$/)),
  ],
  'd.id',
);
const inOrder = ascending<Waiting>(
  [byText("lpad(f.position::text, 19, '0')", ({ position }) => position, z.string().regex(/^\d{19}$/))],
  'f.id',
);

type Joined = ProtocolEntry & { annulment: ProtocolAnnulment | null };

/** The protocol of a body, for who looks after it: what stands in the register, what waits, and each day as a document. */
@Controller()
export class ProtocolService {
  constructor(
    private readonly db: DataSource,
    private readonly handover: Handover,
    private readonly systems: BodySystems,
    @Inject(CONFIG) private readonly config: PracticesConfig,
  ) {}

  @Handles(listProtocolEntries)
  async entries(input: Input<typeof listProtocolEntries>, actor: Actor): Promise<Output<typeof listProtocolEntries>> {
    const { number, from, to, kind, direction } = input;
    const query = entriesOf(this.db.manager, bodyOf(actor));
    if (number) query.andWhere('e.number in (:...numbers)', { numbers: numbersLike(number) });
    if (from) query.andWhere('e.registeredAt >= :from', { from: romeInstant(from) });
    if (to) query.andWhere('e.registeredAt < :to', { to: romeInstant(addDays(to, 1)) });
    if (kind) query.andWhere('e.kind = :kind', { kind });
    if (direction) query.andWhere('e.direction = :direction', { direction });
    return newestFirst.pageOf<Joined>(query as never, input);
  }

  /** The same again answers the first; another reason is refused, since what was written stands. */
  @Handles(annulProtocolEntry)
  annul({ id, reason }: Input<typeof annulProtocolEntry>, actor: Actor): Promise<Entry> {
    return this.db.transaction(async (tx) => {
      const officer = await officerOf(tx, actor, 'procedure', 'change');
      const find = () => entriesOf(tx, officer.organizationId).andWhere('e.id = :id', { id }).getOne() as Promise<Joined | null>;
      // Two who annul at once: the second waits here and sees what the first did.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`annulment ${id}`]);
      const entry = await find();
      if (!entry) throw new Problem(protocolEntryNotFound);
      if (entry.annulment?.reason === reason) return entry;
      if (entry.annulment || entry.register === 'external') throw new Problem(notAnnullable);
      const at = new Date();
      const { organizationId } = entry;
      await tx.insert(ProtocolAnnulment, { entryId: id, organizationId, at, byId: officer.id, byName: officer.name, reason });
      await publish(tx, protocolEntryMade, entryFact(entry, at));
      return (await find()) as Joined;
    });
  }

  @Handles(listDailyRegisters)
  days(input: Input<typeof listDailyRegisters>, actor: Actor): Promise<Output<typeof listDailyRegisters>> {
    const query = this.db
      .createQueryBuilder(ProtocolDay, 'd')
      .where('d.organizationId = :organizationId', { organizationId: bodyOf(actor) });
    return lastDayFirst.pageOf(query, input);
  }

  @Handles(getDailyRegisterAddress)
  async dayAddress({ id }: Input<typeof getDailyRegisterAddress>, actor: Actor): Promise<Output<typeof getDailyRegisterAddress>> {
    const day = await this.db.manager.findOneBy(ProtocolDay, { id, organizationId: bodyOf(actor) });
    if (!day) throw new Problem(protocolEntryNotFound);
    return downloadAddress({ key: day.key, name: day.name, type: 'application/pdf' }, this.config.FILES_SECRET, new Date());
  }

  @Handles(listWaitingFilings)
  async waiting(input: Input<typeof listWaitingFilings>, actor: Actor): Promise<Output<typeof listWaitingFilings>> {
    const organizationId = bodyOf(actor);
    const place = inOrder.read(input.after);
    const rows: Waiting[] = await this.db.query(
      `select f.id, f.kind, f.state, f.practice_id "practiceId", p.number "practiceNumber", r.title "procedureTitle", f.filed_at "filedAt",
         f.attempts, f.cause, f.detail, f.tried_at "triedAt", lpad(f.position::text, 19, '0') "position"
       from filings f join practices p on p.id = f.practice_id join procedures r on r.id = p.procedure_id
       where f.organization_id = $1 and f.state <> 'done' and ($2::bigint is null or f.position > $2) order by f.position limit $3`,
      [organizationId, place ? String(place[0]) : null, input.limit + 1],
    );
    const [more]: { total: number; nextTryAt: Date | null }[] = await this.db.query(
      `select ${countUpTo("from filings where organization_id = $1 and state <> 'done'")} total,
         (select min(next_try_at) from filing_lines where organization_id = $1) "nextTryAt"`,
      [organizationId],
    );
    return { ...inOrder.cut(rows, input.limit), total: more?.total ?? 0, nextTryAt: more?.nextTryAt ?? null };
  }

  @Handles(retryFiling)
  async retry({ id }: Input<typeof retryFiling>, actor: Actor): Promise<Output<typeof retryFiling>> {
    const organizationId = bodyOf(actor);
    await this.db.transaction(async (tx) => {
      const filing = await tx.findOneBy(Filing, { id, organizationId, state: Not('done' as const) });
      if (!filing) throw new Problem(filingNotFound);
      await tx.update(Filing, { id, organizationId, state: 'failed' }, { state: 'waiting' });
      await this.handover.retry(tx, filing);
    });
    return {};
  }

  @Handles(getProtocolSettings)
  settings(_input: Input<typeof getProtocolSettings>, actor: Actor): Promise<Output<typeof getProtocolSettings>> {
    return this.settingsOf(this.db.manager, bodyOf(actor));
  }

  @Handles(putProtocolSettings)
  put({ register, version }: Input<typeof putProtocolSettings>, actor: Actor): Promise<Output<typeof putProtocolSettings>> {
    const organizationId = bodyOf(actor);
    if (register === 'external' && !this.systems.has(organizationId)) throw new Problem(settingNotOffered, noSystem);
    return this.db.transaction(async (tx) => {
      await tx
        .createQueryBuilder()
        .insert()
        .into(ProtocolSetting)
        .values({ organizationId, register: 'own', version: 0 })
        .orIgnore()
        .execute();
      const row = await tx.findOneOrFail(ProtocolSetting, { where: { organizationId }, lock: { mode: 'pessimistic_write' } });
      if (row.register === register && row.version > 0) return this.settingsOf(tx, organizationId);
      checkVersion(version, row.version);
      await tx.save(Object.assign(row, { register, version: row.version + 1 }));
      const lines = await tx.findBy(FilingLine, { organizationId });
      for (const line of lines) await this.handover.retry(tx, line);
      return this.settingsOf(tx, organizationId);
    });
  }

  private async settingsOf(tx: EntityManager, organizationId: string): Promise<Output<typeof getProtocolSettings>> {
    const row = await tx.findOneBy(ProtocolSetting, { organizationId });
    return { register: row?.register ?? 'own', canBeExternal: this.systems.has(organizationId), version: row?.version ?? 0 };
  }
}

const entriesOf = (tx: EntityManager, organizationId: string) =>
  tx
    .createQueryBuilder(ProtocolEntry, 'e')
    .leftJoinAndMapOne('e.annulment', ProtocolAnnulment, 'a', 'a.entryId = e.id')
    .where('e.organizationId = :organizationId', { organizationId });

const noSystem = {
  it: "Per questo ente non è configurato l'indirizzo di un sistema di protocollo",
  en: 'No address of a protocol system is configured for this body',
};
