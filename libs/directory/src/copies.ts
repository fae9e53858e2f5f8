import { Injectable } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { organizationNamed } from '@sportello/contracts/identity/organizations';
import { On } from '@sportello/messaging/events';
import { states } from '@sportello/messaging/states';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { OfficerCopy } from './officer-copy.entity.js';
import { OrganizationCopy } from './organization-copy.entity.js';

/** What identity tells of an officer: where she works, as what, and on what. */
export type Rights = Payload<typeof rightsChanged>;

const rightsCopies = states(rightsChanged, (db, after, limit) =>
  db.find(OfficerCopy, { where: after === null ? {} : { officerId: MoreThan(after) }, order: { officerId: 'ASC' }, take: limit }),
);
const nameCopies = states(organizationNamed, (db, after, limit) =>
  db.find(OrganizationCopy, {
    where: after === null ? {} : { organizationId: MoreThan(after) },
    order: { organizationId: 'ASC' },
    take: limit,
  }),
);

/** The copies as they were told, to be counted against their owner's rows. */
export const directoryStates = [rightsCopies, nameCopies];

/**
 * Keeps the copies of officers and bodies in step. Events come twice and out of order: an older version changes nothing. Each service that has
 * the copies has one provider that extends this, or is `PlainCopies`.
 */
@Injectable()
export abstract class DirectoryCopies {
  /** What follows in this service from rights that are new to it, in the transaction that notes them. */
  protected abstract follow(rights: Rights, tx: EntityManager): Promise<void>;
  /** The same, from a name that is new to it. */
  protected abstract followName(organizationId: string, tx: EntityManager): Promise<void>;

  @On(rightsChanged, { from: 'beginning' })
  async keepRights(rights: Rights, tx: EntityManager): Promise<void> {
    const { officerId, organizationId, officeId, officeName, role, subjects, isActive, absence, name, version } = rights;
    const kept: object[] = await tx.query(
      `insert into officer_copies as kept (officer_id, organization_id, office_id, office_name, role, subjects, is_active, name, version, absence)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (officer_id) do update set organization_id = excluded.organization_id, office_id = excluded.office_id,
         office_name = excluded.office_name, role = excluded.role, subjects = excluded.subjects, is_active = excluded.is_active, name = excluded.name,
         version = excluded.version, absence = excluded.absence
       where kept.version < excluded.version
       returning officer_id`,
      [
        officerId,
        organizationId,
        officeId,
        officeName,
        role,
        JSON.stringify(subjects),
        isActive,
        name,
        version,
        absence ? JSON.stringify(absence) : null,
      ],
    );
    if (kept.length > 0) await this.follow(rights, tx);
  }

  @On(organizationNamed, { from: 'beginning' })
  async keepName({ organizationId, name, version }: Payload<typeof organizationNamed>, tx: EntityManager): Promise<void> {
    const kept: object[] = await tx.query(
      `insert into organization_copies as kept (organization_id, name, version) values ($1, $2, $3)
       on conflict (organization_id) do update set name = excluded.name, version = excluded.version where kept.version < excluded.version
       returning organization_id`,
      [organizationId, name, version],
    );
    if (kept.length > 0) await this.followName(organizationId, tx);
  }
}

/** For a service in which nothing follows from what it is told: it only knows. */
@Injectable()
export class PlainCopies extends DirectoryCopies {
  protected follow(): Promise<void> {
    return Promise.resolve();
  }

  protected followName(): Promise<void> {
    return Promise.resolve();
  }
}

/** What bodies are called, by their ids; a body of which nothing was told yet is not among them. */
export async function namesOf(tx: EntityManager, organizationIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(organizationIds)];
  const copies = ids.length === 0 ? [] : await tx.findBy(OrganizationCopy, { organizationId: In(ids) });
  return new Map(copies.map(({ organizationId, name }) => [organizationId, name]));
}
