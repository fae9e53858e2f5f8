import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import {
  changeContacts,
  changePicture,
  getAccount,
  openSession,
  profileNotFound,
  profileSwitched,
  switchProfile,
} from '@sportello/contracts/identity';
import type { Actor } from '@sportello/messaging/actor';
import { currentTraceparent, traceIdOf } from '@sportello/messaging/context';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { type Person } from '../people/person.entity.js';
import { PersonProfile } from '../people/profile.entity.js';
import { type Account, accountOf, getPerson } from './account.js';
import { Authentication } from './authentication.entity.js';

/** One's own account: every door here opens for the actor's own row, and no other. */
@Controller()
export class AccountsService {
  constructor(private readonly db: DataSource) {}

  @Handles(openSession)
  open({ personId, ...signIn }: Input<typeof openSession>, _actor: Actor): Promise<Output<typeof openSession>> {
    return this.db.transaction(async (tx) => {
      const account = await accountOf(tx, await getPerson(tx, personId));
      const id = newId();
      const organizationId = account.officer?.organizationId ?? null;
      await tx.insert(Authentication, { id, personId, organizationId, ...signIn, requestId: traceIdOf(currentTraceparent()) });
      return { authenticationId: id, account };
    });
  }

  @Handles(getAccount)
  async get(_input: Input<typeof getAccount>, { personId }: Actor): Promise<Account> {
    return accountOf(this.db.manager, await getPerson(this.db.manager, personId));
  }

  @Handles(changeContacts)
  changeContacts({ contacts, version }: Input<typeof changeContacts>, actor: Actor): Promise<Account> {
    return this.change(actor, async (tx, person) => {
      person.changeContacts(contacts, version);
      await noteAccess(tx, 'contacts-changed', person.id, actor);
    });
  }

  @Handles(changePicture)
  changePicture({ key }: Input<typeof changePicture>, actor: Actor): Promise<Account> {
    return this.change(actor, async (tx, person) => {
      person.pictureKey = key;
      await noteAccess(tx, 'picture-changed', person.id, actor);
    });
  }

  @Handles(switchProfile)
  switchProfile({ profileId }: Input<typeof switchProfile>, actor: Actor): Promise<Account> {
    return this.change(actor, async (tx, person) => {
      if (!(await tx.existsBy(PersonProfile, { id: profileId, personId: person.id }))) throw new Problem(profileNotFound);
      if (person.lastProfileId === profileId) return;
      person.lastProfileId = profileId;
      await publish(tx, profileSwitched, { personId: person.id, profileId });
    });
  }

  private change({ personId }: Actor, how: (tx: EntityManager, person: Person) => Promise<void>): Promise<Account> {
    return this.db.transaction(async (tx) => {
      const person = await getPerson(tx, personId, { lock: { mode: 'pessimistic_write' } });
      await how(tx, person);
      await tx.save(person);
      return accountOf(tx, person);
    });
  }
}
