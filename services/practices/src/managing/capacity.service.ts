import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getCapacity, resetCapacity } from '@sportello/contracts/practices/capacity';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { Capacity } from '../limits/capacity.entity.js';
import { accessProcedure } from '../procedures/access-procedure.js';

/** The count of the places of a service, apart from what statistics count (CAT-75). */
@Controller()
export class CapacityService {
  constructor(private readonly db: DataSource) {}

  @Handles(getCapacity)
  get({ procedureId }: Input<typeof getCapacity>, actor: Actor): Promise<Output<typeof getCapacity>> {
    return this.db.transaction((tx) => read(tx, procedureId, actor));
  }

  @Handles(resetCapacity)
  reset({ procedureId }: Input<typeof resetCapacity>, actor: Actor): Promise<Output<typeof resetCapacity>> {
    return this.db.transaction(async (tx) => {
      const { organizationId } = await accessProcedure(tx, procedureId, actor);
      await tx.save(Capacity, { procedureId, organizationId, taken: 0, resetAt: new Date() });
      return read(tx, procedureId, actor);
    });
  }
}

async function read(tx: EntityManager, procedureId: string, actor: Actor): Promise<Output<typeof getCapacity>> {
  const { organizationId, limits } = await accessProcedure(tx, procedureId, actor);
  const capacity = await tx.findOneBy(Capacity, { procedureId, organizationId });
  return { most: limits.maxSubmissions ?? null, taken: capacity?.taken ?? 0, resetAt: capacity?.resetAt ?? null };
}
