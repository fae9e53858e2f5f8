import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Input } from '@sportello/contracts/contract';
import { personNotFound, type putPerson } from '@sportello/contracts/identity/people';
import { forbidden, tooManyRequests } from '@sportello/contracts/problems';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { indexedWords } from '@sportello/italy/search-words';
import { asUsername } from '@sportello/italy/typed-text';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Counts } from '@sportello/service/counts';
import { vectorOf } from '@sportello/service/full-text';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { endOf, keyOf, WINDOW_MS } from '../accounts/attempts.js';
import { Credential } from '../accounts/credential.entity.js';
import { hashPassword, isPassword } from '../accounts/password.js';
import { invalidField } from '../invalid-field.js';
import { publishName } from '../officers/publish-rights.js';
import { checkRightsNow } from '../officers/rights-now.js';
import { isInstallation } from '../organizations/access-body.js';
import { Person } from './person.entity.js';
import { personMeant, Registration } from './registration.entity.js';

type Registered = Input<typeof putPerson>;

/** Whom a registration is about, and whether she was unknown. */
export interface Met {
  personId: string;
  isNew: boolean;
}

interface Colleague {
  id: string;
  identity: Pick<Registered['identity'], 'givenName' | 'familyName' | 'fiscalCode'>;
  mail: string;
  username: string;
}

/** What whoever invites a colleague does not say of her: her digital identity will. */
const unsaid = { birthDate: null, birthPlace: null, birthState: null, sex: null };

/** People that one person of staff may register in a window, refused ones counted: enough for a school, too few to try out who is known. */
const MOST_REGISTRATIONS = 300;

/** Writes people: all registrations go through here, whoever asks. */
@Injectable()
export class Registrations {
  constructor(
    private readonly db: DataSource,
    private readonly counts: Counts,
  ) {}

  /** @throws Problem `too-many-requests` with when to come back */
  async checkCount({ personId }: Actor, now: Date): Promise<void> {
    const key = keyOf('registration', personId ?? '');
    const attempts = (await this.counts.add([key], WINDOW_MS, now)).get(key);
    if (!attempts || attempts.count <= MOST_REGISTRATIONS) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((endOf(attempts).getTime() - now.getTime()) / 1_000));
    throw new Problem(tooManyRequests, undefined, { retryAfterSeconds });
  }

  /**
   * Who is asked to work for a body, registered if she is new. What is refused does not depend on that, and is counted.
   * @param username with which she signs in, if she is new: her password is hers to choose, and until then nobody knows one
   */
  async prepareColleague({ username, ...colleague }: Colleague, actor: Actor): Promise<(tx: EntityManager) => Promise<Met>> {
    const { id, identity, mail } = colleague;
    const registration: Registered = { id, identity: { ...unsaid, ...identity }, mail, profiles: [], credentials: null };
    if (!isInstallation(actor)) await this.checkCount(actor, new Date());
    checkCode(registration);
    const password = randomBytes(32).toString('base64url');
    const credential = await this.credential(id, { username, password });
    return (tx) => this.meet(tx, registration, credential, actor);
  }

  /** Finds whoever has a fiscal code, or writes her: the body's id for her is the one that it chose. */
  async meet(tx: EntityManager, registration: Registered, credential: Credential | null, actor: Actor): Promise<Met> {
    const { id, identity } = registration;
    const organizationId = actor.organizationId;
    if (!organizationId) throw new Problem(forbidden);
    await checkRightsNow(tx, actor);
    if (credential) await checkUsername(tx, credential);
    const known = await tx.findOne(Person, {
      where: { identity: { fiscalCode: identity.fiscalCode } },
      lock: { mode: 'pessimistic_write' },
    });
    const meant = await personMeant(tx, id, organizationId);
    if (meant !== known?.id && (await tx.existsBy(Person, { id: meant }))) throw new Problem(personNotFound);
    const personId = known?.id ?? id;
    if (!known) {
      await this.write(tx, null, registration);
      if (credential) await putCredential(tx, Object.assign(credential, { isInitial: true }));
    }
    if (meant !== personId) await tx.insert(Registration, { id, organizationId, personId, registeredAt: new Date() });
    if (!known || meant !== personId) await noteAccess(tx, 'person-registered', personId, actor);
    return { personId, isNew: !known };
  }

  async write(tx: EntityManager, known: Person | null, { id, identity, mail }: Registered): Promise<void> {
    const person = known ?? Object.assign(new Person(), { id, createdAt: new Date() });
    if (!known) person.contacts.mail = mail;
    const formerName = known?.fullName;
    person.identity = Object.assign(person.identity ?? {}, identity);
    person.words = vectorOf(indexedWords(person.fullName));
    await tx.save(Person, person);
    if (known && formerName !== person.fullName) await publishName(tx, id);
  }

  /** Hashing takes its time, so it is done before the transaction, and only when the password is another one. */
  async credential(personId: string, { username, password }: NonNullable<Registered['credentials']>): Promise<Credential> {
    const known = await this.db.manager.findOneBy(Credential, { personId });
    const passwordHash = known && (await isPassword(password, known.passwordHash)) ? known.passwordHash : await hashPassword(password);
    return Object.assign(new Credential(), { personId, username: asUsername(username), passwordHash, isInitial: false });
  }
}

/** Source: DM 23 December 1976 n. 13813 */
export function checkCode({ identity: { fiscalCode } }: Registered): void {
  if (checkFiscalCode(fiscalCode) !== null)
    throw invalidField('/identity/fiscalCode', { it: 'Il codice fiscale non è corretto', en: 'The fiscal code is not correct' });
}
async function checkUsername(tx: EntityManager, { personId, username }: Credential): Promise<void> {
  if (await tx.existsBy(Credential, { personId: Not(personId), username })) throw invalidField('/credentials/username', usernameTaken);
}

export async function putCredential(tx: EntityManager, credential: Credential): Promise<void> {
  await checkUsername(tx, credential);
  await tx.save(Credential, credential);
}

const usernameTaken = { it: 'lo username è già usato', en: 'The username is already taken' };
