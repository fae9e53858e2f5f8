import type { Payload } from '@sportello/contracts/contract';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { publish } from '@sportello/messaging/events';
import { states } from '@sportello/messaging/states';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { OfficeRow } from '../organizations/office.entity.js';
import { Person } from '../people/person.entity.js';
import { OfficerRow } from './officer.entity.js';

/** Tells the other services what an officer may do from now on. Of who is only invited they know nothing, unless she was an officer before. */
export async function publishRights(tx: EntityManager, officer: OfficerRow): Promise<void> {
  if (officer.state === 'invited' && !officer.isTold) return;
  if (!officer.isTold) await tx.update(OfficerRow, { id: officer.id }, { isTold: true });
  officer.isTold = true;
  for (const rights of await rightsOf(tx, [officer])) await publish(tx, rightsChanged, rights);
}

/** A person's new name reaches the copies of her rights, which carry it, when she is an officer. */
export async function publishName(tx: EntityManager, personId: string): Promise<void> {
  const officer = await tx.findOne(OfficerRow, { where: { id: personId, isTold: true }, lock: { mode: 'pessimistic_write' } });
  if (!officer) return;
  officer.version += 1;
  await tx.save(officer);
  await publishRights(tx, officer);
}

/** The rights of every officer, as they are told: of who is only invited nothing was. */
export const presentRights = states(rightsChanged, async (db, after, limit) => {
  const officers = await db.find(OfficerRow, {
    where: { isTold: true, ...(after !== null && { id: MoreThan(after) }) },
    order: { id: 'ASC' },
    take: limit,
  });
  return rightsOf(db, officers);
});

async function rightsOf(db: EntityManager, officers: OfficerRow[]): Promise<Payload<typeof rightsChanged>[]> {
  const people = await db.findBy(Person, { id: In(officers.map(({ id }) => id)) });
  const offices = await db.findBy(OfficeRow, { id: In(officers.flatMap(({ officeId }) => officeId ?? [])) });
  return officers.map(({ id, organizationId, officeId, role, state, subjects, absence, version }) => {
    const person = people.find((it) => it.id === id);
    if (!person) throw new Error(`Officer ${id} is nobody`);
    const office = offices.find((it) => it.id === officeId && it.organizationId === organizationId);
    return {
      officerId: id,
      organizationId,
      officeId,
      officeName: office?.name ?? null,
      role,
      subjects,
      isActive: state === 'active',
      absence: absence ?? null,
      name: person.fullName,
      version,
    };
  });
}
