import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { describePeople, putPerson } from '@sportello/contracts/identity/people';
import { forbidden } from '@sportello/contracts/problems';
import { findComune } from '@sportello/italy/territory';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { Credential } from '../accounts/credential.entity.js';
import { isTooSimple } from '../accounts/password.js';
import { invalidField } from '../invalid-field.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { isInstallation } from '../organizations/access-body.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { type Change, Standings } from '../standings/standings.js';
import { Person } from './person.entity.js';
import { PersonProfile } from './profile.entity.js';
import { checkCode, putCredential, Registrations } from './registrations.js';

type Registered = Input<typeof putPerson>;

@Controller()
export class PeopleService {
  constructor(
    private readonly db: DataSource,
    private readonly registrations: Registrations,
    private readonly standings: Standings,
  ) {}

  /** On the installation's account a registration says all that there is; an administrator registers within the bounds of her body. */
  @Handles(putPerson)
  async put(registration: Registered, actor: Actor): Promise<{ id: string }> {
    const { id, credentials } = registration;
    if (!isInstallation(actor)) await this.registrations.checkCount(actor, new Date());
    checkCode(registration);
    checkProfiles(registration.profiles);
    checkSimple(registration);
    if (!isInstallation(actor)) checkPassword(registration);
    const credential = credentials && (await this.registrations.credential(id, credentials));
    let endsSignIns: Date | undefined;
    await this.standings.transaction(id, async (tx, change) => {
      if (isInstallation(actor)) endsSignIns = await this.register(tx, registration, credential, actor, change);
      else await this.registerForBody(tx, registration, credential, actor, change);
    });
    // Issuers tell when somebody signed in by the second: a sign-in of this very second must not be taken for one of before.
    if (endsSignIns) await sleep(Math.max(0, endsSignIns.getTime() - Date.now()));
    return { id };
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
    await this.registrations.write(tx, known, registration);
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
    const { profiles } = registration;
    const organizationId = actor.organizationId;
    if (!organizationId) throw new Problem(forbidden);
    await checkOwnProfiles(tx, profiles, organizationId);
    const { personId, isNew } = await this.registrations.meet(tx, registration, credential, actor);
    const before = await tx.findBy(PersonProfile, { personId, organizationId });
    const given = isNew ? profiles : profiles.filter((profile) => profile.organizationId);
    if (await putProfiles(tx, personId, before, given)) {
      await change(personId);
      await noteAccess(tx, 'profiles-changed', personId, actor);
    }
  }

  @Handles(describePeople)
  async describe({ ids }: Input<typeof describePeople>, _actor: Actor): Promise<Output<typeof describePeople>> {
    const people = await this.db.manager.findBy(Person, { id: In(ids) });
    const profiles = await this.db.manager.findBy(PersonProfile, { personId: In(ids) });
    return {
      items: people.map(({ id, identity, contacts }) => ({
        ...{ id, identity, ...contacts },
        profiles: profiles.filter(({ personId }) => personId === id),
      })),
    };
  }
}

type Profiles = Registered['profiles'];

/** Each is one of its own; a citizen acts for herself, every other profile for somebody. */
function checkProfiles(profiles: Profiles): void {
  if (new Set(profiles.map(({ id }) => id)).size < profiles.length)
    throw invalidField('/profiles', { it: 'Due profili hanno lo stesso identificativo', en: 'Two profiles have the same id' });
  for (const [index, { kind, onBehalfOf, organizationId, comune }] of profiles.entries()) {
    if (comune && (kind !== 'mayor' || !findComune(comune)))
      throw invalidField(`/profiles/${index}/comune`, {
        it: 'Solo il profilo di un sindaco ha un comune, con il suo codice ISTAT',
        en: 'Only the profile of a mayor has a comune, by its ISTAT code',
      });
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
      it: 'La password è troppo semplice: servono almeno 5 caratteri diversi, e il solo username non basta',
      en: 'The password is too simple: it needs at least 5 different characters, and the username alone does not do',
    });
}

/** A password that somebody else has chosen opens nothing that is a citizen's. */
function checkPassword({ profiles, credentials }: Registered): void {
  if (credentials && profiles.length > 0)
    throw new Problem(forbidden, {
      it: 'Username e password si danno solo a chi lavora per un ente: chi usa i servizi accede con la propria identità digitale',
      en: 'Username and password are only for those who work for a body: whoever uses the services signs in with a digital identity',
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
  const rows = wanted.map(({ comune = null, ...profile }, index) => ({ ...profile, comune, personId, position: first + index }));
  const isSame = removed.length === 0 && rows.every((row) => before.some((known) => isDeepStrictEqual({ ...known }, row)));
  if (!isSame) await tx.save(PersonProfile, rows);
  return !isSame;
}

/** One fiscal code, one person: a second account of the same person is a mistake. */
const taken = { it: 'Un’altra persona è registrata con questo codice fiscale', en: 'Another person is registered with this fiscal code' };
