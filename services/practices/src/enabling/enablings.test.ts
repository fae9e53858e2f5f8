import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Asked, Payload } from '@sportello/contracts/contract';
import { accountEnabled } from '@sportello/contracts/identity/enablements';
import { announced } from '@sportello/contracts/notifications/announcements';
import { openPractice } from '@sportello/contracts/practices/drafts';
import { enablingGranted, getEnabling, listEnablings, retryEnabling } from '@sportello/contracts/practices/enabling';
import { getPractice } from '@sportello/contracts/practices/practices';
import { addWorkingDays } from '@sportello/italy/holidays';
import { romeDate, romeInstant } from '@sportello/italy/rome-time';
import { anna, bianchi, federica, manager, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type CredentialSystem, startCredentialSystem } from '../../../../deploy/simulators/credentials.ts';
import type { Behaviour } from '../../../../deploy/simulators/system-server.ts';
import { fiscalCodeOf } from '../../../../deploy/world/fiscal-code.ts';
import { utentiServizi06 } from '../../../../deploy/world/forms/utenti-servizi-06.ts';
import { refusal, World } from '../../test/world.js';
import { Enablings } from './enablings.js';

/** The form of the demonstration world, without what it takes from the mayor's account. */
const form = {
  ...utentiServizi06,
  pages: utentiServizi06.pages.map((page) => ({ ...page, sections: page.sections.filter(({ key }) => key !== 'mayor') })),
};

let system: CredentialSystem;
let world: World;
let enablings: Enablings;
let procedureId: string;
beforeAll(async () => {
  system = await startCredentialSystem();
  world = await World.start({
    CREDENTIAL_SYSTEMS: `${piedmont}=${system.url}`,
    CREDENTIAL_SYSTEM_SECRETS: `${piedmont}=${system.secret}`,
    SYSTEM_DEADLINE_SECONDS: '1',
  });
  enablings = world.service.get(Enablings);
  procedureId = await world.procedure({ settings: { requiresConfirmation: true, enablesPeople: true } }, form);
});
afterEach(() => system.behave('ok'));
afterAll(async () => {
  await world?.stop();
  await system?.stop();
});

let count = 0;
/** Somebody else each time, whom the region knows as it is told. */
function person(familyName: string, knownAs: { familyName?: string; username: string | null } = { username: null }) {
  count += 1;
  const facts = {
    givenName: 'PROVA',
    familyName,
    birthDate: `1980-02-${String(count).padStart(2, '0')}`,
    birthPlace: 'L219',
    sex: 'F' as const,
  };
  const user = { ...facts, fiscalCode: fiscalCodeOf(facts), mail: 'prova@ascalea.example', phone: '0115550101' };
  system.know({ fiscalCode: user.fiscalCode, familyName, ...knownAs });
  const { givenName, fiscalCode, birthDate, mail, phone } = user;
  return { givenName, familyName, fiscalCode, birthDate, mail, phone };
}
type User = ReturnType<typeof person>;

/** The request of a mayor for these people, sent. */
async function sent(users: User[], comune = { province: '001', municipality: '001272', cap: '10122' }): Promise<string> {
  const content = {
    noticeRead: true,
    ...comune,
    address: 'Corso Giacomo Matteotti, 10',
    bodyFiscalCode: '00514490010',
    pec: 'protocollo@pec.ascalea.example',
    rupName: 'Carla Riva',
    rupMail: 'carla.riva@ascalea.example',
    rupPhone: '0115550101',
    users,
  };
  return world.sent(procedureId, federica, content as Asked<typeof openPractice>['content']);
}
const itemsOf = async (id: string) => (await world.ask(getEnabling, { id }, federica)).items;
/** The states of its people, once they are these. */
const inStates = (id: string, ...states: string[]) =>
  eventually(async () => {
    const items = await itemsOf(id);
    expect(items.map(({ state, username }) => (state === 'new_credential' && username === null ? 'being issued' : state))).toEqual(states);
    return items;
  }, 60);
const granted = async (itemId: string) => (await world.service.published(enablingGranted)).filter((it) => it['itemId'] === itemId);
const toldOf = async (id: string) =>
  ((await world.service.published(announced)) as unknown as Payload<typeof announced>[]).filter(
    ({ subject, topic }) => subject?.id === id && topic === 'practices.enabling',
  );

test('PRA-52, INT-12: an enabling with three ends: on the second working day, on the sixth with a new credential, or never, with its reason', async () => {
  const id = await sent([
    person('ESISTE', { username: 'p.esiste' }),
    person('NUOVA'),
    person('DIVERSA', { familyName: 'ALTRA', username: 'p.altra' }),
  ]);
  const [existing, fresh, discarded] = await inStates(id, 'existing_credential', 'new_credential', 'discarded');
  const { submittedAt } = await world.ask(getPractice, { id }, federica);
  const [second, sixth] = [2, 6].map((days) => addWorkingDays(romeDate(submittedAt ?? new Date()), days));
  expect(existing).toMatchObject({ username: 'p.esiste', dueOn: second, reason: null, enabledAt: null });
  expect(fresh).toMatchObject({ username: expect.stringMatching(/^p\.nuova/), dueOn: sixth });
  expect(discarded).toMatchObject({ reason: 'data-mismatch', dueOn: null, username: null });
  expect(await toldOf(id)).toHaveLength(1);

  for (const [item, day] of [
    [existing, second],
    [fresh, sixth],
  ] as const) {
    if (!item || !day) throw new Error('it has no item');
    await enablings.run(item.id, new Date(romeInstant(day).getTime() - 1));
    expect(await granted(item.id)).toEqual([]);
    // Rung twice, also at once.
    await Promise.all([1, 2].map(() => enablings.run(item.id, romeInstant(day))));
    await enablings.run(item.id, romeInstant(day));
    expect(await granted(item.id)).toMatchObject([
      { practiceId: id, applicantId: federica.personId, username: item.username, onBehalfOf: 'Torino' },
    ]);
    await world.say(accountEnabled, { itemId: item.id, at: romeInstant(day) }, 2);
    // Said again under another event, as by a service that was restored from a copy.
    await world.say(accountEnabled, { itemId: item.id, at: new Date() });
  }
  const [first, then] = await inStates(id, 'enabled', 'enabled', 'discarded');
  expect(first).toMatchObject({ dueOn: second, enabledAt: romeInstant(second ?? '') });
  expect(then).toMatchObject({ dueOn: sixth, enabledAt: romeInstant(sixth ?? '') });
  expect((await toldOf(id)).map(({ messages }) => messages[0]?.title.it.split(':')[0])).toEqual([
    'Utente non abilitato',
    'Utente abilitato',
    'Utente abilitato',
  ]);
});

test('an account that is told of somebody who was discarded, or of nobody, changes nothing', async () => {
  const id = await sent([person('SCARTATA', { familyName: 'ALTRA', username: null })]);
  const [item] = await inStates(id, 'discarded');
  const written = async () => [await itemsOf(id), await toldOf(id), await granted(item?.id ?? '')];
  const before = await written();
  await world.say(accountEnabled, { itemId: item?.id ?? '', at: new Date() });
  await world.say(accountEnabled, { itemId: '01890000-0000-7000-8000-0000000000ff', at: new Date() });
  expect(await written()).toEqual(before);
  expect(before[1]).toHaveLength(1);
});

test('whom the same comune asked for already is discarded, also when both requests come at once; another comune may ask for her', async () => {
  const both = person('DOPPIA', { username: 'p.doppia' });
  const ids = [await sent([both]), await sent([both])];
  await eventually(async () => {
    const items = (await Promise.all(ids.map(itemsOf))).flat();
    expect(items.map(({ state, reason }) => reason ?? state).sort()).toEqual(['duplicate', 'existing_credential']);
  }, 60);
  const elsewhere = await sent([both], { province: '001', municipality: '001059', cap: '10022' });
  await inStates(elsewhere, 'existing_credential');
});

test('INT-12: a regional system that is down is waited for, seen with its cause, and goes on when it is back, late if it must', async () => {
  await system.down();
  const id = await sent([person('ATTESA')]);
  const waiting = async () =>
    (await world.ask(listEnablings, { limit: 100, waits: 'yes' }, manager)).items.filter(({ practiceId }) => practiceId === id);
  const item = await eventually(async () => {
    const [found] = await waiting();
    expect(found).toMatchObject({ state: 'requested', cause: 'unavailable', nextTryAt: expect.any(Date) });
    return found;
  }, 60);
  await system.up();
  await world.ask(retryEnabling, { id: item?.id ?? '' }, manager);
  const [fresh] = await inStates(id, 'new_credential');
  expect(await waiting()).toEqual([]);
  expect(await refusal(world.ask(retryEnabling, { id: item?.id ?? '' }, manager))).toMatchObject({ type: 'enabling-not-found' });
  // Weeks after her day she is enabled at once.
  await enablings.run(fresh?.id ?? '', new Date(Date.now() + 60 * 86_400_000));
  expect(await granted(fresh?.id ?? '')).toHaveLength(1);
});

test.each<[string, Behaviour]>([
  ['answers after the deadline', 'slow'],
  ['makes it and breaks the connection', 'lost'],
  ['is still at work', 'pending'],
  ['is out of order', 'fails'],
  ['answers with the key of another request', 'confused'],
  ['says everything twice', 'twice'],
])('when the regional system %s there is one credential in the end', async (_what, behaviour) => {
  system.behave(behaviour);
  const user = person('TENTATA');
  const id = await sent([user]);
  if (behaviour !== 'twice')
    await eventually(async () => {
      const { items } = await world.ask(listEnablings, { limit: 100, search: user.fiscalCode }, manager);
      expect(items).toMatchObject([{ cause: expect.any(String), attempts: expect.any(Number) }]);
    }, 60);
  system.behave('ok');
  await eventually(async () => {
    const { items } = await world.ask(listEnablings, { limit: 100, search: user.fiscalCode, waits: 'yes' }, manager);
    for (const { id: itemId } of items) await world.ask(retryEnabling, { id: itemId }, manager).catch(() => undefined);
    expect((await itemsOf(id)).map(({ username }) => username)).toEqual([expect.any(String)]);
  }, 60);
  expect(system.issued().filter(({ fiscalCode }) => fiscalCode === user.fiscalCode)).toHaveLength(1);
});

test('people listed are read by the comune that asked and by the office, and by nobody else', async () => {
  const id = await sent([person('VISTA', { username: 'p.vista' })]);
  await inStates(id, 'existing_credential');
  expect((await world.ask(getEnabling, { id }, bianchi)).items).toHaveLength(1);
  for (const other of [anna, stranger])
    expect(await refusal(world.ask(getEnabling, { id }, other))).toMatchObject({ type: 'practice-not-found' });
  const foreign = { ...manager, organizationId: stranger.organizationId };
  expect((await world.ask(listEnablings, { limit: 100 }, foreign)).items).toEqual([]);
});
