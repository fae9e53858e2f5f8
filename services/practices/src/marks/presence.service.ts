import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { endPresence, notePresence, PRESENT_SECONDS } from '@sportello/contracts/practices/marks';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, LessThan, MoreThanOrEqual, Not } from 'typeorm';
import { accessAsOfficer } from '../practices/access.js';
import { Presence } from './presence.entity.js';

/** Two officers who have one practice open see each other (PRA-89). */
@Controller()
export class PresenceService {
  constructor(private readonly db: DataSource) {}

  @Handles(notePresence)
  async note({ id, isWriting }: Input<typeof notePresence>, actor: Actor): Promise<Output<typeof notePresence>> {
    const { manager } = this.db;
    const { organizationId, officer } = await accessAsOfficer(manager, id, actor, 'read');
    const now = new Date();
    const since = new Date(now.getTime() - PRESENT_SECONDS * 1_000);
    await manager.delete(Presence, { seenAt: LessThan(since) });
    await manager.upsert(Presence, { practiceId: id, officerId: officer.id, organizationId, name: officer.name, isWriting, seenAt: now }, [
      'practiceId',
      'officerId',
    ]);
    const others = await manager.find(Presence, {
      where: { practiceId: id, organizationId, officerId: Not(officer.id), seenAt: MoreThanOrEqual(since) },
      order: { name: 'ASC', officerId: 'ASC' },
      take: 20,
    });
    return { others };
  }

  @Handles(endPresence)
  async end({ id }: Input<typeof endPresence>, actor: Actor): Promise<Output<typeof endPresence>> {
    const { manager } = this.db;
    const { organizationId, officer } = await accessAsOfficer(manager, id, actor, 'read');
    await manager.delete(Presence, { practiceId: id, officerId: officer.id, organizationId });
    return {};
  }
}
