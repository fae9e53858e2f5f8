import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { asMail, asUsername } from '@sportello/italy/typed-text';
import { networkOf } from '@sportello/service/address';
import { CONFIG } from '@sportello/service/config';
import { Counts } from '@sportello/service/counts';
import { hasLaboratory } from '@sportello/service/laboratory';
import { DataSource } from 'typeorm';
import { type Config } from '../config.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { Standings } from '../standings/standings.js';
import { announceUsername } from './announce-link.js';
import { endOf, keyOf, WINDOW_MS } from './attempts.js';
import { Credential } from './credential.entity.js';
import { LinksService, replacePassword } from './links.service.js';
import { revokeLinks } from './one-time-link.entity.js';
import { hashPassword, type PasswordRefusal, refusalOf } from './password.js';
import { mayEnterAsStaff } from './roles.js';
import { type Confirmation, SecondFactors } from './second-factors.js';
import { type Attempt, type SignInOutcome, SignInService } from './sign-in.service.js';

/** Questions from one address in a window: a whole office may stand behind it. */
const MOST_ASKED = 20;
/** Mails that one person is sent in a window, whoever asks. */
const MOST_MAILS = 3;
/** People that share an address and are all written to. */
const MOST_SHARING = 5;

/** What is forgotten: the password, or the user name. */
export type Forgotten = 'password' | 'username';

/** The same for everybody: it does not say whether anybody is known. */
export type AskOutcome = { is: 'asked' } | { is: 'locked'; until: Date };

export type ChangeOutcome =
  | { is: PasswordRefusal | 'changed' | 'same' }
  | Exclude<Confirmation, { is: 'right' }>
  | Exclude<SignInOutcome, { is: 'welcome' }>;

/** Forgotten user names and passwords, and their change by their owner (IDE-03, 04, 26, 27, 42). */
@Injectable()
export class RecoveryService implements OnModuleDestroy {
  private readonly logger = new Logger(RecoveryService.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly db: DataSource,
    private readonly counts: Counts,
    private readonly standings: Standings,
    private readonly links: LinksService,
    private readonly signIn: SignInService,
    private readonly factors: SecondFactors,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What was asked is looked for after the answer, so that neither what it says nor when it comes tells who is known. */
  async ask(forgotten: Forgotten, typed: string, address: string, now: Date): Promise<AskOutcome> {
    const key = keyOf('recovery', networkOf(address));
    const asked = (await this.counts.add([key], WINDOW_MS, now)).get(key);
    if (asked && asked.count > MOST_ASKED) return { is: 'locked', until: endOf(asked) };
    const work = this.send(forgotten, typed, address, now)
      .catch((error: unknown) => this.logger.error({ err: error, msg: 'a forgotten name or password was not sent' }))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
    return { is: 'asked' };
  }

  /** Whoever stops the service lets what was promised be written. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay);
  }

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

  private async send(forgotten: Forgotten, typed: string, address: string, now: Date): Promise<void> {
    for (const credential of await this.find(forgotten, typed)) {
      const { personId, username } = credential;
      if (!(await this.mayEnter(personId)) || !(await this.mayMail(personId, now))) continue;
      await this.db.transaction(async (tx) => {
        const officer = await tx.findOneBy(OfficerRow, { id: personId });
        const organizationId = officer && officer.state !== 'deleted' ? officer.organizationId : null;
        if (forgotten === 'username') await announceUsername(tx, username, { personId, sender: 'Sportello', organizationId, at: now });
        else {
          await this.links.send(tx, 'reset', credential, { name: 'Sportello', organizationId }, now);
          await noteSecurity(tx, 'password-link-sent', { personId, organizationId }, { personId: null, address });
        }
      });
    }
  }

  /** Whether a person may be mailed once more: nobody fills another's mail box. What her body sends counts by itself. */
  async mayMail(personId: string, now: Date, organizationId = ''): Promise<boolean> {
    const key = keyOf('link', `${personId} ${organizationId}`);
    return ((await this.counts.add([key], WINDOW_MS, now)).get(key)?.count ?? 1) <= MOST_MAILS;
  }

  /** By address, or where a password was forgotten by user name too. */
  private find(forgotten: Forgotten, typed: string): Promise<Credential[]> {
    const query = this.db.manager
      .createQueryBuilder(Credential, 'credential')
      .where('credential.personId in (select id from people where lower(mail) = :mail)', { mail: asMail(typed).toLowerCase() });
    if (forgotten === 'password') query.orWhere('credential.username = :username', { username: asUsername(typed) });
    return query.orderBy('credential.username').limit(MOST_SHARING).getMany();
  }

  /** Passwords open for staff; for citizens in the laboratory alone. */
  private async mayEnter(personId: string): Promise<boolean> {
    return hasLaboratory('citizen-password', this.config) || mayEnterAsStaff(this.db.manager, personId);
  }
}
