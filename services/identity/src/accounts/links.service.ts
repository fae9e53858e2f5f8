import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { newId } from '@sportello/contracts/id';
import { INVITATION_DAYS } from '@sportello/contracts/identity/links';
import type { LinkPurpose, OfficerRole } from '@sportello/contracts/identity/officers';
import { service } from '@sportello/messaging/actor';
import { DataSource, type EntityManager } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { keepOfficer } from '../officers/access-officer.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { type Change, Standings } from '../standings/standings.js';
import { announceLink, announcePasswordChange } from './announce-link.js';
import { Credential } from './credential.entity.js';
import { hashOfSecret, OneTimeLink, revokeLinks } from './one-time-link.entity.js';
import { hashPassword, type PasswordRefusal, refusalOf } from './password.js';

const HOUR_MS = 3_600_000;
/** For how long a link can be used, in milliseconds. */
const lifetimes: Record<LinkPurpose, number> = { invitation: INVITATION_DAYS * 24 * HOUR_MS, reset: HOUR_MS };

/** What the page of a link tells. */
export interface Opened {
  purpose: LinkPurpose;
  username: string;
  /** What she is asked to accept with it; null for a link that only replaces a password, or when the invitation was answered already. */
  invitation: { organizationName: string; role: OfficerRole; version: number } | null;
}

export type UseOutcome = { is: 'used'; isStaff: boolean } | { is: PasswordRefusal | 'expired' | 'changed' };

/** Links that work once, by which people choose their own password (IDE-42). */
@Injectable()
export class LinksService {
  constructor(
    private readonly db: DataSource,
    private readonly standings: Standings,
  ) {}

  /**
   * Makes a link and has it mailed, in the caller's transaction; what was sent before opens nothing any more.
   * @param sender in whose name
   */
  async send(
    tx: EntityManager,
    purpose: LinkPurpose,
    { personId, username }: Pick<Credential, 'personId' | 'username'>,
    sender: { name: string; organizationId: string | null },
    now: Date,
  ): Promise<OneTimeLink> {
    await revokeLinks(tx, personId, now);
    const link = Object.assign(new OneTimeLink(), {
      id: newId(now.getTime()),
      personId,
      purpose,
      secretHash: null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimes[purpose]),
      usedAt: null,
      revokedAt: null,
    });
    await tx.insert(OneTimeLink, link);
    await announceLink(tx, purpose, link.id, username, {
      personId,
      sender: sender.name,
      organizationId: sender.organizationId,
      at: now,
    });
    return link;
  }

  /** @returns what a link is for; null when it opens nothing, whatever the reason */
  async open(secret: string, now: Date): Promise<Opened | null> {
    const link = await this.db.manager.findOneBy(OneTimeLink, { secretHash: hashOfSecret(secret) });
    if (!link?.isOpen(now)) return null;
    const credential = await this.db.manager.findOneBy(Credential, { personId: link.personId });
    if (!credential) return null;
    const invited = await this.db.manager.findOneBy(OfficerRow, { id: link.personId, state: 'invited' });
    const { purpose } = link;
    if (!invited || purpose !== 'invitation') return { purpose, username: credential.username, invitation: null };
    const { name } = await this.db.manager.findOneByOrFail(OrganizationRow, { id: invited.organizationId });
    const { role, version } = invited;
    return { purpose, username: credential.username, invitation: { organizationName: name, role, version } };
  }

  /**
   * Replaces the password and, with an invitation, accepts it. Whatever was signed in before is over.
   * @param version of the invitation that was shown
   */
  async use(secret: string, chosen: { password: string; again: string; version: number }, address: string, now: Date): Promise<UseOutcome> {
    const opened = await this.open(secret, now);
    if (!opened) return { is: 'expired' };
    const refusal = refusalOf(chosen.password, chosen.again, opened.username);
    if (refusal) return { is: refusal };
    if (opened.invitation && opened.invitation.version !== chosen.version) return { is: 'changed' };
    const passwordHash = await hashPassword(chosen.password);
    const endsSignIns = new Date(Math.ceil(Date.now() / 1_000) * 1_000);
    const outcome = await this.standings.transaction(null, async (tx, change): Promise<UseOutcome> => {
      const link = await tx.findOne(OneTimeLink, { where: { secretHash: hashOfSecret(secret) }, lock: { mode: 'pessimistic_write' } });
      if (!link?.isOpen(now)) return { is: 'expired' };
      link.usedAt = now;
      await tx.save(link);
      const { personId } = link;
      const officer = await tx.findOne(OfficerRow, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
      if (opened.invitation && officer?.state !== 'invited') return { is: 'expired' };
      await replacePassword(tx, personId, { passwordHash, endsSignIns, address, officer, at: now }, change);
      if (opened.invitation && officer) {
        officer.accept(chosen.version);
        await keepOfficer(tx, officer, 'invitation-accepted', { ...service, personId, address }, change);
      }
      return { is: 'used', isStaff: officer?.state === 'active' || officer?.state === 'invited' };
    });
    // Issuers tell when somebody signed in by the second: a sign-in of this very second must not be taken for one of before.
    if (outcome.is === 'used') await sleep(Math.max(0, endsSignIns.getTime() - Date.now()));
    return outcome;
  }
}

interface Replacement {
  passwordHash: string;
  /** What was signed in before this instant is over. */
  endsSignIns: Date;
  address: string;
  officer: OfficerRow | null;
  at: Date;
}

/** What every change of a password by its owner leaves: sign-ins that are over, the trace, and a mail to her. */
export async function replacePassword(
  tx: EntityManager,
  personId: string,
  { passwordHash, endsSignIns, address, officer, at }: Replacement,
  change: Change,
): Promise<void> {
  await tx.update(Credential, { personId }, { passwordHash, isInitial: false });
  await change(personId, { endsSignIns });
  const organizationId = officer && officer.state !== 'deleted' ? officer.organizationId : null;
  await noteAccess(tx, 'password-changed', personId, { ...service, personId });
  await noteSecurity(tx, 'password-changed', { personId, organizationId }, { personId, address });
  await announcePasswordChange(tx, { personId, sender: 'Sportello', organizationId, at });
}
