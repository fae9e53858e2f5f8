import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { acceptInvitation, declineInvitation, invitationNotFound } from '@sportello/contracts/identity/accounts';
import { hasNoPassword, inviteOfficer, sendLink } from '@sportello/contracts/identity/links';
import { changedMeanwhile, forbidden, tooManyRequests } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { Counts } from '@sportello/service/counts';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { type Account, accountOf, getPerson } from '../accounts/account.js';
import { mayMail, WINDOW_MS } from '../accounts/attempts.js';
import { Credential } from '../accounts/credential.entity.js';
import { LinksService } from '../accounts/links.service.js';
import type { OneTimeLink } from '../accounts/one-time-link.entity.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { personMeant } from '../people/registration.entity.js';
import { Registrations } from '../people/registrations.js';
import { noteSecurity } from '../security/note-security.js';
import { SecurityEvent } from '../security/security-event.entity.js';
import { Standings } from '../standings/standings.js';
import { accessKnownOfficer, accessOfficer, checkPlace, keepOfficer, namedOfficer } from './access-officer.js';
import { announceInvitation } from './announce-invitation.js';
import { checkSubjects } from './check-subjects.js';
import { OfficerRow } from './officer.entity.js';
import { sentLink } from './officer-list.service.js';
import { publishRights } from './publish-rights.js';

/** How somebody is asked to work for a body, and what she answers (ADM-01). */
@Controller()
export class InvitationsService {
  constructor(
    private readonly db: DataSource,
    private readonly standings: Standings,
    private readonly bus: Bus,
    private readonly registrations: Registrations,
    private readonly links: LinksService,
    private readonly counts: Counts,
  ) {}

  /** Who is known and works elsewhere, or here already, is answered as by a change of her rights. */
  @Handles(inviteOfficer)
  async invite(asked: Input<typeof inviteOfficer>, actor: Actor): Promise<Output<typeof inviteOfficer>> {
    const { organizationId } = actor;
    if (!organizationId) throw new Problem(forbidden);
    const { id, givenName, familyName, fiscalCode, mail, username, version, ...place } = asked;
    const rights = { ...place, organizationId };
    await checkSubjects(this.db, this.bus, { ...rights, id });
    const meet = await this.registrations.prepareColleague({ id, identity: { givenName, familyName, fiscalCode }, mail, username }, actor);
    return this.standings.transaction(null, async (tx, change) => {
      const { personId, isNew } = await meet(tx);
      const officer = await accessOfficer(tx, { ...rights, id: personId }, actor);
      await checkPlace(tx, { ...rights, id });
      if (officer.shownVersion > 0 && officer.state !== 'invited')
        throw new Problem(changedMeanwhile, undefined, { version: officer.version });
      if (officer.give(rights, version)) {
        officer.state = 'invited';
        await keepOfficer(tx, officer, 'officer-invited', actor, change);
        await this.tell(tx, officer, isNew ? { personId, username } : null, actor, new Date());
      }
      return namedOfficer(tx, officer, id);
    });
  }

  /** Who has chosen no password yet is sent a link with her invitation, at the address that she was registered with. */
  @Handles(sendLink)
  async sendLink({ id: asked }: Input<typeof sendLink>, actor: Actor): Promise<Output<typeof sendLink>> {
    const { organizationId } = actor;
    if (!organizationId) throw new Problem(forbidden);
    const id = await personMeant(this.db.manager, asked, organizationId);
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const officer = await accessKnownOfficer(tx, id, actor);
      if (officer.state === 'suspended') throw new Problem(forbidden, isSuspended);
      if (!(await mayMail(this.counts, id, now, organizationId)))
        throw new Problem(tooManyRequests, undefined, { retryAfterSeconds: WINDOW_MS / 1_000 });
      const credential = await tx.findOneBy(Credential, { personId: id });
      if (officer.state === 'invited') {
        const link = await this.tell(tx, officer, credential?.isInitial ? credential : null, actor, now);
        return { id: asked, link: link && sentLink(link) };
      }
      if (!credential) throw new Problem(hasNoPassword);
      const link = await this.links.send(tx, 'reset', credential, await senderOf(tx, officer), now);
      await noteSecurity(tx, 'password-link-sent', { personId: id, organizationId }, actor);
      return { id: asked, link: sentLink(link) };
    });
  }

  /** @param credential of who has to choose a password first; null for who finds the invitation in her profile */
  private async tell(
    tx: EntityManager,
    officer: OfficerRow,
    credential: Pick<Credential, 'personId' | 'username'> | null,
    actor: Actor,
    now: Date,
  ): Promise<OneTimeLink | null> {
    if (!credential) {
      await announceInvitation(tx, officer, now);
      return null;
    }
    const { id: personId, organizationId } = officer;
    await noteSecurity(tx, 'password-link-sent', { personId, organizationId }, actor);
    return this.links.send(tx, 'invitation', credential, await senderOf(tx, officer), now);
  }

  /** Again after it was accepted: nothing changes. */
  @Handles(acceptInvitation)
  accept({ version }: Input<typeof acceptInvitation>, actor: Actor): Promise<Account> {
    return this.standings.transaction(actor.personId ?? '', async (tx, change) => {
      const person = await getPerson(tx, actor.personId);
      const officer = await tx.findOne(OfficerRow, { where: { id: person.id }, lock: { mode: 'pessimistic_write' } });
      if (!officer) throw new Problem(invitationNotFound);
      if (officer.state === 'active' && officer.version === version + 1) return accountOf(tx, person, actor);
      officer.accept(version);
      await keepOfficer(tx, officer, 'invitation-accepted', actor, change);
      return accountOf(tx, person, actor);
    });
  }

  /** Again after it was declined: nothing changes. */
  @Handles(declineInvitation)
  decline(_input: Input<typeof declineInvitation>, actor: Actor): Promise<Account> {
    return this.standings.transaction(actor.personId ?? '', async (tx, change) => {
      const person = await getPerson(tx, actor.personId);
      const officer = await tx.findOne(OfficerRow, { where: { id: person.id, state: 'invited' }, lock: { mode: 'pessimistic_write' } });
      if (!officer) {
        if (await hasDeclined(tx, person.id)) return accountOf(tx, person, actor);
        throw new Problem(invitationNotFound);
      }
      const { organizationId } = officer;
      if (officer.isTold) {
        officer.leave(officer.version);
        await tx.save(officer);
        await publishRights(tx, officer);
      } else await tx.remove(officer);
      await change(person.id);
      await noteAccess(tx, 'rights-changed', person.id, actor);
      await noteSecurity(tx, 'invitation-declined', { personId: person.id, organizationId }, actor);
      return accountOf(tx, person, actor);
    });
  }
}

async function senderOf(tx: EntityManager, { organizationId }: OfficerRow): Promise<{ name: string; organizationId: string }> {
  const { name } = await tx.findOneByOrFail(OrganizationRow, { id: organizationId });
  return { name, organizationId };
}

const isSuspended = { it: 'È sospesa: riattivala prima', en: 'She is suspended: reinstate her first' };

/** Whether she works for nobody because she said no herself. */
async function hasDeclined(tx: EntityManager, personId: string): Promise<boolean> {
  if (await tx.existsBy(OfficerRow, { id: personId, state: Not('deleted') })) return false;
  return tx.existsBy(SecurityEvent, { personId, kind: 'invitation-declined', actorId: personId });
}
