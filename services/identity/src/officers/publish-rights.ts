import { rightsChanged } from '@sportello/contracts/identity';
import { publish } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import { OfficeRow } from '../organizations/office.entity.js';
import { Person } from '../people/person.entity.js';
import type { OfficerRow } from './officer.entity.js';

/** Tells the other services what an officer may do from now on. */
export async function publishRights(tx: EntityManager, officer: OfficerRow): Promise<void> {
  const { id, organizationId, officeId, role, procedureIds, version } = officer;
  const person = await tx.findOneByOrFail(Person, { id });
  const office = officeId ? await tx.findOneBy(OfficeRow, { id: officeId, organizationId }) : null;
  const officeName = office?.name ?? null;
  await publish(tx, rightsChanged, {
    officerId: id,
    organizationId,
    officeId,
    officeName,
    role,
    procedureIds,
    name: person.fullName,
    version,
  });
}
