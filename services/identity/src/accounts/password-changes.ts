import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { asUsername } from '@sportello/italy/typed-text';
import { OfficerRow } from '../officers/officer.entity.js';
import { Standings } from '../standings/standings.js';
import { replacePassword } from './links.service.js';
import { revokeLinks } from './one-time-link.entity.js';
import { hashPassword, type PasswordRefusal, refusalOf } from './password.js';
import { type Confirmation, SecondFactors } from './second-factors.js';
import { type Attempt, type SignInOutcome, SignInService } from './sign-in.service.js';

export type ChangeOutcome =
  | { is: PasswordRefusal | 'changed' | 'same' }
  | Exclude<Confirmation, { is: 'right' }>
  | Exclude<SignInOutcome, { is: 'welcome' }>;

/** The change of a password by its owner (IDE-27). */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly standings: Standings,
    private readonly signIn: SignInService,
    private readonly factors: SecondFactors,
  ) {}

  /**
   * By whoever knows the present one, and has the app where one is set: the password alone locks nobody out. Counted as sign-ins are: this is
   * no other place to guess at either.
   */
  async change(
    attempt: Omit<Attempt, 'forStaff'>,
    chosen: { password: string; again: string; code: string },
    now: Date,
  ): Promise<ChangeOutcome> {
    const username = asUsername(attempt.username);
    const refusal = refusalOf(chosen.password, chosen.again, username);
    if (refusal) return { is: refusal };
    const outcome = await this.signIn.check({ ...attempt, forStaff: false }, now);
    if (outcome.is !== 'welcome') return outcome;
    if (attempt.password === chosen.password) return { is: 'same' };
    const { personId } = outcome;
    const confirmation = await this.factors.confirm(personId, chosen.code, attempt.address, now);
    if (confirmation.is !== 'right') return confirmation;
    const passwordHash = await hashPassword(chosen.password);
    const endsSignIns = new Date(Math.ceil(Date.now() / 1_000) * 1_000);
    await this.standings.transaction(personId, async (tx, change) => {
      const officer = await tx.findOneBy(OfficerRow, { id: personId });
      await revokeLinks(tx, personId, now);
      await replacePassword(tx, personId, { passwordHash, endsSignIns, address: attempt.address, officer, at: now }, change);
    });
    await sleep(Math.max(0, endsSignIns.getTime() - Date.now()));
    return { is: 'changed' };
  }
}
