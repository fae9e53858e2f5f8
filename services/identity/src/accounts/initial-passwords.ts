import { Injectable } from '@nestjs/common';
import { service } from '@sportello/messaging/actor';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { Credential } from './credential.entity.js';
import { hashPassword, isPassword, type PasswordRefusal, refusalOf } from './password.js';

/** How long somebody may take to choose her password. Seconds. */
const CHOICE_SECONDS = 10 * 60;

export type ChoiceOutcome = { is: 'chosen'; personId: string } | { is: PasswordRefusal | 'same' | 'expired' };

/** A password that somebody else gave opens one page only: the one where the person replaces it. */
@Injectable()
export class InitialPasswords {
  constructor(
    private readonly db: DataSource,
    private readonly redis: Redis,
  ) {}

  /**
   * After the right password was typed.
   * @param interaction the sign-in at hand, which belongs to one browser
   * @returns true when she must choose another before she enters
   */
  async mustBeReplaced(personId: string, interaction: string): Promise<boolean> {
    if (!(await this.db.manager.existsBy(Credential, { personId, isInitial: true }))) return false;
    await this.redis.set(keyOf(interaction), personId, 'EX', CHOICE_SECONDS);
    return true;
  }

  /** Whether somebody is choosing her password in this sign-in. */
  async isAsked(interaction: string): Promise<boolean> {
    return (await this.redis.exists(keyOf(interaction))) > 0;
  }

  async replace(interaction: string, password: string, again: string, address: string): Promise<ChoiceOutcome> {
    const personId = await this.redis.get(keyOf(interaction));
    const credential = personId && (await this.db.manager.findOneBy(Credential, { personId, isInitial: true }));
    if (!credential) return { is: 'expired' };
    const refusal = refusalOf(password, again, credential.username);
    if (refusal) return { is: refusal };
    if (await isPassword(password, credential.passwordHash)) return { is: 'same' };
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      await tx.update(Credential, { personId: credential.personId }, { passwordHash, isInitial: false });
      const { personId } = credential;
      await noteAccess(tx, 'password-changed', personId, { ...service, personId });
      const officer = await tx.findOneBy(OfficerRow, { id: personId });
      await noteSecurity(tx, 'password-changed', { personId, organizationId: officer?.organizationId ?? null }, { personId, address });
    });
    await this.redis.del(keyOf(interaction));
    return { is: 'chosen', personId: credential.personId };
  }
}

const keyOf = (interaction: string) => `initial-password:${interaction}`;
