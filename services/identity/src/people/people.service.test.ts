import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Input } from '@sportello/contracts/contract';
import { describePeople, personNotFound, putPerson } from '@sportello/contracts/identity/people';
import { openSession } from '@sportello/contracts/identity/sessions';
import { forbidden, invalidInput, tooManyRequests } from '@sportello/contracts/problems';
import { controlLetter } from '@sportello/italy/control-letter';
import { givenNamePart } from '@sportello/italy/fiscal-code';
import { service as aService } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { Counts } from '@sportello/service/counts';
import { administrator, bianchi, dimostrativo, giulia, manager, marco, maria, piedmont } from '@sportello/testing/people';
import { DataSource } from 'typeorm';
import { employ, type IdentityUnderTest, idOf, password, register, registration, startIdentity } from '../../test/start-identity.js';
import { Access } from '../access-log/access.entity.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { keyOf, WINDOW_MS } from '../accounts/attempts.js';
import { Authentication } from '../accounts/authentication.entity.js';
import { SignInService } from '../accounts/sign-in.service.js';
import { MeetingsService } from './meetings.service.js';
import { PeopleService } from './people.service.js';

type Registration = Input<typeof putPerson>;

let identity: IdentityUnderTest;
let people: PeopleService;
const codeOf = (base: string) => base + controlLetter(base);
const giulias = registration(giulia, 'Giulia', 'Bianco', codeOf('BNCGLI80E41L219'));

beforeAll(async () => {
  identity = await startIdentity();
  people = identity.get(PeopleService);
  await register(identity, giulias);
});
afterAll(() => identity.stop());

/** A person whom nobody knows yet. */
const somebody = (givenName: string): Registration => ({
  ...registration({ ...giulia, personId: randomUUID() }, givenName, 'Prova', codeOf(`PRV${givenNamePart(givenName)}80E41L219`)),
  profiles: [],
});

/** As a sign-in sees it that has chosen no profile yet. */
const account = () => identity.get(AccountsService).get({}, { ...giulia, profileId: null });

test('registering a person twice changes nothing', async () => {
  const before = await account();
  await register(identity, giulias);
  expect(await account()).toEqual(before);
});

test('IDE-52: nobody is registered twice by another case of her username or fiscal code', async () => {
  const other = somebody('Doppia');
  const username = giulias.credentials?.username.toUpperCase() ?? '';
  await expect(register(identity, { ...other, credentials: { username, password } })).rejects.toMatchObject({
    extra: { errors: [{ pointer: '/credentials/username' }] },
  });
  // As it comes in from outside: what is compared and kept are capitals.
  const identityOf = (fiscalCode: string) => putPerson.input.parse({ ...other, identity: { ...other.identity, fiscalCode } }).identity;
  const small = identityOf(giulias.identity.fiscalCode.toLowerCase());
  await expect(register(identity, { ...other, identity: small, credentials: null })).rejects.toMatchObject({
    extra: { errors: [{ pointer: '/identity/fiscalCode' }] },
  });
});

test('IDE-19: profiles are given in order, and those left out are taken away', async () => {
  const mayor = {
    id: '01890000-0000-7000-8000-00000000e001',
    kind: 'mayor' as const,
    onBehalfOf: 'Comune di Ascalea',
    organizationId: null,
  };
  await register(identity, { ...giulias, profiles: [mayor, ...giulias.profiles] });
  expect(await account()).toMatchObject({ profiles: [mayor, ...giulias.profiles], activeProfileId: mayor.id });
  await register(identity, giulias);
  expect(await account()).toMatchObject({ profiles: giulias.profiles, activeProfileId: giulia.profileId });
});

test('IDE-30: a mayor acts for a comune that has an ISTAT code, and forms are told of it; nobody else has one', async () => {
  const mayor = {
    ...{ id: '01890000-0000-7000-8000-00000000e001', kind: 'mayor' as const, onBehalfOf: 'Comune di Torino' },
    ...{ organizationId: null, comune: '001272' },
  };
  await register(identity, { ...giulias, profiles: [mayor, ...giulias.profiles] });
  const { items } = await people.describe({ ids: [giulias.id] }, aService);
  expect(items[0]?.profiles).toEqual(expect.arrayContaining([expect.objectContaining({ id: mayor.id, comune: '001272' })]));
  for (const profiles of [[{ ...mayor, comune: '999999' }], giulias.profiles.map((profile) => ({ ...profile, comune: '001272' }))])
    await expect(register(identity, { ...giulias, profiles })).rejects.toMatchObject({
      extra: { errors: [{ pointer: '/profiles/0/comune' }] },
    });
  await register(identity, giulias);
});

test('two profiles of one id are none', async () => {
  const [profile] = giulias.profiles;
  await expect(register(identity, { ...giulias, profiles: [profile, profile].flatMap((each) => each ?? []) })).rejects.toMatchObject({
    problem: invalidInput,
    extra: { errors: [{ pointer: '/profiles' }] },
  });
});

test('a fiscal code, a username and a profile belong to one person', async () => {
  const marcos = registration(marco, 'Marco', 'Russo', codeOf('RSSMRC80E41L219'));
  await expect(
    register(identity, { ...marcos, identity: { ...marcos.identity, fiscalCode: codeOf('BNCGLI80E41L219') } }),
  ).rejects.toMatchObject({
    problem: invalidInput,
    extra: { errors: [{ pointer: '/identity/fiscalCode' }] },
  });
  await expect(register(identity, { ...marcos, credentials: { username: 'GIULIA.BIANCO', password } })).rejects.toMatchObject({
    extra: { errors: [{ pointer: '/credentials/username' }] },
  });
  await expect(register(identity, { ...marcos, profiles: giulias.profiles })).rejects.toMatchObject({
    extra: { errors: [{ pointer: '/profiles' }] },
  });
  expect((await identity.get(PeopleService).describe({ ids: [idOf(marco)] }, aService)).items).toEqual([]);
});

test('a new password replaces the old one; without credentials the old ones stay', async () => {
  const typed = { username: 'giulia.bianco', address: '192.0.2.1', forStaff: false };
  const now = new Date();
  await register(identity, { ...giulias, credentials: { username: 'giulia.bianco', password: 'un’altra password' } });
  await register(identity, { ...giulias, credentials: null });
  const signIn = identity.get(SignInService);
  expect(await signIn.check({ ...typed, password }, now)).toMatchObject({ is: 'refused' });
  expect(await signIn.check({ ...typed, password: 'un’altra password' }, now)).toMatchObject({ is: 'welcome' });
});

test('D7: an administrator registers people to work with, and changes nothing of anybody who is known', async () => {
  const lauras = registration(bianchi, 'Laura', 'Bianchi', codeOf('BNCLRA80E41L219'));
  expect(await people.put(lauras, administrator)).toEqual({ id: lauras.id });
  await employ(identity, bianchi, lauras);
  const changed = {
    ...lauras,
    identity: { ...lauras.identity, familyName: 'Altra' },
    credentials: { username: 'laura', password: 'presa di forza' },
  };
  expect(await people.put(changed, administrator)).toEqual({ id: lauras.id });
  const other = { ...changed, identity: { ...changed.identity, fiscalCode: codeOf('LTRLRA80E41L219') } };
  await expect(people.put(other, administrator)).rejects.toMatchObject({ problem: personNotFound });
  await expect(people.put({ ...giulias, id: lauras.id, profiles: [], credentials: null }, administrator)).rejects.toMatchObject({
    problem: personNotFound,
  });
  expect((await people.describe({ ids: [lauras.id] }, aService)).items).toMatchObject([{ identity: lauras.identity }]);
  const typed = { username: 'laura.bianchi', password, address: '192.0.2.1', forStaff: true };
  expect(await identity.get(SignInService).check(typed, new Date())).toMatchObject({ is: 'welcome' });
});

describe('whom a body may register', () => {
  const mayorOf = (organizationId: string | null, onBehalfOf: string) => ({
    id: randomUUID(),
    kind: 'mayor' as const,
    onBehalfOf,
    organizationId,
  });
  const own = mayorOf(piedmont, 'Regione Piemonte');
  const profilesOf = async (personId: string) =>
    (await identity.get(AccountsService).get({}, { ...giulia, personId })).profiles.map(({ id }) => id);
  const trace = async (subjectId: string) =>
    (await identity.db.manager.findBy(Access, { subjectId, actorId: idOf(administrator) })).map(({ action, organizationId }) => ({
      action,
      organizationId,
    }));

  test.each([
    ['another comune', mayorOf(null, 'Comune di Ascalea')],
    ['another body of the installation', mayorOf(dimostrativo, 'Comune Dimostrativo')],
    ["another comune under one's own body", mayorOf(piedmont, 'Comune di Ascalea')],
    ["one's own name under another body", mayorOf(dimostrativo, 'Regione Piemonte')],
    ['a school that is a region', { ...mayorOf(piedmont, 'Regione Piemonte'), kind: 'school_head' as const }],
  ])('a profile on behalf of %s is refused, for new people and known ones alike', async (_whose, profile) => {
    for (const person of [somebody('Nuovo'), giulias])
      await expect(people.put({ ...person, profiles: [profile], credentials: null }, administrator)).rejects.toMatchObject({
        problem: forbidden,
      });
    expect(await profilesOf(giulias.id)).not.toContain(profile.id);
  });

  test('a password comes with no profile', async () => {
    const person = somebody('Senza');
    const withPassword = { ...person, profiles: [own], credentials: { username: 'senza.profili', password } };
    await expect(people.put(withPassword, administrator)).rejects.toMatchObject({ problem: forbidden });
    expect((await people.describe({ ids: [person.id] }, aService)).items).toEqual([]);
  });

  test('a body gives profiles on its own behalf and takes them back, with a trace, and the others stay', async () => {
    const known = { ...giulias, id: randomUUID(), credentials: null };
    const before = await profilesOf(giulias.id);
    expect(await people.put({ ...known, profiles: [own] }, administrator)).toEqual({ id: known.id });
    expect(await profilesOf(giulias.id)).toEqual([...before, own.id]);
    await people.put({ ...known, profiles: [own] }, administrator);
    await people.put({ ...known, profiles: [] }, administrator);
    expect(await profilesOf(giulias.id)).toEqual(before);
    expect(await trace(giulias.id)).toEqual([
      { action: 'person-registered', organizationId: piedmont },
      { action: 'profiles-changed', organizationId: piedmont },
      { action: 'profiles-changed', organizationId: piedmont },
    ]);
  });

  test('registering tells nobody who is known', async () => {
    const asked = (person: Registration) => ({
      ...person,
      id: randomUUID(),
      profiles: [],
      credentials: { username: `u${randomUUID()}`, password },
    });
    const [known, unknown] = [asked(giulias), asked(somebody('Ignoto'))];
    for (const one of [known, unknown]) {
      expect(await people.put(one, administrator)).toEqual({ id: one.id });
      // Said again it is the same; with another's code the id is taken, and a username that is taken is refused.
      expect(await people.put(one, administrator)).toEqual({ id: one.id });
      await expect(people.put({ ...one, identity: somebody('Terzo').identity }, administrator)).rejects.toMatchObject({
        problem: personNotFound,
      });
      await expect(
        people.put({ ...one, id: randomUUID(), credentials: { username: 'giulia.bianco', password } }, administrator),
      ).rejects.toMatchObject({ extra: { errors: [{ pointer: '/credentials/username' }] } });
    }
    expect((await people.describe({ ids: [known.id] }, aService)).items).toEqual([]);
  });

  test('whoever registers very many people, or tries out who is known, has to wait, and nobody else', async () => {
    const ofHers = keyOf('registration', String(administrator.personId));
    const counts = identity.get(Counts);
    await people.put(somebody('Primo'), administrator);
    for (let count = 0; count < 300; count += 1) await counts.add([ofHers], WINDOW_MS, new Date());
    const next = somebody('Prossimo');
    const refusal = { problem: tooManyRequests, extra: { retryAfterSeconds: expect.any(Number) } };
    for (const each of [next, { ...next, identity: giulias.identity }])
      await expect(people.put(each, administrator)).rejects.toMatchObject(refusal);
    expect((await people.describe({ ids: [next.id] }, aService)).items).toEqual([]);
    await people.put(next, aService);
    // As if she had begun a quarter of an hour ago.
    await counts.forget([ofHers]);
    await counts.add([ofHers], WINDOW_MS, new Date(Date.now() - 16 * 60_000));
    await people.put(somebody('Ultimo'), administrator);
  });

  test('a fiscal code with a wrong control letter is refused, whoever registers', async () => {
    const person = somebody('Sbagliato');
    const wrong = { ...person, profiles: [], identity: { ...person.identity, fiscalCode: 'BNCGLI80E41L219Y' } };
    for (const actor of [administrator, aService])
      await expect(people.put(wrong, actor)).rejects.toMatchObject({ extra: { errors: [{ pointer: '/identity/fiscalCode' }] } });
  });

  test('a citizen acts on nobody’s behalf, a mayor on somebody’s', async () => {
    const person = somebody('Vago');
    for (const profile of [
      { ...own, onBehalfOf: null },
      { ...own, kind: 'citizen' as const },
    ])
      await expect(people.put({ ...person, profiles: [profile], credentials: null }, aService)).rejects.toMatchObject({
        extra: { errors: [{ pointer: '/profiles/0/onBehalfOf' }] },
      });
  });
});

test('on the bus only an administrator registers people, only services are told of them, and unknown ids are left out', async () => {
  const nats = await connectBus({ url: identity.nats.url, user: 'tools', password: identity.nats.passwords.tools });
  try {
    const bus = new Bus(nats);
    const marias = { ...registration(maria, 'Maria', 'Rossi', codeOf('RSSMRA80E41L219')), profiles: [] };
    for (const actor of [giulia, bianchi, manager])
      await expect(bus.call(putPerson, marias, actor)).rejects.toMatchObject({ received: { type: 'forbidden' } });
    expect(await bus.call(putPerson, marias, administrator)).toEqual({ id: marias.id });
    await expect(
      bus.call(putPerson, { ...marias, credentials: { username: 'maria', password: 'short' } }, administrator),
    ).rejects.toMatchObject({ received: { type: 'invalid-input', errors: [{ pointer: '/credentials/password' }] } });

    const ids = [marias.id, '01890000-0000-7000-8000-00000000ffff'];
    expect(await bus.call(describePeople, { ids }, aService)).toEqual({
      items: [{ id: marias.id, identity: marias.identity, mail: 'maria@example.it', mobilePhone: null, language: 'it', profiles: [] }],
    });
    for (const actor of [giulia, bianchi, administrator])
      await expect(bus.call(describePeople, { ids }, actor)).rejects.toMatchObject({ received: { type: 'forbidden' } });
    const session = {
      id: '01890000-0000-7000-8000-00000000e001',
      personId: marias.id,
      method: 'local' as const,
      level: 2,
      authenticatedAt: new Date().toISOString(),
      address: '192.0.2.1',
    };
    await expect(bus.call(openSession, session, administrator)).rejects.toMatchObject({ received: { type: 'forbidden' } });
    expect(await bus.call(openSession, session, aService)).toMatchObject({ account: { personId: marias.id } });
  } finally {
    await nats.close();
  }
});

test('PRA-83: whom an officer meets is found or written once, as a citizen, and only by a name that agrees with her fiscal code', async () => {
  const meetings = identity.get(MeetingsService);
  const fiscalCode = codeOf('VRDLCU90B02L219');
  const by = { officerId: String(bianchi.personId), organizationId: piedmont };
  const newcomer = { givenName: 'Luca', familyName: 'Verdi', mail: 'luca@example.org', mobilePhone: '+393331234567' };
  const meet = (changes: object = {}) => meetings.meet({ fiscalCode, newcomer, ...by, ...changes }, aService);
  expect(await meetings.find({ fiscalCode }, aService)).toEqual({ person: null, isIdentified: false });
  await expect(meet({ newcomer: null })).rejects.toMatchObject({ problem: personNotFound });
  await expect(meet({ newcomer: { ...newcomer, familyName: 'Bianchi' } })).rejects.toMatchObject({
    extra: { errors: [{ pointer: '/newcomer/familyName' }] },
  });
  const [met, again] = await Promise.all([meet(), meet()]);
  expect(again).toEqual(met);
  expect(met.person).toMatchObject({ identity: { fiscalCode, givenName: 'Luca' }, mail: 'luca@example.org', mobilePhone: '+393331234567' });
  const found = () => meetings.find({ fiscalCode }, aService);
  expect((await found()).person).toMatchObject({ id: met.person.id, profiles: [{ id: met.profileId, onBehalfOf: null }] });
  // Her fiscal code is hers once a digital identity has told it.
  const signIn = { personId: met.person.id, organizationId: null, authenticatedAt: new Date(), address: '::1', requestId: 'r' };
  const authentications = identity.get(DataSource).getRepository(Authentication);
  await authentications.insert({ ...signIn, id: randomUUID(), method: 'password', level: 1 });
  expect((await found()).isIdentified).toBe(false);
  await authentications.insert({ ...signIn, id: randomUUID(), method: 'spid', level: 2 });
  expect((await found()).isIdentified).toBe(true);
  // Of who is known nothing is changed by what is typed.
  const mayor = { id: randomUUID(), kind: 'mayor' as const, onBehalfOf: 'Comune di Ascalea', organizationId: null };
  const known = { ...somebody('Sindaca'), profiles: [mayor] };
  await register(identity, known);
  const sindaca = await meet({ fiscalCode: known.identity.fiscalCode, newcomer: { ...newcomer, mail: 'other@example.org' } });
  expect(sindaca.person).toMatchObject({ id: known.id, identity: { givenName: 'Sindaca' }, mail: known.mail });
  expect(sindaca.person.profiles?.map(({ id }) => id).sort()).toEqual([mayor.id, sindaca.profileId].sort());
  const noted = await identity.get(DataSource).getRepository(Access).findBy({ subjectId: met.person.id });
  expect(noted).toMatchObject([{ action: 'person-registered', actorId: bianchi.personId, organizationId: piedmont }]);
});

test.each([' '.repeat(12), '\u200b'.repeat(20), 'a'.repeat(40), 'abababababab', 'ANNA.prova anna.prova', 'anna.prova12'])(
  'a password like “%s” is refused for being too simple, whoever gives it',
  async (weak) => {
    for (const actor of [aService, administrator])
      await expect(
        people.put({ ...somebody('Anna'), credentials: { username: 'anna.prova', password: weak } }, actor),
      ).rejects.toMatchObject({ problem: invalidInput, extra: { errors: [{ pointer: '/credentials/password' }] } });
  },
);
