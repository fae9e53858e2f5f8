import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { organizationNotFound } from '@sportello/contracts/identity';
import {
  Category,
  categoryLabels,
  codeTaken,
  getProcedure,
  listCategories,
  listProcedures,
  procedureNotFound,
  putProcedure,
  settingNotOffered,
  type WorkflowSettings,
} from '@sportello/contracts/procedures';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { OrganizationCopy } from '../organizations/organization-copy.entity.js';
import { pageOf, readCursor } from '../practices/cursor.js';
import { Procedure } from './procedure.entity.js';
import { containing, searchText } from './search-text.js';

/** Characters of the title by which the catalogue is sorted: they travel in the cursor. */
const SORTED = 30;

type Shape = Output<typeof getProcedure>;

/** The catalogue: what can be asked for, and whether it can be started now. */
@Controller()
export class ProceduresService {
  constructor(private readonly db: DataSource) {}

  @Handles(listProcedures)
  async list({ limit, after, category, search }: Input<typeof listProcedures>, actor: Actor): Promise<Output<typeof listProcedures>> {
    const query = this.catalogue(actor)
      .orderBy(`left(p.searchText, ${SORTED})`)
      .addOrderBy('p.id')
      .limit(limit + 1);
    if (category) query.andWhere('p.category = :category', { category });
    if (search) query.andWhere('p.searchText like :words', { words: containing(search) });
    const from = readCursor(after);
    if (from) query.andWhere(`(left(p.searchText, ${SORTED}), p.id) > (:title, :id)`, { title: from.key, id: from.id });
    const rows = await query.getMany();
    const names = await this.namesOf(rows);
    const page = pageOf(rows, limit, ({ searchText: key, id }) => ({ key: key.slice(0, SORTED), id }));
    return { ...page, items: page.items.map((row) => shapeOf(row, names.get(row.organizationId) ?? '', actor, new Date())) };
  }

  @Handles(listCategories)
  async categories(_input: Input<typeof listCategories>, actor: Actor): Promise<Output<typeof listCategories>> {
    const rows: { category: Category; count: string }[] = await this.catalogue(actor)
      .select('p.category', 'category')
      .addSelect('count(*)', 'count')
      .groupBy('p.category')
      .getRawMany();
    const counts = new Map(rows.map(({ category, count }) => [category, Number(count)]));
    return {
      items: Category.options.map((category) => ({ category, label: categoryLabels[category], count: counts.get(category) ?? 0 })),
    };
  }

  /** What is not published yet, or no more, is seen by its own body alone. */
  @Handles(getProcedure)
  async get({ id }: Input<typeof getProcedure>, actor: Actor): Promise<Shape> {
    const procedure = await this.db.manager.findOneBy(Procedure, { id });
    const isPublic = procedure?.status === 'published' || procedure?.status === 'suspended';
    if (!procedure || !(isPublic || procedure.organizationId === actor.organizationId)) throw new Problem(procedureNotFound);
    return shapeOf(procedure, (await this.namesOf([procedure])).get(procedure.organizationId) ?? '', actor, new Date());
  }

  @Handles(putProcedure)
  async put(input: Input<typeof putProcedure>, actor: Actor): Promise<Shape> {
    const { id, organizationId, code, title, subtitle } = input;
    if (organizationId !== actor.organizationId) throw new Problem(organizationNotFound);
    checkOffered(input.settings);
    const procedure = await this.db.transaction(async (tx) => {
      const known = await tx.findOne(Procedure, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (known && known.organizationId !== organizationId) throw new Problem(procedureNotFound);
      const owner = await tx.findOneBy(Procedure, { code });
      if (owner && owner.id !== id) throw new Problem(codeTaken);
      const words = searchText(`${title.it} ${title.en} ${subtitle.it} ${subtitle.en}`);
      const row = tx.create(Procedure, { ...input, formId: known?.formId ?? null, searchText: words });
      await tx.save(row);
      return row;
    });
    return shapeOf(procedure, (await this.namesOf([procedure])).get(organizationId) ?? '', actor, new Date());
  }

  /** The published services; a citizen sees those for the profile that she wears (CAT-02). */
  private catalogue({ profileKind, roles }: Actor): SelectQueryBuilder<Procedure> {
    const query = this.db.createQueryBuilder(Procedure, 'p').where("p.status = 'published'");
    return roles.includes('citizen') ? query.andWhere(':kind = any(p.audience)', { kind: profileKind }) : query;
  }

  private async namesOf(procedures: Procedure[]): Promise<Map<string, string>> {
    const ids = [...new Set(procedures.map(({ organizationId }) => organizationId))];
    const copies =
      ids.length === 0
        ? []
        : await this.db.manager.findBy(
            OrganizationCopy,
            ids.map((organizationId) => ({ organizationId })),
          );
    return new Map(copies.map(({ organizationId, name }) => [organizationId, name]));
  }
}

function shapeOf(procedure: Procedure, organizationName: string, actor: Actor, now: Date): Shape {
  const reason = procedure.whyNot(actor, now);
  return { ...procedure, organizationName, canStart: reason === null, reason };
}

/** Registration and forwarding need a connector to the body's own systems; without one their practices would wait for ever. */
function checkOffered({ registers, workflow }: WorkflowSettings): void {
  if (registers || workflow === 'forward') throw new Problem(settingNotOffered, connectorMissing);
}

const connectorMissing = {
  it: 'Protocollazione e inoltro richiedono un collegamento ai sistemi dell’ente, che qui non è configurato',
  en: 'Registration and forwarding need a connection to the systems of the body, which is not set up here',
};
