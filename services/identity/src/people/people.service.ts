import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { describePeople, personNotFound, putPerson } from '@sportello/contracts/identity/people';
import { forbidden, tooManyRequests } from '@sportello/contracts/problems';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { indexedWords } from '@sportello/italy/search-words';
import { asUsername } from '@sportello/italy/typed-text';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { Counts } from '@sportello/service/counts';
import { vectorOf } from '@sportello/service/full-text';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { endOf, keyOf, WINDOW_MS } from '../accounts/attempts.js';
import { Credential } from '../accounts/credential.entity.js';
import { hashPassword, isPassword, isTooSimple } from '../accounts/password.js';
import { invalidField } from '../invalid-field.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { publishName } from '../officers/publish-rights.js';
import { checkRightsNow } from '../officers/rights-now.js';
import { isInstallation } from '../organizations/access-body.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { type Change, Standings } from '../standings/standings.js';
import { Person } from './person.entity.js';
import { PersonProfile } from './profile.entity.js';
import { personMeant, Registration } from './registration.entity.js';

type Registered = Input<typeof putPerson>;

/** People that one person of staff may register in a window, refused ones counted: enough for a school, too few to try out who is known. */
const MOST_REGISTRATIONS = 300;

@Controller()
export class PeopleService {
  constructor(
    private readonly db: DataSource,
    private readonly counts: Counts,
    private readonly standings: Standings,
  ) {}

  /** On the installation's account a registration says all that there is; an administrator registers within the bounds of her body. */
  @Handles(putPerson)
  async put(registration: Registered, actor: Actor): Promise<{ id: string }> {
    const { id, credentials } = registration;
    if (!isInstallation(actor)) await this.checkCount(actor, new Date());
    checkCode(registration);
    checkProfiles(registration.profiles);
    checkSimple(registration);
    if (!isInstallation(actor)) checkPassword(registration);
    const credential = credentials && (await this.credential(id, credentials));
    let endsSignIns: Date | undefined;
    await this.standings.transaction(id, async (tx, change) => {
      if (isInstallation(actor)) endsSignIns = await this.register(tx, registration, credential, actor, change);
      else await this.registerForBody(tx, registration, credential, actor, change);
    });
    // Issuers tell when somebody signed in by the second: a sign-in of this very second must not be taken for one of before.
    if (endsSignIns) await sleep(Math.max(0, endsSignIns.getTime() - Date.now()));
    return { id };
  }

  /** @throws Problem `too-many-requests` with when to come back */
  private async checkCount({ personId }: Actor, now: Date): Promise<void> {
    const key = keyOf('registration', personId ?? '');
    const attempts = (await this.counts.add([key], WINDOW_MS, now)).get(key);
    if (!attempts || attempts.count <= MOST_REGISTRATIONS) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((endOf(attempts).getTime() - now.getTime()) / 1_000));
    throw new Problem(tooManyRequests, undefined, { retryAfterSeconds });
  }

  /**
   * Contact points belong to the person: after the first time they are left alone. Another password ends what was signed in with the old one.
   * @returns before when sign-ins are over, for another password
   */
  private async register(
    tx: EntityManager,
    registration: Registered,
    credential: Credential | null,
    actor: Actor,
    change: Change,
  ): Promise<Date | undefined> {
    const { id, identity, profiles } = registration;
    const known = await tx.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (await tx.existsBy(Person, { id: Not(id), identity: { fiscalCode: identity.fiscalCode } }))
      throw invalidField('/identity/fiscalCode', taken);
    await this.write(tx, known, registration);
    if (await putProfiles(tx, id, await tx.findBy(PersonProfile, { personId: id }), profiles)) await change(id);
    const endsSignIns = credential ? await this.putPassword(tx, credential, actor, change) : undefined;
    await noteAccess(tx, 'person-registered', id, actor);
    return endsSignIns;
  }

  private async putPassword(tx: EntityManager, credential: Credential, actor: Actor, change: Change): Promise<Date | undefined> {
    const { personId, passwordHash } = credential;
    const before = await tx.findOneBy(Credential, { personId });
    await putCredential(tx, credential);
    if (!before || before.passwordHash === passwordHash) return undefined;
    const endsSignIns = new Date(Math.ceil(Date.now() / 1_000) * 1_000);
    await change(personId, { endsSignIns });
    const officer = await tx.findOneBy(OfficerRow, { id: personId });
    await noteSecurity(tx, 'password-changed', { personId, organizationId: officer?.organizationId ?? null }, actor);
    return endsSignIns;
  }

  /**
   * Somebody new is written whole; whoever is known keeps what she has, but for the profiles on behalf of this body.
   * Both ways pass the same checks, or their answers would tell who is known.
   * @throws Problem `personNotFound` for an id that means somebody else
   */
  private async registerForBody(
    tx: EntityManager,
    registration: Registered,
    credential: Credential | null,
    actor: Actor,
    change: Change,
  ): Promise<void> {
    const { id, identity, profiles } = registration;
    const organizationId = actor.organizationId;
    if (!organizationId) throw new Problem(forbidden);
    await checkRightsNow(tx, actor);
    await checkOwnProfiles(tx, profiles, organizationId);
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
    const before = await tx.findBy(PersonProfile, { personId, organizationId });
    const given = known ? profiles.filter((profile) => profile.organizationId) : profiles;
    if (await putProfiles(tx, personId, before, given)) {
      await change(personId);
      await noteAccess(tx, 'profiles-changed', personId, actor);
    }
  }

  private async write(tx: EntityManager, known: Person | null, { id, identity, mail }: Registered): Promise<void> {
    const person = known ?? Object.assign(new Person(), { id, createdAt: new Date() });
    if (!known) person.contacts.mail = mail;
    const formerName = known?.fullName;
    person.identity = Object.assign(person.identity ?? {}, identity);
    person.words = vectorOf(indexedWords(person.fullName));
    await tx.save(Person, person);
    if (known && formerName !== person.fullName) await publishName(tx, id);
  }

  @Handles(describePeople)
  async describe({ ids }: Input<typeof describePeople>, _actor: Actor): Promise<Output<typeof describePeople>> {
    const people = await this.db.manager.findBy(Person, { id: In(ids) });
    return { items: people.map(({ id, identity, contacts }) => ({ id, identity, ...contacts })) };
  }

  /** Hashing takes its time, so it is done before the transaction, and only when the password is another one. */
  private async credential(personId: string, { username, password }: NonNullable<Registered['credentials']>): Promise<Credential> {
    const known = await this.db.manager.findOneBy(Credential, { personId });
    const passwordHash = known && (await isPassword(password, known.passwordHash)) ? known.passwordHash : await hashPassword(password);
    return Object.assign(new Credential(), { personId, username: asUsername(username), passwordHash, isInitial: false });
  }
}

type Profiles = Registered['profiles'];

/** Source: DM 23 December 1976 n. 13813. */
function checkCode({ identity: { fiscalCode } }: Registered): void {
  if (checkFiscalCode(fiscalCode) !== null)
    throw invalidField('/identity/fiscalCode', { it: 'Il codice fiscale non è corretto', en: 'The fiscal code is not correct' });
}

/** Each is one of its own; a citizen acts for herself, every other profile for somebody. */
function checkProfiles(profiles: Profiles): void {
  if (new Set(profiles.map(({ id }) => id)).size < profiles.length)
    throw invalidField('/profiles', { it: 'Due profili hanno lo stesso identificativo', en: 'Two profiles have the same id' });
  for (const [index, { kind, onBehalfOf, organizationId }] of profiles.entries()) {
    if (kind === 'citizen' ? onBehalfOf !== null || organizationId !== null : onBehalfOf === null)
      throw invalidField(`/profiles/${index}/onBehalfOf`, {
        it: 'Il profilo «Utente Cittadino» non agisce per conto di nessuno, gli altri profili sì',
        en: 'The profile "Citizen" acts on nobody’s behalf, the other profiles do',
      });
  }
}

function checkSimple({ credentials }: Registered): void {
  if (credentials && isTooSimple(credentials.password, credentials.username))
    throw invalidField('/credentials/password', {
      it: 'La password è troppo semplice: servono almeno 5 caratteri diversi, e il solo nome utente non basta',
      en: 'The password is too simple: it needs at least 5 different characters, and the user name alone does not do',
    });
}

/** A password that somebody else has chosen opens nothing that is a citizen's. */
function checkPassword({ profiles, credentials }: Registered): void {
  if (credentials && profiles.length > 0)
    throw new Problem(forbidden, {
      it: 'Nome utente e password si danno solo a chi lavora per un ente: chi usa i servizi accede con la propria identità digitale',
      en: 'User name and password are only for those who work for a body: whoever uses the services signs in with a digital identity',
    });
}

/** @throws Problem `forbidden` for a profile on behalf of anybody but this body, or of a school's head if it is none */
async function checkOwnProfiles(tx: EntityManager, profiles: Profiles, organizationId: string): Promise<void> {
  const { name, kind } = await tx.findOneByOrFail(OrganizationRow, { id: organizationId });
  if (kind !== 'school' && profiles.some((profile) => profile.kind === 'school_head'))
    throw new Problem(forbidden, {
      it: 'Il profilo «Dirigente Scolastico» lo danno le scuole',
      en: 'The profile “School head” is given by schools',
    });
  const isOwn = (profile: Profiles[number]) =>
    profile.kind === 'citizen' || (profile.organizationId === organizationId && profile.onBehalfOf === name);
  if (!profiles.every(isOwn))
    throw new Problem(forbidden, {
      it: `Un profilo per conto di un ente lo dà quell’ente: qui si danno solo profili per conto di «${name}»`,
      en: `A profile on behalf of a body comes from that body: here profiles are given only on behalf of “${name}”`,
    });
}

/** Takes away those of `before` that are not wanted, and gives the wanted in their order. @returns whether anything changed */
async function putProfiles(tx: EntityManager, personId: string, before: PersonProfile[], wanted: Profiles): Promise<boolean> {
  const ids = wanted.map(({ id }) => id);
  if (await tx.existsBy(PersonProfile, { id: In(ids), personId: Not(personId) }))
    throw invalidField('/profiles', { it: 'Un profilo è di un’altra persona', en: 'A profile is of another person' });
  const removed = before.filter(({ id }) => !ids.includes(id));
  await tx.remove(removed);
  const kept = await tx.findBy(PersonProfile, { personId, id: Not(In(ids)) });
  const first = Math.max(-1, ...kept.map(({ position }) => position)) + 1;
  const rows = wanted.map((profile, index) => ({ ...profile, personId, position: first + index }));
  const isSame = removed.length === 0 && rows.every((row) => before.some((known) => isDeepStrictEqual({ ...known }, row)));
  if (!isSame) await tx.save(PersonProfile, rows);
  return !isSame;
}

async function checkUsername(tx: EntityManager, { personId, username }: Credential): Promise<void> {
  if (await tx.existsBy(Credential, { personId: Not(personId), username })) throw invalidField('/credentials/username', usernameTaken);
}

async function putCredential(tx: EntityManager, credential: Credential): Promise<void> {
  await checkUsername(tx, credential);
  await tx.save(Credential, credential);
}

/** One fiscal code, one person: a second account of the same person is a mistake. */
const taken = { it: 'Un’altra persona è registrata con questo codice fiscale', en: 'Another person is registered with this fiscal code' };
const usernameTaken = { it: 'Il nome utente è già usato', en: 'The user name is already taken' };
