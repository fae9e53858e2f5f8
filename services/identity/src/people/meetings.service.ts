import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { findPerson, meetPerson, personNotFound, type SignInMethod } from '@sportello/contracts/identity/people';
import { compareFiscalCode } from '@sportello/italy/fiscal-code';
import { type Actor, service } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, MoreThanOrEqual, Not } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { Authentication } from '../accounts/authentication.entity.js';
import { invalidField } from '../invalid-field.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { Standings } from '../standings/standings.js';
import { Person } from './person.entity.js';
import { PersonProfile } from './profile.entity.js';
import { checkCode, Registrations } from './registrations.js';

type Meeting = Input<typeof meetPerson>;
type Described = Output<typeof meetPerson>['person'];

/** Citizens whom an officer of another service meets: she writes for them, and they sign in with their digital identity if ever. */
@Controller()
export class MeetingsService {
  constructor(
    private readonly db: DataSource,
    private readonly registrations: Registrations,
    private readonly standings: Standings,
  ) {}

  @Handles(findPerson)
  async find({ fiscalCode }: Input<typeof findPerson>, _actor: Actor): Promise<Output<typeof findPerson>> {
    const { manager } = this.db;
    const person = await manager.findOneBy(Person, { identity: { fiscalCode } });
    if (!person) return { person: null, isIdentified: false };
    const told = { personId: person.id, method: Not<SignInMethod>('password'), level: MoreThanOrEqual(2) };
    return { person: await describedOf(manager, person), isIdentified: await manager.existsBy(Authentication, told) };
  }

  /** @throws Problem `personNotFound` for who is not known and of whom nothing is said, `invalidInput` for a code that is not hers */
  @Handles(meetPerson)
  async meet(meeting: Meeting, _actor: Actor): Promise<Output<typeof meetPerson>> {
    const { fiscalCode, officerId, organizationId } = meeting;
    const officer = await this.db.manager.findOneBy(OfficerRow, { id: officerId, organizationId });
    const actor: Actor = { ...service, personId: officerId, organizationId, roles: officer ? [officer.role] : [] };
    const newcomerId = newId();
    return this.standings.transaction(null, async (tx, change) => {
      // Two who meet the same newcomer at the same moment write one person.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [fiscalCode]);
      const known = await tx.findOneBy(Person, { identity: { fiscalCode } });
      const person = known ?? (await this.write(tx, newcomerId, meeting));
      const profile = await tx.findOneBy(PersonProfile, { personId: person.id, kind: 'citizen' });
      const profileId = profile?.id ?? (await giveProfile(tx, person.id));
      if (!profile) await change(person.id);
      if (!known) await noteAccess(tx, 'person-registered', person.id, actor);
      else if (!profile) await noteAccess(tx, 'profiles-changed', person.id, actor);
      return { person: await describedOf(tx, person), profileId };
    });
  }

  private async write(tx: EntityManager, id: string, { fiscalCode, newcomer }: Meeting): Promise<Person> {
    if (!newcomer) throw new Problem(personNotFound);
    const { givenName, familyName, mail, mobilePhone } = newcomer;
    const identity = { givenName, familyName, fiscalCode, birthDate: null, birthPlace: null, birthState: null, sex: null };
    const registration = { id, identity, mail, profiles: [], credentials: null };
    checkCode(registration);
    if (compareFiscalCode(fiscalCode, { givenName, familyName }).length > 0) throw invalidField('/newcomer/familyName', otherName);
    await this.registrations.write(tx, null, registration);
    await tx.update(Person, { id }, { contacts: { mobilePhone } });
    return tx.findOneByOrFail(Person, { id });
  }
}

/** After those that she has, so that she goes on wearing what she wore. */
async function giveProfile(tx: EntityManager, personId: string): Promise<string> {
  const id = newId();
  const position = await tx.countBy(PersonProfile, { personId });
  await tx.insert(PersonProfile, { id, personId, kind: 'citizen', onBehalfOf: null, comune: null, organizationId: null, position });
  return id;
}

/** The profile that she wore last comes first. */
async function describedOf(tx: EntityManager, { id, identity, contacts, lastProfileId }: Person): Promise<Described> {
  const profiles = await tx.find(PersonProfile, { where: { personId: id }, order: { position: 'ASC' } });
  const isWorn = (profile: PersonProfile) => profile.id === lastProfileId;
  return { id, identity, ...contacts, profiles: [...profiles.filter(isWorn), ...profiles.filter((profile) => !isWorn(profile))] };
}

const otherName: Text = {
  it: 'Nome e cognome non corrispondono al codice fiscale',
  en: 'Given and family name do not agree with the fiscal code',
};
