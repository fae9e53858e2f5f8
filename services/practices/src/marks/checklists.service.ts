import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { checklistOpen, getChecklist, putChecklist } from '@sportello/contracts/practices/marks';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import type { Practice } from '../practices/practice.entity.js';
import { accessProcedure } from '../procedures/access-procedure.js';
import { Checklist, ChecklistTick } from './checklist.entity.js';

/** What a body has checked for each request to a service (PRA-90). */
@Controller()
export class ChecklistsService {
  constructor(private readonly db: DataSource) {}

  @Handles(getChecklist)
  async get({ procedureId }: Input<typeof getChecklist>, actor: Actor): Promise<Output<typeof getChecklist>> {
    const { organizationId } = await accessProcedure(this.db.manager, procedureId, actor);
    const found = await this.db.manager.findOneBy(Checklist, { procedureId, organizationId });
    return found ?? { version: 0, items: [], isRequired: false };
  }

  @Handles(putChecklist)
  put({ procedureId, version, items, isRequired }: Input<typeof putChecklist>, actor: Actor): Promise<Output<typeof putChecklist>> {
    return this.db.transaction(async (tx) => {
      const { organizationId } = await accessProcedure(tx, procedureId, actor);
      const known = await tx.findOneBy(Checklist, { procedureId, organizationId });
      checkVersion(version, known?.version ?? 0);
      return tx.save(Checklist, { procedureId, organizationId, version: version + 1, items, isRequired });
    });
  }
}

/** @throws Problem `checklistOpen` where something that is required is not ticked yet */
export async function checkTicked(tx: EntityManager, { id: practiceId, procedureId, organizationId }: Practice): Promise<void> {
  const checklist = await tx.findOneBy(Checklist, { procedureId, organizationId, isRequired: true });
  if (!checklist) return;
  const ticks = await tx.findBy(ChecklistTick, { practiceId, organizationId });
  const open = checklist.items.filter(({ key }) => ticks.every((tick) => tick.key !== key));
  if (open.length === 0) return;
  const named = (language: 'it' | 'en') => open.map(({ label }) => label[language]).join(', ');
  throw new Problem(checklistOpen, { it: `Da controllare: ${named('it')}`, en: `To be checked: ${named('en')}` });
}
