import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { changedMeanwhile, idReused } from '@sportello/contracts/problems';
import { importRefused, listImports, MOST_REPORTED, putImport, tryImport } from '@sportello/contracts/school/imports';
import { officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager } from 'typeorm';
import { Reckonings } from '../reckoning/reckonings.js';
import { AppliedImport } from './applied-import.entity.js';
import { lockImports } from './lock.js';
import { type Plan, planImport } from './planning.js';

const lastFirst = descending<AppliedImport>([byInstant('i.at', ({ at }) => at)], 'i.id');
/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1_000;

/** Takes over what the management system of a body brings (INT-07). */
@Controller()
export class ImportsService {
  constructor(
    private readonly db: DataSource,
    private readonly reckonings: Reckonings,
  ) {}

  @Handles(tryImport)
  async try({ kind, csv }: Input<typeof tryImport>, actor: Actor): Promise<Output<typeof tryImport>> {
    const { manager } = this.db;
    const { counts, rows, hash } = await planImport(manager, await bodyImportedBy(manager, actor), kind, csv);
    const told = rows.filter(({ outcome }) => outcome !== 'same').slice(0, MOST_REPORTED);
    return { ...counts, plan: hash, rows: told.map((row) => row.told) };
  }

  /** All of it or nothing. Of two at once for a body the second plans anew, and finds that something changed. */
  @Handles(putImport)
  put({ id, kind, csv, plan }: Input<typeof putImport>, actor: Actor): Promise<Output<typeof putImport>> {
    return this.db.transaction(async (tx) => {
      const organizationId = await bodyImportedBy(tx, actor);
      await lockImports(tx, organizationId);
      const before = await tx.findOneBy(AppliedImport, { id });
      if (before && !(before.organizationId === organizationId && before.kind === kind && before.plan === plan))
        throw new Problem(idReused);
      if (before) return before;
      const planned = await planImport(tx, organizationId, kind, csv);
      if (planned.counts.refused > 0) throw new Problem(importRefused);
      if (planned.hash !== plan) throw new Problem(changedMeanwhile);
      await apply(tx, planned);
      await planned.kind.follow?.(tx, organizationId, planned.rows);
      const applied = tx.create(AppliedImport, {
        id,
        organizationId,
        kind,
        plan,
        at: new Date(),
        appliedBy: actor.personId,
        ...planned.counts,
      });
      await tx.insert(AppliedImport, applied);
      if (planned.kind.isReckoned) await this.reckonings.ask(tx, organizationId);
      return applied;
    });
  }

  @Handles(listImports)
  async list(page: Input<typeof listImports>, actor: Actor): Promise<Output<typeof listImports>> {
    const { manager } = this.db;
    const organizationId = await bodyImportedBy(manager, actor);
    return lastFirst.pageOf(manager.createQueryBuilder(AppliedImport, 'i').where({ organizationId }), page);
  }
}

async function bodyImportedBy(tx: EntityManager, actor: Actor): Promise<string> {
  return (await officerOf(tx, actor, 'procedure')).organizationId;
}

/** What others write in a row meanwhile, as that it was paid or counted, is left as it is. */
async function apply(tx: EntityManager, { kind, rows, overwritten }: Plan): Promise<void> {
  const { connection } = tx;
  const removed = rows.flatMap(({ row, outcome }) => (row && outcome === 'removed' ? [String(row['id'])] : []));
  if (removed.length > 0) {
    await kind.removal?.prepare?.(tx, removed);
    await tx.delete(kind.table, removed);
  }
  const columnOf = (property: string) => connection.getMetadata(kind.table).findColumnWithPropertyName(property)?.databaseName ?? property;
  const batches = (wanted: 'made' | 'changed') => {
    const written = rows.flatMap(({ outcome, row }) => (outcome === wanted && row ? [row] : []));
    return Array.from({ length: Math.ceil(written.length / BATCH) }, (_, at) => written.slice(at * BATCH, (at + 1) * BATCH) as never[]);
  };
  for (const some of batches('made')) await tx.insert(kind.table, some);
  for (const some of batches('changed'))
    await tx
      .createQueryBuilder()
      .insert()
      .into(kind.table)
      .values(some)
      .orUpdate(overwritten.map(columnOf), [...(kind.primary ?? ['id'])].map(columnOf))
      .execute();
}
