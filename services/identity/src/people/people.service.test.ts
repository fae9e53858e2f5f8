import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { describePeople, openSession, personNotFound, putPerson } from '@sportello/contracts/identity';
import { invalidInput } from '@sportello/contracts/problems';
import { service as aService } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { administrator, bianchi, giulia, manager, marco, maria } from '@sportello/testing/people';
import { employ, type IdentityUnderTest, idOf, password, register, registration, startIdentity } from '../../test/start-identity.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { SignInService } from '../accounts/sign-in.service.js';
import { PeopleService } from './people.service.js';

// A service with its own bus and database takes its time on a machine with two busy cores.
jest.setTimeout(60_000);

let identity: IdentityUnderTest;
const giulias = registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219Y');

beforeAll(async () => {
  identity = await startIdentity();
  await register(identity, giulias);
});
afterAll(() => identity.stop());

const account = () => identity.get(AccountsService).get({}, giulia);

test('registering a person twice changes nothing', async () => {
  const before = await account();
  await register(identity, giulias);
  expect(await account()).toEqual(before);
});

test('IDE-19: profiles are given in order, and those left out are taken away', async () => {
  const mayor = { id: '01890000-0000-7000-8000-00000000e001', kind: 'mayor' as const, onBehalfOf: 'Comune di Ascalea' };
  await register(identity, { ...giulias, profiles: [mayor, ...giulias.profiles] });
  expect(await account()).toMatchObject({ profiles: [mayor, ...giulias.profiles], activeProfileId: mayor.id });
  await register(identity, giulias);
  expect(await account()).toMatchObject({ profiles: giulias.profiles, activeProfileId: giulia.profileId });
});

test('a fiscal code, a user name and a profile belong to one person', async () => {
  const marcos = registration(marco, 'Marco', 'Russo', 'RSSMRC80E41L219Y');
  await expect(register(identity, { ...marcos, identity: { ...marcos.identity, fiscalCode: 'BNCGLI80E41L219Y' } })).rejects.toMatchObject({
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

test('D7: an administrator registers new people, and changes nothing of anybody who is known, not even of her own officers', async () => {
  const people = identity.get(PeopleService);
  const lauras = registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219Z');
  expect(await people.put(lauras, administrator)).toEqual({ id: lauras.id });
  await employ(identity, bianchi, lauras);
  const changed = {
    ...lauras,
    identity: { ...lauras.identity, familyName: 'Altra' },
    credentials: { username: 'laura', password: 'presa di forza' },
  };
  expect(await people.put(changed, administrator)).toEqual({ id: lauras.id });
  const other = { ...changed, identity: { ...changed.identity, fiscalCode: 'LTRLRA80E41L219Z' } };
  await expect(people.put(other, administrator)).rejects.toMatchObject({ problem: personNotFound });
  await expect(people.put({ ...giulias, id: lauras.id, profiles: [] }, administrator)).rejects.toMatchObject({ problem: personNotFound });
  expect((await people.describe({ ids: [lauras.id] }, aService)).items).toMatchObject([{ identity: lauras.identity }]);
  const typed = { username: 'laura.bianchi', password, address: '192.0.2.1', forStaff: true };
  expect(await identity.get(SignInService).check(typed, new Date())).toMatchObject({ is: 'welcome' });
});

test('on the bus only an administrator registers people, only services hear of them, and unknown ids are left out', async () => {
  const nats = await connectBus({ url: identity.nats.url, user: 'tools', password: identity.nats.passwords.tools });
  try {
    const bus = new Bus(nats);
    const marias = registration(maria, 'Maria', 'Rossi', 'RSSMRA80E41L219X');
    for (const actor of [giulia, bianchi, manager])
      await expect(bus.call(putPerson, marias, actor)).rejects.toMatchObject({ received: { type: 'forbidden' } });
    expect(await bus.call(putPerson, marias, administrator)).toEqual({ id: marias.id });
    await expect(
      bus.call(putPerson, { ...marias, credentials: { username: 'maria', password: 'short' } }, administrator),
    ).rejects.toMatchObject({ received: { type: 'invalid-input', errors: [{ pointer: '/credentials/password' }] } });

    const ids = [marias.id, '01890000-0000-7000-8000-00000000ffff'];
    expect(await bus.call(describePeople, { ids }, aService)).toEqual({
      items: [{ id: marias.id, identity: marias.identity, mail: 'maria@example.it', mobilePhone: null, language: 'it' }],
    });
    for (const actor of [giulia, bianchi, administrator])
      await expect(bus.call(describePeople, { ids }, actor)).rejects.toMatchObject({ received: { type: 'forbidden' } });
    const session = {
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
