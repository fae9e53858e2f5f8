import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import { deleteProcedure, foreseeProcedure, listServices, setProcedureStatus } from '@sportello/contracts/practices/managing';
import { needsReason } from '@sportello/contracts/practices/procedure-states';
import {
  codeTaken,
  procedureChanged,
  procedureInUse,
  procedureNotFound,
  putProcedure,
  statusRefused,
} from '@sportello/contracts/practices/procedures';
import { officerOf } from '@sportello/directory/officers';
import { fold } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson, holds } from '@sportello/service/canonical-json';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { faultsIn } from '../limits/limit-rules.js';
import { Practice } from '../practices/practice.entity.js';
import { accessProcedure } from '../procedures/access-procedure.js';
import { groupsOf, strangeEntries } from '../procedures/catalogue-groups.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { byTitle } from '../procedures/procedures.service.js';
import { type Shape, shapeOf, shapesOf } from '../procedures/told-procedures.js';
import { effectsOf, openPractices } from './effects-of-change.js';
import { Offers } from './offers.js';
import { checkFaults, clickDayFaults, paymentFaults, saveProcedure, windowFaults } from './saving.js';
import { checkDeletable, checkMove } from './status-moves.js';

type Asked = Omit<Input<typeof putProcedure>, 'version'>;

/** What an administrator does with the services of her body (ADM-11). */
@Controller()
export class ManagingService {
  constructor(
    private readonly db: DataSource,
    private readonly offers: Offers,
  ) {}

  /** Whatever their state: who builds a service finds it here before anybody else does. */
  @Handles(listServices)
  async list(asked: Input<typeof listServices>, actor: Actor): Promise<Output<typeof listServices>> {
    const { organizationId, subjectIds } = await officerOf(this.db.manager, actor, 'procedure');
    const query = this.db.createQueryBuilder(Procedure, 'p').where('p.organizationId = :organizationId', { organizationId });
    if (subjectIds) query.andWhere('p.id = any(:subjectIds)', { subjectIds });
    const page = await byTitle.pageOf(query, asked);
    return { ...page, items: await shapesOf(this.db.manager, page.items, actor) };
  }

  @Handles(putProcedure)
  async put({ version, ...asked }: Input<typeof putProcedure>, actor: Actor): Promise<Shape> {
    await this.check(asked, actor);
    const procedure = await this.db.transaction(async (tx) => {
      const { known, row } = await this.changed(tx, asked);
      // Said again it changes nothing, whatever was shown.
      if (known && holds(known, asked)) return known;
      checkVersion(version, known?.version ?? 0);
      return saveProcedure(tx, row);
    });
    return shapeOf(this.db.manager, procedure, actor);
  }

  @Handles(foreseeProcedure)
  async foresee({ version, ...asked }: Input<typeof foreseeProcedure>, actor: Actor): Promise<Output<typeof foreseeProcedure>> {
    await this.check(asked, actor);
    return this.db.transaction(async (tx) => {
      const { known, row } = await this.changed(tx, asked);
      if (!known) return { items: [] };
      checkVersion(version, known.version);
      return { items: effectsOf(known, row, await openPractices(tx, known), new Date()) };
    });
  }

  @Handles(setProcedureStatus)
  async setStatus({ id, version, status, reason }: Input<typeof setProcedureStatus>, actor: Actor): Promise<Shape> {
    const procedure = await this.db.transaction(async (tx) => {
      const known = await accessProcedure(tx, id, actor);
      const statusReason = needsReason(status) ? reason : null;
      if (known.status === status && canonicalJson(known.statusReason) === canonicalJson(statusReason)) return known;
      checkVersion(version, known.version);
      checkMove(known.status, status);
      if (status === 'published' && !known.formId) throw new Problem(statusRefused, formFirst);
      if (needsReason(status) && !statusReason) throw new Problem(statusRefused, reasonFirst);
      return saveProcedure(tx, tx.create(Procedure, { ...known, status, statusReason, version: known.version + 1 }));
    });
    return shapeOf(this.db.manager, procedure, actor);
  }

  /** The same again: there is no such service any more. */
  @Handles(deleteProcedure)
  async remove({ id, version }: Input<typeof deleteProcedure>, actor: Actor): Promise<Output<typeof deleteProcedure>> {
    await this.db.transaction(async (tx) => {
      const known = await accessProcedure(tx, id, actor);
      checkVersion(version, known.version);
      checkDeletable(known.status);
      const { organizationId } = known;
      if (await tx.existsBy(Practice, { procedureId: id, organizationId, status: Not('deleted' as const) }))
        throw new Problem(procedureInUse);
      await tx.delete(FormVersion, { subjectId: id, organizationId });
      for (const table of [
        'ratings',
        'templates',
        'checklists',
        'capacities',
        'unique_keys',
        'auto_assignments',
        'listed_people',
        'access_links',
      ])
        await tx.query(`delete from ${table} where procedure_id = $1 and organization_id = $2`, [id, organizationId]);
      await tx.delete(Procedure, { id, organizationId });
      await publish(tx, procedureChanged, { procedureId: id, organizationId });
    });
    return { id };
  }

  /** @throws Problem for what cannot be saved in any state of the service */
  private async check(asked: Asked, actor: Actor): Promise<void> {
    if (asked.organizationId !== actor.organizationId) throw new Problem(organizationNotFound);
    checkFaults([...windowFaults(asked), ...paymentFaults(asked)]);
    const known = await this.db.manager.findOneBy(Procedure, { id: asked.id, organizationId: asked.organizationId });
    // What it asks for already is not asked about again: other settings are saved also while payments is away.
    if (asked.settings.payment !== known?.settings.payment || asked.settings.workflow !== known?.settings.workflow)
      await this.offers.check(asked);
  }

  /**
   * The service as it is, locked, and as it would be.
   * @throws Problem for what cannot be saved, whoever was quicker
   */
  private async changed(tx: EntityManager, asked: Asked): Promise<{ known: Procedure | null; row: Procedure }> {
    const { id, organizationId, code, title } = asked;
    const known = await tx.findOne(Procedure, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (known && known.organizationId !== organizationId) throw new Problem(procedureNotFound);
    if (known) checkMove(known.status, asked.status);
    const owner = await tx.findOneBy(Procedure, { code });
    if (owner && owner.id !== id) throw new Problem(codeTaken);
    const under = {
      category: asked.category,
      topics: asked.topics ?? known?.topics ?? [],
      recipients: asked.recipients ?? known?.recipients ?? [],
    };
    checkFaults(
      strangeEntries(await groupsOf(tx, organizationId), under, known).map(({ kind }) => ({
        pointer: pointers[kind],
        detail: noSuchEntry,
      })),
    );
    const limits = asked.limits ?? known?.limits ?? {};
    if (known?.formId) checkFaults(faultsIn(limits, (await tx.findOneByOrFail(FormVersion, { id: known.formId })).definition));
    const row = tx.create(Procedure, {
      ...asked,
      ...under,
      sheet: asked.sheet ?? known?.sheet ?? {},
      access: asked.access ?? known?.access ?? { methods: [], level: 1 },
      limits,
      isModel: asked.isModel ?? known?.isModel ?? false,
      statusReason: known && needsReason(asked.status) ? known.statusReason : null,
      version: (known?.version ?? 0) + 1,
      formId: known?.formId ?? null,
      clickDayId: known?.clickDayId ?? null,
      sendingOpensAt: known?.sendingOpensAt ?? null,
      sendingClosesAt: known?.sendingClosesAt ?? null,
      searchText: fold(title.it),
    });
    checkFaults(clickDayFaults(row));
    return { known, row };
  }
}

const pointers = { categories: '/category', topics: '/topics', recipients: '/recipients' } as const;
const noSuchEntry = {
  it: 'Scegli una voce del catalogo dell’ente',
  en: 'Choose an entry of the catalogue of the body',
};
const formFirst = {
  it: 'Prima di pubblicarlo serve il suo modulo',
  en: 'It needs its form before it is published',
};
const reasonFirst = {
  it: 'Scrivi il motivo: lo legge chi apre la pagina del servizio',
  en: 'Write the reason: whoever opens the page of the service reads it',
};
