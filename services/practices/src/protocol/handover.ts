import { Inject, Injectable } from '@nestjs/common';
import { Files } from '@sportello/casework/files';
import { newId } from '@sportello/contracts/id';
import { directionOf, type RegisteredKind, type RegisterKind } from '@sportello/contracts/practices/protocol';
import { signAddress } from '@sportello/documents/signed-address';
import { CONFIG } from '@sportello/service/config';
import { homeOfBody } from '@sportello/service/homes';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager, Not } from 'typeorm';
import type { z } from 'zod';
import type { PracticesConfig } from '../config.js';
import { ReceiptMaker } from '../documents/receipt-maker.js';
import { RegistrationReceipts } from '../documents/receipts.js';
import { Practice } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { asNotTaken, type NotTaken, waitOf } from '../systems/ask-system.js';
import { ProtocolSetting } from './entry.entity.js';
import { Filing, FilingLine, type Lane } from './filing.entity.js';
import { type Paper, papersOf } from './papers.js';
import { acquire, enter, newFiling, nextOwn } from './register.js';
import { BodySystems } from './systems.js';

/** Lines that one process works on at the same time: one of which the system is slow holds up no other. */
const AT_ONCE = 8;
/** How long the documents of what was handed over can be read, in milliseconds. */
const READABLE_MS = 3_600_000;
/** A line is held so much longer than a try may take, in milliseconds. */
const SPARE_MS = 5_000;

/** After these a system has nothing of what was handed over; after others it may. */
const neverArrived: readonly (typeof Filing.prototype.cause)[] = ['refused', 'unauthorised', 'not-configured'];

interface Line {
  organizationId: string;
  lane: Lane;
}

/** What a body's line has at its head, with all that is needed to hand it over. */
interface Head {
  filing: Filing;
  practice: Practice;
  procedure: Procedure;
}

const idOf = ({ organizationId, lane }: Line) => `${organizationId}.${lane}`;
const lineOf = (id: string): Line => ({ organizationId: id.slice(0, 36), lane: id.slice(37) as Lane });

/**
 * Hands over, in order, what is to be registered or forwarded. One process at a time holds the line of a body. What it hands over is written down
 * only if the line is still its own, so that a process that was away too long changes nothing; and it is asked under the same key as before, so
 * that what was registered without our learning of it gets no second number.
 */
@Injectable()
export class Handover extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly systems: BodySystems,
    private readonly files: Files,
    maker: ReceiptMaker,
    private readonly receipts: RegistrationReceipts,
    @Inject(CONFIG) private readonly config: PracticesConfig,
  ) {
    super('handover', AT_ONCE);
    maker.whenIssued((tx, practice, procedure) => this.fileSent(tx, practice, procedure));
  }

  /** Notes that a document is to be registered, where the service registers; it is once the caller's transaction is committed. */
  async file(
    tx: EntityManager,
    practice: Practice,
    procedure: Procedure,
    kind: Exclude<RegisteredKind, 'request'>,
    sourceId: string = practice.id,
  ): Promise<void> {
    if (procedure.settings.registers) await this.add(tx, practice, kind, sourceId);
  }

  /**
   * Takes back a practice that was to be handed on, in the caller's transaction. Whoever takes the line waits until that ends.
   * @returns false when the office of destination may have it already
   */
  async takeBack(tx: EntityManager, { id: practiceId, organizationId }: Practice): Promise<boolean> {
    const filing = await tx.findOneBy(Filing, { practiceId, organizationId, kind: 'acquisition', state: Not('done' as const) });
    if (!filing) return true;
    const { lane, cause } = filing;
    await tx.createQueryBuilder().insert().into(FilingLine).values({ organizationId, lane, failures: 0 }).orIgnore().execute();
    const [line]: { isHeld: boolean }[] = await tx.query(
      'select coalesce(held_until > now(), false) "isHeld" from filing_lines where organization_id = $1 and lane = $2 for update',
      [organizationId, lane],
    );
    if (line?.isHeld || (cause !== null && !neverArrived.includes(cause))) return false;
    await tx.delete(Filing, { id: filing.id });
    return true;
  }

  /** A request goes on its way once its PDF exists, which is what is registered. */
  private async fileSent(tx: EntityManager, practice: Practice, { settings }: Procedure): Promise<void> {
    if (settings.registers) await this.add(tx, practice, 'request', practice.id);
    else if (settings.workflow === 'forward' && practice.status === 'submitted') await this.add(tx, practice, 'acquisition', practice.id);
  }

  /** Puts something of a practice in line, once; it is handed over after the caller's transaction. */
  async add(tx: EntityManager, practice: Pick<Practice, 'id' | 'organizationId'>, kind: Filing['kind'], sourceId: string) {
    const filing = newFiling(practice, kind, sourceId, new Date());
    const { raw } = await tx.createQueryBuilder().insert().into(Filing).values(filing).orIgnore().returning('position').execute();
    const [row] = raw as { position: string }[];
    if (row) this.afterCommit(tx, { id: idOf(filing), attempt: Number(row.position) });
  }

  /** The lines with something to hand over. */
  protected async due(now: Date, limit: number): Promise<Alarm[]> {
    const lines: Line[] = await this.db.query(
      `select distinct f.organization_id "organizationId", f.lane from filings f
       left join filing_lines l on l.organization_id = f.organization_id and l.lane = f.lane
       where f.state = 'waiting' and (l.next_try_at is null or l.next_try_at <= $1) limit $2`,
      [now, limit],
    );
    return lines.map((line) => ({ id: idOf(line) }));
  }

  async run(id: string): Promise<void> {
    const line = lineOf(id);
    const holder = newId();
    while (await this.hold(line, holder)) {
      try {
        while (await this.handNext(line, holder));
      } finally {
        await this.letGo(line, holder);
      }
      // What came while the line was held rang in vain.
      if (!(await this.isDue(line))) return;
    }
  }

  /** Takes the line, unless somebody has it or its next try is not due yet. */
  private async hold(line: Line, holder: string): Promise<boolean> {
    const seconds = this.config.SYSTEM_DEADLINE_SECONDS + SPARE_MS / 1_000;
    const held: object[] = await this.db.query(
      `insert into filing_lines as l (organization_id, lane, held_by, held_until, failures) values ($1, $2, $3, now() + make_interval(secs => $4), 0)
       on conflict (organization_id, lane) do update set held_by = excluded.held_by, held_until = excluded.held_until
       where (l.held_by is null or l.held_by = excluded.held_by or l.held_until < now()) and (l.next_try_at is null or l.next_try_at <= now())
       returning 1`,
      [line.organizationId, line.lane, holder, seconds],
    );
    if (held.length === 0) await this.ringLater(line);
    return held.length > 0;
  }

  /** Somebody else has the line, or its system is away: it is looked at again when that may have ended. */
  private async ringLater(line: Line): Promise<void> {
    const [row]: { at: Date | null }[] = await this.db.query(
      'select greatest(held_until, next_try_at) at from filing_lines where organization_id = $1 and lane = $2',
      [line.organizationId, line.lane],
    );
    if (row?.at) this.later([{ id: idOf(line), attempt: row.at.getTime(), at: row.at }]);
  }

  private letGo({ organizationId, lane }: Line, holder: string): Promise<unknown> {
    return this.db.query(
      'update filing_lines set held_by = null, held_until = null where organization_id = $1 and lane = $2 and held_by = $3',
      [organizationId, lane, holder],
    );
  }

  private async isDue({ organizationId, lane }: Line): Promise<boolean> {
    const rows: object[] = await this.db.query(
      `select 1 from filings f left join filing_lines l using (organization_id, lane)
       where f.organization_id = $1 and f.lane = $2 and f.state = 'waiting' and (l.next_try_at is null or l.next_try_at <= now()) limit 1`,
      [organizationId, lane],
    );
    return rows.length > 0;
  }

  /** @returns false when nothing waits, or its system is away */
  private async handNext(line: Line, holder: string): Promise<boolean> {
    const head = await this.headOf(line);
    if (!head || !(await this.hold(line, holder))) return false;
    try {
      await this.handOver(head, holder);
      return true;
    } catch (error) {
      return this.noteFailure(head.filing, holder, asNotTaken(error, head.filing.id));
    }
  }

  private async headOf({ organizationId, lane }: Line): Promise<Head | undefined> {
    const { manager } = this.db;
    const filing = await manager.findOne(Filing, { where: { organizationId, lane, state: 'waiting' }, order: { position: 'ASC' } });
    if (!filing) return undefined;
    const practice = await manager.findOneByOrFail(Practice, { id: filing.practiceId, organizationId });
    return { filing, practice, procedure: await procedureOf(manager, practice) };
  }

  private async handOver(head: Head, holder: string): Promise<void> {
    const { filing } = head;
    const papers = await papersOf(this.db.manager, head.practice, filing);
    for (const { key, bytes } of papers) if (bytes) await this.files.putOnce(key, bytes);
    if (filing.kind === 'acquisition') {
      await this.systems.acquire(filing.organizationId, filing.id, {
        ...this.handedOver(head, papers),
        submittedAt: head.practice.submittedAt ?? filing.filedAt,
        protocolNumber: head.practice.protocolNumber,
      });
      return this.write(filing, holder, (tx, practice, procedure) => acquire(tx, practice, procedure, new Date()));
    }
    const { kind } = filing;
    const register = await this.registerOf(filing.organizationId);
    const asked = { ...this.handedOver(head, papers), kind, direction: directionOf(kind) };
    const answer = register === 'external' ? await this.systems.register(filing.organizationId, filing.id, asked) : null;
    return this.write(filing, holder, async (tx, practice, procedure) => {
      const registered = answer ?? (await nextOwn(tx, filing.organizationId, () => new Date()));
      const now = new Date();
      await enter(tx, { filing: { ...filing, kind }, practice, procedure }, papers, registered, { register, receipts: this.receipts, now });
      if (kind === 'request' && procedure.settings.workflow === 'forward' && practice.status === 'registered')
        await this.add(tx, practice, 'acquisition', practice.id);
    });
  }

  /** Writes down what was done, once, and only by whoever still holds the line. */
  private write(
    { id, organizationId, lane, practiceId }: Filing,
    holder: string,
    follow: (tx: EntityManager, practice: Practice, procedure: Procedure) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      // The practice first, as by whoever takes it back.
      const practice = await tx.findOneOrFail(Practice, { where: { id: practiceId, organizationId }, lock: { mode: 'pessimistic_write' } });
      if (!(await isHolder(tx, { organizationId, lane }, holder))) return;
      await tx.update(FilingLine, { organizationId, lane }, { failures: 0, nextTryAt: null });
      const done = await tx.update(
        Filing,
        { id, organizationId, state: 'waiting' },
        { state: 'done', cause: null, detail: null, triedAt: new Date() },
      );
      if (done.affected !== 1) return;
      await follow(tx, practice, await procedureOf(tx, practice));
    });
  }

  /** @returns whether the next one of the line may be tried */
  private async noteFailure(
    { id, organizationId, lane }: Filing,
    holder: string,
    { failure, detail, isFinal, retryAfterSeconds }: NotTaken,
  ) {
    return this.db.transaction(async (tx) => {
      if (!(await isHolder(tx, { organizationId, lane }, holder))) return false;
      const now = new Date();
      await tx
        .createQueryBuilder()
        .update(Filing)
        .set({ state: isFinal ? 'failed' : 'waiting', cause: failure, detail, triedAt: now, attempts: () => 'attempts + 1' })
        .where({ id, organizationId, state: 'waiting' })
        .execute();
      if (isFinal) return true;
      const line = await tx.findOneByOrFail(FilingLine, { organizationId, lane });
      const nextTryAt = new Date(now.getTime() + waitOf(line.failures, retryAfterSeconds));
      await tx.update(FilingLine, { organizationId, lane }, { failures: line.failures + 1, nextTryAt });
      this.afterCommit(tx, { id: idOf({ organizationId, lane }), attempt: nextTryAt.getTime(), at: nextTryAt });
      return false;
    });
  }

  /** Tries a line at once. */
  async retry(tx: EntityManager, { organizationId, lane }: Line): Promise<void> {
    await tx.update(FilingLine, { organizationId, lane }, { failures: 0, nextTryAt: null });
    this.afterCommit(tx, { id: idOf({ organizationId, lane }), attempt: Date.now() });
  }

  private async registerOf(organizationId: string): Promise<z.infer<typeof RegisterKind>> {
    return (await this.db.manager.findOneBy(ProtocolSetting, { organizationId }))?.register ?? 'own';
  }

  private handedOver({ practice, procedure }: Head, papers: readonly Paper[]) {
    const { id: practiceId, organizationId, number: practiceNumber, applicantName: name, applicantFiscalCode: fiscalCode } = practice;
    const expiresAt = new Date(Date.now() + READABLE_MS);
    const home = homeOfBody(this.config, organizationId);
    const documents = papers.map(({ key, name: file, type, sizeBytes, sha256 }) => {
      const url = `${home}/files/${signAddress({ key, name: file, type, expiresAt }, this.config.FILES_SECRET)}`;
      return { name: file, type, sizeBytes, sha256, url };
    });
    return { organizationId, practiceId, practiceNumber, procedure: procedure.title.it, applicant: { name, fiscalCode }, documents };
  }
}

/** Whether the line is still the holder's: it stays so until the transaction ends. */
async function isHolder(tx: EntityManager, { organizationId, lane }: Line, holder: string): Promise<boolean> {
  const rows: object[] = await tx.query(
    'select 1 from filing_lines where organization_id = $1 and lane = $2 and held_by = $3 and held_until > now() for update',
    [organizationId, lane, holder],
  );
  return rows.length > 0;
}

export const procedureOf = (tx: EntityManager, { procedureId: id, organizationId }: Practice): Promise<Procedure> =>
  tx.findOneByOrFail(Procedure, { id, organizationId });
