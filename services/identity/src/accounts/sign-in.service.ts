import { Inject, Injectable } from '@nestjs/common';
import { type SignInMethod } from '@sportello/contracts/identity/people';
import { asUsername } from '@sportello/italy/typed-text';
import { networkOf } from '@sportello/service/address';
import { CONFIG } from '@sportello/service/config';
import { type Count, Counts } from '@sportello/service/counts';
import { hasLaboratory } from '@sportello/service/laboratory';
import { DataSource, In, IsNull, MoreThan } from 'typeorm';
import { type Config } from '../config.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { SecurityEvent } from '../security/security-event.entity.js';
import { announceGuesses } from './announce-guesses.js';
import { endOf, keyOf, WINDOW_MS } from './attempts.js';
import { Credential } from './credential.entity.js';
import { isPassword, nobodysHash } from './password.js';
import { isStaff, mayEnterAsStaff, rolesOf } from './roles.js';
import { pauseOf, SlowDown } from './slow-down.js';

/** Failures allowed in a window for one username from one address, or from one browser in which the name has signed in before. */
const PAIR_FAILURES = 5;
/** The same for one address and any names: a whole office or school may stand behind it. */
const ADDRESS_FAILURES = 50;
/** Failures in a window for one username, from anywhere, after which each further attempt has to wait for its turn. Nobody is locked out. */
const NAME_FAILURES = 10;
/** When to try again where too many attempts for one name wait already, in milliseconds. */
const BUSY_MS = 60_000;
const MOST_LISTED = 50;

export interface Attempt {
  username: string;
  password: string;
  /** As the gateway saw it. */
  address: string;
  /** The browser's id, where this username has signed in before. */
  device?: string | undefined;
  /** True at the officers' entrance (IDE-41). */
  forStaff: boolean;
}

export type SignInOutcome =
  | { is: 'welcome'; personId: string }
  /** Wrong, unknown, or not allowed in this way: what it was is not said. */
  | { is: 'refused' }
  | { is: 'locked'; until: Date }
  | { is: 'not-an-officer' }
  /** An officer of this body, who may not work at present. */
  | { is: 'suspended'; organizationName: string };

export interface LaboratoryPerson {
  name: string;
  username: string;
  isOfficer: boolean;
  isCitizen: boolean;
}

@Injectable()
export class SignInService {
  private readonly slowDown = new SlowDown();

  constructor(
    private readonly db: DataSource,
    private readonly counts: Counts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How strong a sign-in by password is: alone it is level 1; the laboratory lets it stand for a digital identity of level 2. */
  get strength(): { method: SignInMethod; level: 1 | 2 } {
    return hasLaboratory('citizen-password', this.config) ? { method: 'local', level: 2 } : { method: 'password', level: 1 };
  }

  /** Checks username and password. The attempt is counted before the password is looked at, so that many at once do not slip through. */
  async check({ username, password, address, device, forStaff }: Attempt, now: Date): Promise<SignInOutcome> {
    const name = asUsername(username);
    const keys = {
      address: keyOf('address', networkOf(address)),
      pair: keyOf('pair', `${name} ${networkOf(address)}`),
      name: keyOf('name', name),
    };
    const known = device && keyOf('device', device);
    const ofDevice = known && (await this.count([known], now)).get(known);
    if (ofDevice && ofDevice.count <= PAIR_FAILURES) {
      const personId = await this.recognise(username, password);
      if (!personId) return { is: 'refused' };
      await this.counts.forget([known]);
      return this.admit(personId, forStaff);
    }
    const counted = await this.count([keys.address, keys.pair], now);
    const [ofAddress, ofPair] = [counted.get(keys.address), counted.get(keys.pair)];
    if (ofPair && ofPair.count > PAIR_FAILURES) return { is: 'locked', until: endOf(ofPair) };
    if (ofAddress && ofAddress.count > ADDRESS_FAILURES) return { is: 'locked', until: endOf(ofAddress) };

    const ofName = (await this.count([keys.name], now)).get(keys.name)?.count ?? 0;
    const pause = ofName > NAME_FAILURES ? pauseOf(ofName - NAME_FAILURES) : 0;
    if (pause > 0 && !(await this.slowDown.wait(keys.name, pause))) return { is: 'locked', until: new Date(now.getTime() + BUSY_MS) };
    const personId = await this.recognise(username, password);
    if (!personId && (ofPair?.count === PAIR_FAILURES || ofName === NAME_FAILURES)) await this.tellOwner(name, now);
    if (!personId) return ofPair && ofPair.count === PAIR_FAILURES ? { is: 'locked', until: endOf(ofPair) } : { is: 'refused' };
    await this.forget(keys);
    return this.admit(personId, forStaff);
  }

  /** Only the laboratory opens without a password. */
  async checkLaboratory(username: string, forStaff: boolean): Promise<SignInOutcome> {
    const isOpen = hasLaboratory('entry-without-password', this.config);
    const credential = isOpen && (await this.find(username));
    return credential ? this.admit(credential.personId, forStaff) : { is: 'refused' };
  }

  /** The people of the demonstration; empty outside the laboratory. */
  async laboratoryPeople(): Promise<LaboratoryPerson[]> {
    if (!hasLaboratory('entry-without-password', this.config)) return [];
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

  /** Notes a sign-in that failed (IDE-53). A name is locked once in a window, however often it is tried again. */
  async noteFailure(username: string, address: string, outcome: Exclude<SignInOutcome, { is: 'welcome' }>, now: Date): Promise<void> {
    const credential = await this.find(username);
    const personId = credential?.personId ?? null;
    const officer = personId && (await this.db.manager.findOneBy(OfficerRow, { id: personId }));
    const about = { personId, organizationId: officer ? officer.organizationId : null };
    if (outcome.is !== 'locked') return noteSecurity(this.db.manager, 'sign-in-failed', about, { personId: null, address });
    const since = MoreThan(new Date(now.getTime() - WINDOW_MS));
    const before = { kind: 'sign-in-locked' as const, personId: personId ?? IsNull(), address, at: since };
    if (!(await this.db.manager.existsBy(SecurityEvent, before)))
      await noteSecurity(this.db.manager, 'sign-in-locked', about, { personId: null, address });
  }

  private async find(username: string): Promise<Credential | null> {
    return this.db.manager.findOneBy(Credential, { username: asUsername(username) });
  }

  private async recognise(username: string, password: string): Promise<string | undefined> {
    const credential = await this.find(username);
    const isRight = await isPassword(password, credential?.passwordHash ?? nobodysHash);
    return credential && isRight ? credential.personId : undefined;
  }

  /** Outside the laboratory a password opens for staff alone: citizens show a digital identity (CAD, art. 64). */
  private async admit(personId: string, forStaff: boolean): Promise<SignInOutcome> {
    if (await mayEnterAsStaff(this.db.manager, personId)) return { is: 'welcome', personId };
    if (!forStaff && hasLaboratory('citizen-password', this.config)) return { is: 'welcome', personId };
    const suspended = await this.db.manager.findOneBy(OfficerRow, { id: personId, state: 'suspended' });
    if (suspended) {
      const { name } = await this.db.manager.findOneByOrFail(OrganizationRow, { id: suspended.organizationId });
      return { is: 'suspended', organizationName: name };
    }
    return { is: forStaff ? 'not-an-officer' : 'refused' };
  }

  /** Announces to whose name it is, once in a window, that somebody guesses at her password. */
  private async tellOwner(username: string, now: Date): Promise<void> {
    const credential = await this.db.manager.findOneBy(Credential, { username });
    if (!credential) return;
    const told = keyOf('told', username);
    if ((await this.count([told], now)).get(told)?.count !== 1) return;
    try {
      await this.db.transaction(async (tx) => {
        const { personId } = credential;
        const organizationId = (await tx.findOneBy(OfficerRow, { id: personId }))?.organizationId ?? null;
        await announceGuesses(tx, { personId, organizationId, at: now });
      });
    } catch (error) {
      // What was not written is announced by the next of these tries.
      await this.counts.forget([told]);
      throw error;
    }
  }

  private count(keys: string[], now: Date): Promise<Map<string, Count>> {
    return this.counts.add(keys, WINDOW_MS, now);
  }

  /** A success clears the name; the address only takes back this attempt, or one good account would pay for many guesses. */
  private async forget({ name, pair, address }: { name: string; pair: string; address: string }): Promise<void> {
    await this.counts.forget([name, pair]);
    await this.counts.takeBack(address);
  }
}
