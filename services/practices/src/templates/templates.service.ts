import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getTemplates, putTemplates } from '@sportello/contracts/practices/templates';
import { officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { DataSource } from 'typeorm';
import { accessProcedure, accessWorked } from '../procedures/access-procedure.js';
import { Templates } from './template.entity.js';

/** Texts that officers of a service have at hand when they write to an applicant. */
@Controller()
export class TemplatesService {
  constructor(private readonly db: DataSource) {}

  @Handles(getTemplates)
  async get({ procedureId }: Input<typeof getTemplates>, actor: Actor): Promise<Output<typeof getTemplates>> {
    const { manager } = this.db;
    const { organizationId } = await accessWorked(manager, procedureId, await officerOf(manager, actor, 'procedure'));
    return (await manager.findOneBy(Templates, { procedureId, organizationId })) ?? { version: 0, items: [] };
  }

  /** The same again changes nothing. */
  @Handles(putTemplates)
  put({ procedureId, version, items }: Input<typeof putTemplates>, actor: Actor): Promise<Output<typeof putTemplates>> {
    return this.db.transaction(async (tx) => {
      const { organizationId } = await accessProcedure(tx, procedureId, actor);
      const known = await tx.findOneBy(Templates, { procedureId, organizationId });
      if (known && canonicalJson(known.items) === canonicalJson(items)) return known;
      checkVersion(version, known?.version ?? 0);
      return tx.save(Templates, { procedureId, organizationId, version: version + 1, items });
    });
  }
}
