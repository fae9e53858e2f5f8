import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { practiceAcquired } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { putProcedure, WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { listWaitingFilings, putProtocolSettings, retryFiling } from '@sportello/contracts/practices/protocol';
import { takePractice } from '@sportello/contracts/practices/queue';
import type { RunningService } from '@sportello/service/start';
import { administrator, bianchi, dimostrativo, federica, manager, piedmont } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type BodySystem, startBodySystem } from '../../../../deploy/simulators/body-system.ts';
import type { Behaviour } from '../../../../deploy/simulators/system-server.ts';
import { procedureInput, refusal, World } from '../../test/world.js';
import { Handover } from './handover.js';
import { MissingFilings } from './missing-filings.js';

let system: BodySystem;
let world: World;
let replica: RunningService;
let procedureId: string;
beforeAll(async () => {
  system = await startBodySystem();
  const environment = {
    BODY_SYSTEMS: `${piedmont}=${system.url}`,
    BODY_SYSTEM_SECRETS: `${piedmont}=${system.secret}`,
    SYSTEM_DEADLINE_SECONDS: '1',
  };
  world = await World.start(environment);
  replica = await world.service.replica({ ...environment, SIGNING_KEY: world.signingKey });
  procedureId = await world.procedure({ settings: { requiresConfirmation: true, registers: true } });
  await world.ask(putProtocolSettings, { register: 'external', version: 0 }, administrator);
});
afterEach(() => system.behave('ok'));
afterAll(async () => {
  await replica?.stop();
  await world?.stop();
  await system?.stop();
});

const waiting = () => world.ask(listWaitingFilings, { limit: 100 }, manager);
const read = (id: string) => world.ask(getPractice, { id }, federica);
const inState = (id: string, status: string) =>
  eventually(async () => {
    const practice = await read(id);
    expect(practice.status).toBe(status);
    return practice;
  }, 60);
/** Tries what waits until nothing does, as a manager would who presses "riprova". */
const tryAll = () =>
  eventually(async () => {
    const { items } = await waiting();
    for (const { id } of items.slice(0, 1)) await world.ask(retryFiling, { id }, manager);
    expect(items).toEqual([]);
  }, 60);
const numbersOf = (id: string) => system.registered().filter(({ asked }) => asked.practiceId === id);

test('INT-09: the system of the body is given what is registered, once, with documents that can be read, and its number is shown', async () => {
  const id = await world.sent(procedureId);
  const { protocolNumber } = await inState(id, 'registered');
  const [row, ...others] = numbersOf(id);
  expect(others).toEqual([]);
  expect(protocolNumber).toBe(row?.number);
  expect(row?.asked).toMatchObject({ kind: 'request', direction: 'incoming', applicant: { name: 'FEDERICA NERI' } });
  expect(row?.asked.documents[0]).toMatchObject({ type: 'application/pdf', url: expect.stringContaining('/files/') });
});

test('INT-23: a protocol that is down is waited for: everything is seen to wait, with its cause, and is registered in order afterwards', async () => {
  await system.down();
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    ids.push(await world.sent(procedureId));
    await eventually(async () => expect((await waiting()).items.map(({ practiceId }) => practiceId)).toContain(ids.at(-1)), 60);
  }
  await eventually(async () => expect((await waiting()).items[0]).toMatchObject({ cause: 'unavailable', kind: 'request' }), 60);
  const { total, nextTryAt, items } = await waiting();
  expect(total).toBe(3);
  expect(nextTryAt).toBeInstanceOf(Date);
  expect(items.map(({ practiceId }) => practiceId)).toEqual(ids);
  for (const id of ids) {
    expect(await read(id)).toMatchObject({ status: 'submitted', protocolNumber: null, registrations: [{ kind: 'request', number: null }] });
    expect(await refusal(world.move(takePractice, { id }, bianchi))).toMatchObject({ type: 'move-refused' });
  }
  await system.up();
  await tryAll();
  const registered = system.registered().filter(({ asked }) => ids.includes(asked.practiceId));
  expect(registered.map(({ asked }) => asked.practiceId)).toEqual(ids);
  for (const id of ids) await inState(id, 'registered');
});

test.each<[string, Behaviour, string]>([
  ['answers after the deadline', 'slow', 'timeout'],
  ['registers and breaks the connection', 'lost', 'unavailable'],
  ['is still at work', 'pending', 'in-progress'],
  ['is out of order', 'fails', 'unavailable'],
  ['answers with the key of another request', 'confused', 'invalid-answer'],
])('INT-23: when the system %s there is one number in the end', async (_what, behaviour, cause) => {
  system.behave(behaviour);
  const id = await world.sent(procedureId);
  await eventually(async () => expect((await waiting()).items).toMatchObject([{ practiceId: id, cause }]), 60);
  expect((await read(id)).status).toBe('submitted');
  system.behave('ok');
  await tryAll();
  const { protocolNumber } = await inState(id, 'registered');
  expect(numbersOf(id).map(({ number }) => number)).toEqual([protocolNumber]);
});

test('an answer that is said twice counts once, and is no answer to the next request', async () => {
  system.behave('twice');
  const ids = [await world.sent(procedureId), await world.sent(procedureId)];
  for (const id of ids) {
    const { protocolNumber } = await inState(id, 'registered');
    expect(numbersOf(id).map(({ number }) => number)).toEqual([protocolNumber]);
  }
});

test('INT-23: what the system refuses is shown with its words, holds up nothing after it, and is tried again by hand', async () => {
  system.behave('refuses');
  const refused = await world.sent(procedureId);
  await eventually(
    async () => expect((await waiting()).items).toMatchObject([{ state: 'failed', detail: 'Classificazione mancante' }]),
    60,
  );
  system.behave('ok');
  const next = await world.sent(procedureId);
  await inState(next, 'registered');
  expect((await read(refused)).status).toBe('submitted');
  await tryAll();
  await inState(refused, 'registered');
});

test('what goes wrong here is seen to wait with its cause too, and is registered once it is put right', async () => {
  const { db } = world.service;
  await db.query(`create function break_down() returns trigger as $$ begin raise exception 'broken'; end $$ language plpgsql`);
  await db.query('create trigger broken before insert on protocol_entries for each row execute function break_down()');
  const id = await world.sent(procedureId);
  await eventually(async () => expect((await waiting()).items).toMatchObject([{ practiceId: id, cause: 'unexpected' }]), 60);
  await db.query('drop trigger broken on protocol_entries');
  await tryAll();
  const { protocolNumber } = await inState(id, 'registered');
  expect(numbersOf(id).map(({ number }) => number)).toEqual([protocolNumber]);
});

test('two replicas that hand over at once give one number to each, in order', async () => {
  await system.down();
  const ids: string[] = [];
  for (let count = 0; count < 4; count += 1) ids.push(await world.sent(procedureId));
  await eventually(async () => expect((await waiting()).total).toBe(4), 60);
  const order = (await waiting()).items.map(({ practiceId }) => practiceId);
  await system.up();
  await world.service.db.query('update filing_lines set next_try_at = null');
  const line = `${piedmont}.protocol`;
  await Promise.all([world.service, replica].map((each) => each.get(Handover).run(line)));
  await tryAll();
  const registered = system.registered().filter(({ asked }) => ids.includes(asked.practiceId));
  expect(registered.map(({ asked }) => asked.practiceId)).toEqual(order);
  for (const id of ids) expect((await inState(id, 'registered')).iter.filter(({ move }) => move === 'register')).toHaveLength(1);
});

test('a process that lost its line while it waited for the answer writes nothing: the one that has it now does', async () => {
  system.behave('slow');
  const id = await world.sent(procedureId);
  await eventually(() => expect(numbersOf(id)).toHaveLength(1), 60);
  // As if it had been away for long: another one has the line.
  await world.service.db.query("update filing_lines set held_until = now() - interval '1 second' where lane = 'protocol'");
  system.behave('ok');
  await tryAll();
  const { protocolNumber, iter } = await inState(id, 'registered');
  expect(numbersOf(id).map(({ number }) => number)).toEqual([protocolNumber]);
  expect(iter.filter(({ move }) => move === 'register')).toHaveLength(1);
});

test('PRA-51: what is only forwarded is acquired by the office of destination, after its number where the service registers', async () => {
  for (const registers of [false, true]) {
    const forwarding = await world.procedure({ settings: { requiresConfirmation: true, workflow: 'forward', registers } });
    const id = await world.sent(forwarding);
    const practice = await inState(id, 'acquired');
    const asked = system.acquired().find(({ asked: it }) => it.practiceId === id)?.asked;
    expect(asked).toMatchObject({ practiceNumber: practice.number, protocolNumber: practice.protocolNumber });
    expect(practice.protocolNumber === null).toBe(!registers);
    expect(practice).toMatchObject({ answerBy: null, moves: [] });
    expect((await world.service.published(practiceAcquired)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);
  }
});

test('a service forwards only where the body has a system that takes it', async () => {
  const settings = WorkflowSettings.parse({ workflow: 'forward' });
  const id = '0198f4c2-7c00-7000-8000-0000000000aa';
  const elsewhere = { ...administrator, organizationId: dimostrativo };
  const input = { ...procedureInput(id), organizationId: dimostrativo, settings };
  expect(await refusal(world.ask(putProcedure, input, elsewhere))).toMatchObject({ type: 'setting-not-offered' });
  expect(await refusal(world.ask(putProtocolSettings, { register: 'external', version: 0 }, elsewhere))).toMatchObject({
    type: 'setting-not-offered',
  });
});

test('a service that begins to register while requests wait has them registered too', async () => {
  const later = await world.procedure({ settings: { requiresConfirmation: true } });
  const id = await world.sent(later);
  await eventually(async () => expect((await read(id)).documents).toHaveLength(2), 60);
  await world.service.db.query(`update procedures set settings = settings || '{"registers": true}' where id = $1`, [later]);
  await world.service.get(MissingFilings).sweep(new Date());
  await inState(id, 'registered');
});
