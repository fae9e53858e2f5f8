import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { describePeople, personNotFound, putPerson } from '@sportello/contracts/identity';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { Credential } from '../accounts/credential.entity.js';
import { hashPassword, isPassword } from '../accounts/password.js';
import { invalidField } from '../invalid-field.js';
import { isInstallation } from '../organizations/access-body.js';
import { Person } from './person.entity.js';
import { PersonProfile } from './profile.entity.js';

type Registration = Input<typeof putPerson>;

@Controller()
export class PeopleService {
  constructor(private readonly db: DataSource) {}

  /**
   * An administrator registers new people, and says it again without effect; who is known is changed by the installation alone. Contact
   * points belong to the person: after the first time they are left alone.
   * @throws Problem `personNotFound` for an administrator who names somebody else's id
   */
  @Handles(putPerson)
  async put(registration: Registration, actor: Actor): Promise<{ id: string }> {
    const { id, identity, mail, profiles, credentials } = registration;
    const credential = credentials && (await this.credential(id, credentials));
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (known && !isInstallation(actor)) {
        if (known.identity.fiscalCode !== identity.fiscalCode) throw new Problem(personNotFound);
        return { id };
      }
      await checkFiscalCode(tx, registration);
      const person = known ?? Object.assign(new Person(), { id, createdAt: new Date() });
      if (!known) person.contacts.mail = mail;
      person.identity = Object.assign(person.identity ?? {}, identity);
      await tx.save(Person, person);
      await putProfiles(tx, id, profiles);
      if (credential) await putCredential(tx, credential);
      await noteAccess(tx, 'person-registered', id, actor);
      return { id };
    });
  }

  @Handles(describePeople)
  async describe({ ids }: Input<typeof describePeople>, _actor: Actor): Promise<Output<typeof describePeople>> {
    const people = await this.db.manager.findBy(Person, { id: In(ids) });
    return { items: people.map(({ id, identity, contacts }) => ({ id, identity, ...contacts })) };
  }

  /** Hashing takes its time, so it is done before the transaction, and only when the password is another one. */
  private async credential(personId: string, { username, password }: NonNullable<Registration['credentials']>): Promise<Credential> {
    const known = await this.db.manager.findOneBy(Credential, { personId });
    const passwordHash = known && (await isPassword(password, known.passwordHash)) ? known.passwordHash : await hashPassword(password);
    return Object.assign(new Credential(), { personId, username: username.toLowerCase(), passwordHash });
  }
}

/** One fiscal code, one person: a second account of the same person is a mistake, and merging two is an administrator's act. */
async function checkFiscalCode(tx: EntityManager, { id, identity: { fiscalCode } }: Registration): Promise<void> {
  if (await tx.existsBy(Person, { id: Not(id), identity: { fiscalCode } }))
    throw invalidField('/identity/fiscalCode', {
      it: 'Un’altra persona è registrata con questo codice fiscale',
      en: 'Another person is registered with this fiscal code',
    });
}

async function putProfiles(tx: EntityManager, personId: string, profiles: Registration['profiles']): Promise<void> {
  const ids = profiles.map(({ id }) => id);
  if (await tx.existsBy(PersonProfile, { id: In(ids), personId: Not(personId) }))
    throw invalidField('/profiles', { it: 'Un profilo è di un’altra persona', en: 'A profile is of another person' });
  await tx.delete(PersonProfile, { personId, id: Not(In(ids)) });
  await tx.save(
    PersonProfile,
    profiles.map((profile, position) => ({ ...profile, personId, position })),
  );
}

async function putCredential(tx: EntityManager, credential: Credential): Promise<void> {
  const { personId, username } = credential;
  if (await tx.existsBy(Credential, { personId: Not(personId), username }))
    throw invalidField('/credentials/username', { it: 'Il nome utente è già usato', en: 'The user name is already taken' });
  await tx.save(Credential, credential);
}
