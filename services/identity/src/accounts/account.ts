import { Account as AccountContract } from '@sportello/contracts/identity/accounts';
import { type OfficerState } from '@sportello/contracts/identity/officers';
import { personNotFound } from '@sportello/contracts/identity/people';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { OfficerRow } from '../officers/officer.entity.js';
import { OfficeRow } from '../organizations/office.entity.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { PersonProfile } from '../people/profile.entity.js';
import { hasAcceptedPolicy } from '../policies/in-force.js';

export type Account = z.output<typeof AccountContract>;

/** @param id the actor's own, or one that the caller has checked */
export async function getPerson(
  tx: EntityManager,
  id: string | null,
  options: { lock?: { mode: 'pessimistic_write' } } = {},
): Promise<Person> {
  const person = id && (await tx.findOne(Person, { where: { id }, ...options }));
  if (!person) throw new Problem(personNotFound);
  return person;
}

/** The account as its owner sees it, with the profile that she wears where she asks: each of her sign-ins may wear another. */
export async function accountOf(tx: EntityManager, person: Person, wearing: Pick<Actor, 'profileId'> | null): Promise<Account> {
  const { id, identity, contacts, version, pictureKey } = person;
  const profiles = await tx.find(PersonProfile, { where: { personId: id }, order: { position: 'ASC' } });
  const active =
    profiles.find((profile) => profile.id === wearing?.profileId) ??
    profiles.find((profile) => profile.id === person.lastProfileId) ??
    profiles[0];
  const work = await workOf(tx, id);
  return {
    personId: id,
    identity,
    contacts,
    version,
    pictureKey,
    profiles,
    activeProfileId: active?.id ?? null,
    officer: work?.state === 'active' ? work : null,
    invitation: work?.state === 'invited' ? work : null,
    hasAcceptedPolicy: await hasAcceptedPolicy(tx, id, new Date()),
  };
}

type Work = NonNullable<Account['officer']> & { state: OfficerState };

/** For whom she works, is asked to work, or may not work at present. */
async function workOf(tx: EntityManager, id: string): Promise<Work | null> {
  const officer = await tx.findOneBy(OfficerRow, { id });
  if (!officer || officer.state === 'deleted') return null;
  const { role, state, version, organizationId, officeId } = officer;
  const { name: organizationName } = await tx.findOneByOrFail(OrganizationRow, { id: organizationId });
  const office = officeId ? await tx.findOneBy(OfficeRow, { id: officeId, organizationId }) : null;
  return { role, state, version, organizationId, organizationName, officeName: office?.name ?? null };
}
