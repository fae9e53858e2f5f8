import type { Input, Output } from '@sportello/contracts/contract';
import { type putOfficer } from '@sportello/contracts/identity/officers';
import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import { personNotFound } from '@sportello/contracts/identity/people';
import type { SecurityEventKind } from '@sportello/contracts/identity/security';
import { forbidden } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { invalidField } from '../invalid-field.js';
import { accessBody, isInstallation } from '../organizations/access-body.js';
import { OfficeRow } from '../organizations/office.entity.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { noteSecurity } from '../security/note-security.js';
import type { Change } from '../standings/standings.js';
import { notOver } from './absence.js';
import { OfficerRow } from './officer.entity.js';
import { publishRights } from './publish-rights.js';
import { checkRightsNow, lockRights } from './rights-now.js';

type Asked = Pick<Input<typeof putOfficer>, 'id' | 'organizationId' | 'officeId' | 'role'>;

/** An officer, or a person about to become one, whose rights the actor may write; locked until the transaction ends. */
export async function accessOfficer(tx: EntityManager, { id, organizationId, role }: Asked, actor: Actor): Promise<OfficerRow> {
  accessBody(organizationId, actor);
  const known = await lock(tx, id, organizationId, actor);
  if (known && known.state !== 'deleted') checkMayWrite(known, actor);
  if (role === 'administrator') checkAdministrator(actor);
  if (known) return known;
  await getPerson(tx, id);
  return Object.assign(new OfficerRow(), { id, version: 0, isTold: false });
}

/** The same for one who works for the body, or is asked to. @throws Problem `personNotFound` */
export async function accessKnownOfficer(tx: EntityManager, id: string, actor: Actor): Promise<OfficerRow> {
  const known = await lock(tx, id, actor.organizationId ?? id, actor);
  if (!known || known.state === 'deleted') throw new Problem(personNotFound);
  checkMayWrite(known, actor);
  return known;
}

async function lock(tx: EntityManager, id: string, organizationId: string, actor: Actor): Promise<OfficerRow | null> {
  await lockRights(tx, organizationId);
  await checkRightsNow(tx, actor);
  return tx.findOne(OfficerRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** What every change of rights leaves: the row, the facts for other services, the trace, and sessions that know of it. */
export async function keepOfficer(
  tx: EntityManager,
  officer: OfficerRow,
  kind: SecurityEventKind,
  actor: Actor,
  change: Change,
): Promise<void> {
  const { id, organizationId } = officer;
  await tx.save(officer);
  await publishRights(tx, officer);
  await change(id);
  await noteAccess(tx, 'rights-changed', id, actor);
  await noteSecurity(tx, kind, { personId: id, organizationId }, actor);
}

/** @throws Problem `personNotFound` for an officer of another body, `forbidden` for a manager about an administrator */
function checkMayWrite(officer: OfficerRow, actor: Actor): void {
  if (!isInstallation(actor) && officer.organizationId !== actor.organizationId) throw new Problem(personNotFound);
  if (officer.role === 'administrator') checkAdministrator(actor);
}

/** A manager makes officers and managers; only an administrator makes, or unmakes, another. */
function checkAdministrator(actor: Actor): void {
  if (!isInstallation(actor) && !actor.roles.includes('administrator')) throw new Problem(forbidden);
}

/** @param id by which whoever asked knows her */
export async function namedOfficer(tx: EntityManager, officer: OfficerRow, id: string): Promise<Output<typeof putOfficer>> {
  const { givenName, familyName } = (await getPerson(tx, officer.id)).identity;
  const { state } = officer;
  if (state === 'deleted') throw new Error(`Officer ${officer.id} was deleted`);
  return { ...officer, state, id, givenName, familyName, absence: notOver(officer.absence, new Date()) };
}

async function getPerson(tx: EntityManager, id: string): Promise<Person> {
  const person = await tx.findOneBy(Person, { id });
  if (!person) throw new Problem(personNotFound);
  return person;
}

export async function checkPlace(tx: EntityManager, { organizationId, officeId }: Asked): Promise<void> {
  if (!(await tx.existsBy(OrganizationRow, { id: organizationId }))) throw new Problem(organizationNotFound);
  if (officeId && !(await tx.existsBy(OfficeRow, { id: officeId, organizationId })))
    throw invalidField('/officeId', { it: 'L’ente non ha questo ufficio', en: 'The body has no such office' });
}

/** A body that has a manager keeps one, and one that has an administrator too: nobody else there could make another. */
export async function checkLast(
  tx: EntityManager,
  officer: OfficerRow,
  { organizationId, role }: Pick<Asked, 'organizationId' | 'role'>,
): Promise<void> {
  const { role: former } = officer;
  const leaves = officer.state === 'active' && (role !== former || officer.organizationId !== organizationId);
  if (!leaves || former === 'officer') return;
  const others = await tx.find(OfficerRow, {
    where: { organizationId: officer.organizationId, role: former, state: 'active' },
    lock: { mode: 'pessimistic_write' },
  });
  if (others.length === 1) throw new Problem(forbidden, lastOf[former]);
}

const lastOf = {
  manager: { it: 'È l’ultimo manager dell’ente', en: 'This is the last manager of the body' },
  administrator: { it: 'È l’ultimo amministratore dell’ente', en: 'This is the last administrator of the body' },
};
