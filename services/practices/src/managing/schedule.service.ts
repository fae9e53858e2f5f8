import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { foreseeSchedule, scheduleProcedures } from '@sportello/contracts/practices/managing';
import { procedureNotFound, statusRefused } from '@sportello/contracts/practices/procedures';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Procedure } from '../procedures/procedure.entity.js';
import { effectsOf, openPractices } from './effects-of-change.js';
import { checkFaults, saveProcedure, windowFaults } from './saving.js';

type Schedule = Input<typeof scheduleProcedures>;

/** Several services that open and close together (CAT-77). Each keeps its own window, and may leave the others afterwards. */
@Controller()
export class ScheduleService {
  constructor(private readonly db: DataSource) {}

  @Handles(foreseeSchedule)
  foresee(asked: Schedule, actor: Actor): Promise<Output<typeof foreseeSchedule>> {
    return this.db.transaction(async (tx) => {
      const found = await changed(tx, asked, actor);
      const items: Output<typeof foreseeSchedule>['items'] = [];
      for (const { known, row } of found) {
        const effects = effectsOf(known, row, await openPractices(tx, known), new Date());
        items.push(...effects.map((effect) => ({ ...effect, id: known.id, title: known.title })));
      }
      return { items };
    });
  }

  /** What has this schedule already stays as it is. */
  @Handles(scheduleProcedures)
  schedule(asked: Schedule, actor: Actor): Promise<Output<typeof scheduleProcedures>> {
    return this.db.transaction(async (tx) => {
      const found = await changed(tx, asked, actor);
      for (const { known, row } of found) if (row !== known) await saveProcedure(tx, row);
      return { items: found.map(({ row: { id, version } }) => ({ id, version })) };
    });
  }
}

/** In the order of ids, so that two who schedule never wait for each other in a circle. */
async function changed(
  tx: EntityManager,
  { services, opensAt, closesAt }: Schedule,
  { organizationId }: Actor,
): Promise<{ known: Procedure; row: Procedure }[]> {
  checkFaults(windowFaults({ opensAt, closesAt }));
  const shown = new Map(services.map(({ id, version }) => [id, version]));
  const where = { id: In([...shown.keys()]), organizationId: organizationId ?? '' };
  const found = organizationId ? await tx.find(Procedure, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } }) : [];
  if (found.length < shown.size) throw new Problem(procedureNotFound);
  return found.map((known) => {
    if (known.status === 'withdrawn') throw new Problem(statusRefused, isWithdrawn(known));
    if (known.opensAt?.getTime() === opensAt.getTime() && known.closesAt?.getTime() === closesAt.getTime()) return { known, row: known };
    checkVersion(shown.get(known.id) ?? 0, known.version);
    return { known, row: tx.create(Procedure, { ...known, opensAt, closesAt, version: known.version + 1 }) };
  });
}

const isWithdrawn = ({ title }: Procedure) => ({
  it: `«${title.it}» è ritirato, e non si apre più`,
  en: `“${title.en}” is withdrawn, and does not open any more`,
});
