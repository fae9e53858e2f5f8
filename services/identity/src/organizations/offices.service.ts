import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  deleteOffice,
  listOffices,
  officeInUse,
  officeNotFound,
  organizationNotFound,
  putOffice,
} from '@sportello/contracts/identity/organizations';
import { forbidden } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, Not } from 'typeorm';
import { invalidField } from '../invalid-field.js';
import { checkCharges } from '../officers/check-charges.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { publishRights } from '../officers/publish-rights.js';
import { checkRightsNow, lockRights } from '../officers/rights-now.js';
import { accessBody } from './access-body.js';
import { OfficeRow } from './office.entity.js';
import { OrganizationRow } from './organization.entity.js';

const byName = ascending<OfficeRow>([byText('office.name', ({ name }) => name)], 'office.id');

/** The offices of a body (ADM-04). */
@Controller()
export class OfficesService {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
  ) {}

  @Handles(listOffices)
  async list(asked: Input<typeof listOffices>, { organizationId }: Actor): Promise<Output<typeof listOffices>> {
    const query = this.db.createQueryBuilder(OfficeRow, 'office').where('office.organizationId = :organizationId', { organizationId });
    const { items, next } = await byName.pageOf(query, asked);
    const counts: { officeId: string; count: number }[] = await this.db.query(
      `select office_id "officeId", count(*)::int "count" from officers where office_id = any($1) and state <> 'deleted' group by office_id`,
      [items.map(({ id }) => id)],
    );
    const officers = new Map(counts.map(({ officeId, count }) => [officeId, count]));
    return { items: items.map((office) => ({ ...office, officers: officers.get(office.id) ?? 0 })), next };
  }

  /** A new name reaches the copies of its officers' rights, which carry it. */
  @Handles(putOffice)
  putOffice({ id, organizationId, name, version: shown }: Input<typeof putOffice>, actor: Actor): Promise<Output<typeof putOffice>> {
    return this.db.transaction(async (tx) => {
      accessBody(organizationId, actor);
      await lockRights(tx, organizationId);
      await checkRightsNow(tx, actor);
      if (!(await tx.existsBy(OrganizationRow, { id: organizationId }))) throw new Problem(organizationNotFound);
      const known = await tx.findOne(OfficeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (known && known.organizationId !== organizationId)
        throw invalidField('/organizationId', { it: 'L’ufficio è di un altro ente', en: 'The office belongs to another body' });
      if (known?.name === name) return known;
      const inForce = known?.version ?? 0;
      checkVersion(shown, inForce);
      const office = await tx.save(OfficeRow, { id, organizationId, name, version: inForce + 1 });
      const officers = known
        ? await tx.find(OfficerRow, { where: { officeId: id, organizationId, isTold: true }, lock: { mode: 'pessimistic_write' } })
        : [];
      for (const officer of officers) {
        officer.version += 1;
        await tx.save(officer);
        await publishRights(tx, officer);
      }
      return office;
    });
  }

  /** Practices that come into its charge between the question and the answer keep its name: nothing of theirs is lost. */
  @Handles(deleteOffice)
  async deleteOffice({ id, version }: Input<typeof deleteOffice>, actor: Actor): Promise<Output<typeof deleteOffice>> {
    const { organizationId } = actor;
    if (!organizationId) throw new Problem(forbidden);
    await checkCharges(this.bus, { organizationId, kind: 'office', id }, officeInUse);
    return this.db.transaction(async (tx) => {
      await lockRights(tx, organizationId);
      await checkRightsNow(tx, actor);
      const office = await tx.findOne(OfficeRow, { where: { id, organizationId }, lock: { mode: 'pessimistic_write' } });
      if (!office) throw new Problem(officeNotFound);
      checkVersion(version, office.version);
      const officers = await tx.countBy(OfficerRow, { officeId: id, organizationId, state: Not('deleted') });
      if (officers > 0) throw new Problem(officeInUse, { it: `Operatori: ${officers}`, en: `Officers: ${officers}` });
      await tx.delete(OfficeRow, { id, organizationId });
      return { id };
    });
  }
}
