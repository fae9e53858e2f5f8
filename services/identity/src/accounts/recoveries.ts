import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@sportello/contracts/id';
import { asMail, asUsername } from '@sportello/italy/typed-text';
import { networkOf } from '@sportello/service/address';
import { CONFIG } from '@sportello/service/config';
import { Counts } from '@sportello/service/counts';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { hasLaboratory } from '@sportello/service/laboratory';
import { DataSource, type EntityManager } from 'typeorm';
import { type Config } from '../config.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { announceUsername } from './announce-link.js';
import { endOf, keyOf, mayMail, WINDOW_MS } from './attempts.js';
import { Credential } from './credential.entity.js';
import { LinksService } from './links.service.js';
import { type Forgotten, Recovery } from './recovery.entity.js';
import { mayEnterAsStaff } from './roles.js';

/** Questions from one address in a window: a whole office may stand behind it. */
const MOST_ASKED = 20;
/** People that share an address and are all written to. */
const MOST_SHARING = 5;
/** Nobody waits longer for her mail: what was asked before is forgotten. Milliseconds. */
const AWAITED_MS = 24 * 3_600_000;

/** The same for everybody: it does not say whether anybody is known. */
export type AskOutcome = { is: 'asked' } | { is: 'locked'; until: Date };

/**
 * Forgotten usernames and passwords (IDE-03, 04, 42). What was asked is looked for after the answer, so that neither what that says nor when it
 * comes tells who is known.
 */
@Injectable()
export class Recoveries extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly asking: Counts,
    private readonly links: LinksService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super('recoveries', 1);
  }

  async ask(forgotten: Forgotten, typed: string, address: string, now: Date): Promise<AskOutcome> {
    const key = keyOf('recovery', networkOf(address));
    const asked = (await this.asking.add([key], WINDOW_MS, now)).get(key);
    if (asked && asked.count > MOST_ASKED) return { is: 'locked', until: endOf(asked) };
    const id = newId(now.getTime());
    await this.db.manager.insert(Recovery, { id, forgotten, typed, address, askedAt: now });
    this.later([{ id }]);
    return { is: 'asked' };
  }

  protected due(_now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id from recoveries order by asked_at limit $1', [limit]);
  }

  async run(id: string, now: Date): Promise<void> {
    const asked = await this.db.manager.findOneBy(Recovery, { id });
    if (!asked) return;
    const isAwaited = asked.askedAt.getTime() > now.getTime() - AWAITED_MS;
    const credentials = isAwaited ? await this.reached(asked, now) : [];
    await this.db.transaction(async (tx) => {
      const { affected } = await tx.delete(Recovery, { id });
      if (affected === 1) for (const credential of credentials) await this.send(tx, asked, credential, now);
    });
  }

  /** Who is mailed. */
  private async reached({ forgotten, typed }: Recovery, now: Date): Promise<Credential[]> {
    const reached: Credential[] = [];
    for (const credential of await this.find(forgotten, typed)) {
      const { personId } = credential;
      if ((await this.mayEnter(personId)) && (await mayMail(this.asking, personId, now))) reached.push(credential);
    }
    return reached;
  }

  private async send(tx: EntityManager, { forgotten, address }: Recovery, credential: Credential, now: Date): Promise<void> {
    const { personId, username } = credential;
    const officer = await tx.findOneBy(OfficerRow, { id: personId });
    const organizationId = officer && officer.state !== 'deleted' ? officer.organizationId : null;
    if (forgotten === 'username') return announceUsername(tx, username, { personId, sender: 'Sportello', organizationId, at: now });
    await this.links.send(tx, 'reset', credential, { name: 'Sportello', organizationId }, now);
    await noteSecurity(tx, 'password-link-sent', { personId, organizationId }, { personId: null, address });
  }

  /** By address, or where a password was forgotten by username too. */
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
