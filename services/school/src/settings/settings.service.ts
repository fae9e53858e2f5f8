import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getSchoolSettings, putSchoolSettings } from '@sportello/contracts/school/settings';
import { officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { SchoolSettings } from './school-settings.entity.js';

const unset = { reportProcedureId: null, dietProcedureId: null, version: 0 };

@Controller()
export class SettingsService {
  constructor(private readonly db: DataSource) {}

  @Handles(getSchoolSettings)
  async get(_input: Input<typeof getSchoolSettings>, actor: Actor): Promise<Output<typeof getSchoolSettings>> {
    const { manager } = this.db;
    const { organizationId } = await officerOf(manager, actor, 'procedure');
    return (await manager.findOneBy(SchoolSettings, { organizationId })) ?? unset;
  }

  /** Said again it is answered the same. */
  @Handles(putSchoolSettings)
  put({ version, ...chosen }: Input<typeof putSchoolSettings>, actor: Actor): Promise<Output<typeof putSchoolSettings>> {
    return this.db.transaction(async (tx) => {
      const { organizationId } = await officerOf(tx, actor, 'procedure', 'change');
      const present = await tx.findOne(SchoolSettings, { where: { organizationId }, lock: { mode: 'pessimistic_write' } });
      if (present?.version === version + 1 && isSame(present, chosen)) return present;
      checkVersion(version, present?.version ?? 0);
      const settings = tx.create(SchoolSettings, { organizationId, ...chosen, version: version + 1 });
      // Of two who are the first at once the second meets the key, and the bus begins it anew.
      if (present) await tx.save(settings);
      else await tx.insert(SchoolSettings, settings);
      return settings;
    });
  }
}

type Chosen = Pick<SchoolSettings, 'reportProcedureId' | 'dietProcedureId'>;

const isSame = (one: Chosen, other: Chosen) =>
  one.reportProcedureId === other.reportProcedureId && one.dietProcedureId === other.dietProcedureId;
