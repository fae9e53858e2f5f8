import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SignInMethod } from '@sportello/contracts/identity';
import { CONFIG } from '@sportello/service/config';
import { DataSource, In, LessThan } from 'typeorm';
import { type Config } from '../config.js';
import { Person } from '../people/person.entity.js';
import { Credential, SignInAttempts } from './credential.entity.js';
import { isPassword, nobodysHash } from './password.js';
import { isStaff, rolesOf } from './roles.js';

/** Failures are counted in windows of this length, in milliseconds; a lock lasts until its window ends (IDE-51). */
const WINDOW_MS = 15 * 60_000;
/** Failures allowed in a window for one user name. */
const NAME_FAILURES = 5;
/** The same for one address: a whole office or school may stand behind it. */
const ADDRESS_FAILURES = 50;
const MOST_LISTED = 50;

export type SignInOutcome =
  | { is: 'welcome'; personId: string }
  /** Wrong, unknown, or not allowed in this way: what it was is not said. */
  | { is: 'refused' }
  | { is: 'locked'; until: Date }
  | { is: 'not-an-officer' };

export interface LaboratoryPerson {
  name: string;
  username: string;
  isOfficer: boolean;
  isCitizen: boolean;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How strong a sign-in by password is: alone it is level 1; the laboratory lets it stand for a digital identity of level 2. */
  get strength(): { method: SignInMethod; level: 1 | 2 } {
    return this.config.LABORATORY ? { method: 'local', level: 2 } : { method: 'password', level: 1 };
  }

  /**
   * Checks user name and password. The attempt is counted before the password is looked at, so that many at once do not slip through.
   * @param forStaff true at the officers' entrance (IDE-41)
   */
  async check(typed: { username: string; password: string; address: string; forStaff: boolean }, now: Date): Promise<SignInOutcome> {
    const keys = { name: keyOf('name', typed.username.toLowerCase()), address: keyOf('address', typed.address) };
    const attempts = await this.count([keys.name, keys.address], now);
    const name = attempts.get(keys.name);
    const address = attempts.get(keys.address);
    const locked = [name && name.count > NAME_FAILURES && name, address && address.count > ADDRESS_FAILURES && address].find(Boolean);
    if (locked) return { is: 'locked', until: endOf(locked) };

    const personId = await this.recognise(typed.username, typed.password);
    if (!personId) return name && name.count === NAME_FAILURES ? { is: 'locked', until: endOf(name) } : { is: 'refused' };
    await this.forget(keys);
    return this.admit(personId, typed.forStaff);
  }

  /** Only the laboratory opens without a password. */
  async checkLaboratory(username: string, forStaff: boolean): Promise<SignInOutcome> {
    const credential = this.config.LABORATORY && (await this.db.manager.findOneBy(Credential, { username: username.toLowerCase() }));
    return credential ? this.admit(credential.personId, forStaff) : { is: 'refused' };
  }

  /** The people of the demonstration; empty outside the laboratory. */
  async laboratoryPeople(): Promise<LaboratoryPerson[]> {
    if (!this.config.LABORATORY) return [];
    const credentials = await this.db.manager.find(Credential, { order: { username: 'ASC' }, take: MOST_LISTED });
    const people = await this.db.manager.findBy(Person, { id: In(credentials.map(({ personId }) => personId)) });
    return Promise.all(
      credentials.map(async ({ personId, username }) => {
        const roles = await rolesOf(this.db.manager, personId);
        const name = people.find(({ id }) => id === personId)?.fullName ?? username;
        return { name, username, isOfficer: isStaff(roles), isCitizen: roles.includes('citizen') };
      }),
    );
  }

  private async recognise(username: string, password: string): Promise<string | undefined> {
    const credential = await this.db.manager.findOneBy(Credential, { username: username.toLowerCase() });
    const isRight = await isPassword(password, credential?.passwordHash ?? nobodysHash);
    return credential && isRight ? credential.personId : undefined;
  }

  /** Outside the laboratory a password opens for staff alone: citizens show a digital identity (CAD, art. 64). */
  private async admit(personId: string, forStaff: boolean): Promise<SignInOutcome> {
    if (isStaff(await rolesOf(this.db.manager, personId))) return { is: 'welcome', personId };
    if (forStaff) return { is: 'not-an-officer' };
    return this.config.LABORATORY ? { is: 'welcome', personId } : { is: 'refused' };
  }

  private async count(keys: string[], now: Date): Promise<Map<string, SignInAttempts>> {
    const windowStart = new Date(now.getTime() - WINDOW_MS);
    await this.db.manager.delete(SignInAttempts, { since: LessThan(windowStart) });
    const rows: SignInAttempts[] = await this.db.query(
      `insert into sign_in_attempts (key, count, since) select key, 1, $2 from unnest($1::text[]) as key order by key
       on conflict (key) do update set count = sign_in_attempts.count + 1 returning key, count, since`,
      [keys, now],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** A success clears the name; the address only takes back this attempt, or one good account would pay for many guesses. */
  private async forget({ name, address }: { name: string; address: string }): Promise<void> {
    await this.db.manager.delete(SignInAttempts, { key: name });
    await this.db.manager.decrement(SignInAttempts, { key: address }, 'count', 1);
  }
}

const endOf = ({ since }: SignInAttempts) => new Date(since.getTime() + WINDOW_MS);
const keyOf = (kind: 'name' | 'address', value: string) => `${kind}:${createHash('sha256').update(value).digest('hex')}`;
