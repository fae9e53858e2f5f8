import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  deleteOfficer,
  officerInCharge,
  putOfficer,
  reinstateOfficer,
  resetSecondFactor,
  suspendOfficer,
} from '@sportello/contracts/identity/officers';
import { personNotFound } from '@sportello/contracts/identity/people';
import { forbidden } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { revokeLinks } from '../accounts/one-time-link.entity.js';
import { SecondFactor } from '../accounts/second-factor.entity.js';
import { isInstallation } from '../organizations/access-body.js';
import { personMeant } from '../people/registration.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { Standings } from '../standings/standings.js';
import { accessKnownOfficer, accessOfficer, checkLast, checkPlace, keepOfficer, namedOfficer } from './access-officer.js';
import { announceInvitation } from './announce-invitation.js';
import { checkCharges } from './check-charges.js';
import { checkSubjects } from './check-subjects.js';
import { OfficerRow } from './officer.entity.js';

type Asked = Input<typeof putOfficer>;
@Controller()
export class OfficersService {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    private readonly standings: Standings,
  ) {}

  @Handles(putOfficer)
  async put(asked: Asked, actor: Actor): Promise<Output<typeof putOfficer>> {
    // A body may have registered a known person under an id of its own.
    const id = await personMeant(this.db.manager, asked.id, asked.organizationId);
    await checkSubjects(this.db, this.bus, { ...asked, id });
    return this.standings.transaction(id, async (tx, change) => {
      const officer = await accessOfficer(tx, { ...asked, id }, actor);
      const { id: _id, version: shown, ...rights } = asked;
      await checkPlace(tx, asked);
      await checkLast(tx, officer, asked);
      // Nobody is made an officer without being asked, but by who runs the installation: there is nobody to ask her yet.
      const isNew = officer.shownVersion === 0;
      const isInvitation = isNew && !isInstallation(actor);
      if (officer.give(rights, shown)) {
        if (isNew) officer.state = isInvitation ? 'invited' : 'active';
        await keepOfficer(tx, officer, isInvitation ? 'officer-invited' : 'rights-changed', actor, change);
        if (isInvitation) await announceInvitation(tx, officer, new Date());
      }
      return namedOfficer(tx, officer, asked.id);
    });
  }

  @Handles(suspendOfficer)
  async suspend(asked: Input<typeof suspendOfficer>, actor: Actor): Promise<Output<typeof suspendOfficer>> {
    const id = await this.meant(asked.id, actor);
    return this.standings.transaction(id, async (tx, change) => {
      const officer = await accessKnownOfficer(tx, id, actor);
      if (id === actor.personId) throw new Problem(forbidden, notOneself);
      await checkLast(tx, officer, { ...officer, role: 'officer' });
      if (officer.suspend()) await keepOfficer(tx, officer, 'officer-suspended', actor, change);
      return namedOfficer(tx, officer, asked.id);
    });
  }

  @Handles(reinstateOfficer)
  async reinstate(asked: Input<typeof reinstateOfficer>, actor: Actor): Promise<Output<typeof reinstateOfficer>> {
    const id = await this.meant(asked.id, actor);
    return this.standings.transaction(id, async (tx, change) => {
      const officer = await accessKnownOfficer(tx, id, actor);
      if (officer.reinstate()) await keepOfficer(tx, officer, 'officer-reinstated', actor, change);
      return namedOfficer(tx, officer, asked.id);
    });
  }

  /** Nobody does it for herself: whoever holds her session alone would be rid of it. */
  @Handles(resetSecondFactor)
  async resetSecondFactor(asked: Input<typeof resetSecondFactor>, actor: Actor): Promise<Output<typeof resetSecondFactor>> {
    const id = await this.meant(asked.id, actor);
    return this.db.transaction(async (tx) => {
      const { organizationId } = await accessKnownOfficer(tx, id, actor);
      if (id === actor.personId) throw new Problem(forbidden, notOneselfReset);
      const { affected } = await tx.delete(SecondFactor, { personId: id });
      if (affected) await noteSecurity(tx, 'second-factor-reset', { personId: id, organizationId }, actor);
      return { id: asked.id };
    });
  }

  /** What she is in charge of is asked before; what she takes over meanwhile goes back to its queue, as from whoever is suspended. */
  @Handles(deleteOfficer)
  async delete({ id: asked, version }: Input<typeof deleteOfficer>, actor: Actor): Promise<Output<typeof deleteOfficer>> {
    const id = await this.meant(asked, actor);
    const { organizationId } = (await this.db.manager.findOneBy(OfficerRow, { id })) ?? {};
    if (organizationId === undefined) throw new Problem(personNotFound);
    await checkCharges(this.bus, { organizationId: actor.organizationId ?? organizationId, kind: 'officer', id }, officerInCharge);
    return this.standings.transaction(id, async (tx, change) => {
      const gone = await tx.findOneBy(OfficerRow, { id, organizationId: actor.organizationId ?? organizationId, state: 'deleted' });
      if (gone) return { id: asked };
      const officer = await accessKnownOfficer(tx, id, actor);
      if (id === actor.personId) throw new Problem(forbidden, notOneselfDeleted);
      await checkLast(tx, officer, { ...officer, role: 'officer' });
      officer.leave(version);
      await revokeLinks(tx, id, new Date());
      await keepOfficer(tx, officer, 'officer-deleted', actor, change);
      return { id: asked };
    });
  }

  /** The person whom the asking body means by an id. */
  private async meant(id: string, { organizationId }: Actor): Promise<string> {
    return organizationId ? personMeant(this.db.manager, id, organizationId) : id;
  }
}

const notOneself = { it: 'Nessuno sospende sé stesso', en: 'Nobody suspends herself' };
const notOneselfReset = { it: 'Nessuno azzera il proprio secondo fattore', en: 'Nobody resets her own second factor' };
const notOneselfDeleted = { it: 'Nessuno elimina sé stesso', en: 'Nobody deletes herself' };
