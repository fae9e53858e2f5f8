import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  changeContacts,
  changePicture,
  getAccount,
  profileNotFound,
  profileSwitched,
  switchProfile,
} from '@sportello/contracts/identity/accounts';
import { personNotFound } from '@sportello/contracts/identity/people';
import { openSession, readStanding } from '@sportello/contracts/identity/sessions';
import { notSignedIn } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { currentTraceparent, traceIdOf } from '@sportello/messaging/context';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { type Person } from '../people/person.entity.js';
import { PersonProfile } from '../people/profile.entity.js';
import { policyInForce } from '../policies/in-force.js';
import { Standing } from '../standings/standing.entity.js';
import { Standings } from '../standings/standings.js';
import { type Account, accountOf, getPerson } from './account.js';
import { Authentication } from './authentication.entity.js';

/** One's own account: every door here opens for the actor's own row, and no other. */
@Controller()
export class AccountsService {
  constructor(
    private readonly db: DataSource,
    private readonly standings: Standings,
  ) {}

  /** The same id again notes nothing and answers as the account is now. */
  @Handles(openSession)
  open({ id, ...signIn }: Input<typeof openSession>, _actor: Actor): Promise<Output<typeof openSession>> {
    return this.db.transaction(async (tx) => {
      const opened = await standingOf(tx, signIn);
      const organizationId = opened.account.officer?.organizationId ?? null;
      const row = { id, organizationId, ...signIn, requestId: traceIdOf(currentTraceparent()) };
      await tx.createQueryBuilder().insert().into(Authentication).values(row).orIgnore().execute();
      if (!(await tx.existsBy(Authentication, { id, personId: signIn.personId }))) throw new Problem(personNotFound);
      return opened;
    });
  }

  @Handles(readStanding)
  read(signIn: Input<typeof readStanding>, _actor: Actor): Promise<Output<typeof readStanding>> {
    return standingOf(this.db.manager, signIn);
  }

  @Handles(getAccount)
  async get(_input: Input<typeof getAccount>, actor: Actor): Promise<Account> {
    return accountOf(this.db.manager, await getPerson(this.db.manager, actor.personId), actor);
  }

  @Handles(changeContacts)
  changeContacts({ contacts, version }: Input<typeof changeContacts>, actor: Actor): Promise<Account> {
    return this.change(actor, async (tx, person) => {
      person.changeContacts(contacts, version);
      await noteAccess(tx, 'contacts-changed', person.id, actor);
    });
  }

  @Handles(changePicture)
  async changePicture({ key }: Input<typeof changePicture>, actor: Actor): Promise<Output<typeof changePicture>> {
    let replacedKey: string | null = null;
    const account = await this.change(actor, async (tx, person) => {
      replacedKey = person.pictureKey === key ? null : person.pictureKey;
      person.pictureKey = key;
      await noteAccess(tx, 'picture-changed', person.id, actor);
    });
    return { account, replacedKey };
  }

  /** Her other sign-ins keep the profile that they wear; a token, which wears none of its own, follows. */
  @Handles(switchProfile)
  switchProfile({ profileId }: Input<typeof switchProfile>, actor: Actor): Promise<Account> {
    return this.standings.transaction(actor.personId ?? '', async (tx, change) => {
      const person = await getPerson(tx, actor.personId, { lock: { mode: 'pessimistic_write' } });
      if (!(await tx.existsBy(PersonProfile, { id: profileId, personId: person.id }))) throw new Problem(profileNotFound);
      if (person.lastProfileId !== profileId) {
        person.lastProfileId = profileId;
        await tx.save(person);
        await change(person.id);
        await publish(tx, profileSwitched, { personId: person.id, profileId });
      }
      return accountOf(tx, person, { profileId });
    });
  }

  private change(actor: Actor, how: (tx: EntityManager, person: Person) => Promise<void>): Promise<Account> {
    return this.db.transaction(async (tx) => {
      const person = await getPerson(tx, actor.personId, { lock: { mode: 'pessimistic_write' } });
      await how(tx, person);
      await tx.save(person);
      return accountOf(tx, person, actor);
    });
  }
}

/**
 * What a sign-in opens now. The versions are read before the account, which is then at least as new.
 * @throws Problem `personNotFound`; `notSignedIn` for a sign-in by a password that is another one since
 */
async function standingOf(
  tx: EntityManager,
  { personId, authenticatedAt }: Input<typeof readStanding>,
): Promise<Output<typeof readStanding>> {
  const standing = await tx.findOneBy(Standing, { personId });
  if (standing?.signInsSince && authenticatedAt < standing.signInsSince) throw new Problem(notSignedIn);
  const { version: policy } = await policyInForce(tx, new Date());
  const account = await accountOf(tx, await getPerson(tx, personId), null);
  return { account, standing: standing?.version ?? 0, policy };
}
