import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announced } from '@sportello/contracts/notifications/announcements';
import { answerAmendment, requestAmendment } from '@sportello/contracts/practices/amendments';
import { practiceWithdrawn } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { listProtocolEntries } from '@sportello/contracts/practices/protocol';
import { decidePractice, getQueueFilters, listQueue, takePractice } from '@sportello/contracts/practices/queue';
import { withdrawPractice } from '@sportello/contracts/practices/withdrawals';
import { Storage } from '@sportello/documents/storage';
import { CONFIG } from '@sportello/service/config';
import { bianchi, federica, manager } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { z } from 'zod';
import { refusal, World } from '../../test/world.js';
import type { PracticesConfig } from '../config.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure({ settings: { requiresConfirmation: true, canBeWithdrawn: true } });
});
afterAll(() => world?.stop());

test('PRA-20: a withdrawn practice is RITIRATA for both sides, the officers are told, and what was asked is no longer needed', async () => {
  const id = await world.taken(procedureId);
  const amendmentId = randomUUID();
  await world.move(requestAmendment, { id, amendmentId, reason: 'Manca la delega', attachmentIds: [] }, bianchi);
  const shown = await world.ask(getPractice, { id }, federica);
  expect(shown).toMatchObject({ withdrawReason: null, moves: expect.arrayContaining(['withdraw']) });

  const withdrawn = await world.ask(withdrawPractice, { id, version: shown.version }, federica);
  expect(withdrawn).toMatchObject({ status: 'withdrawn', moves: [], answerBy: null, amendments: [{ status: 'void' }] });
  expect(withdrawn.iter.at(-1)).toMatchObject({ move: 'withdraw', actor: { it: 'Richiedente' } });
  // Said again, as by a second press, it changes nothing.
  expect((await world.ask(withdrawPractice, { id, version: shown.version }, federica)).version).toBe(withdrawn.version);

  expect(await world.ask(getPractice, { id }, bianchi)).toMatchObject({ status: 'withdrawn', moves: [] });
  expect(await world.service.published(practiceWithdrawn)).toMatchObject([{ practiceId: id, status: 'withdrawn' }]);
  const told = (await world.service.published(announced))
    .map((it) => z.decode(announced.payload, it as never))
    .filter(({ subject, messages }) => subject.id === id && messages[0]?.title.it.includes('ritirata'));
  expect(told.map(({ messages }) => messages.map(({ place }) => place))).toEqual([['portal', 'console']]);

  const answered = await refusal(world.move(answerAmendment, { id, amendmentId, text: 'Ecco', attachmentIds: [] }, federica));
  expect(answered.type).toBe('move-refused');
  const decided = await refusal(world.move(decidePractice, { id, decision: 'approved', message: null, attachmentIds: [] }, bianchi));
  expect(decided.type).toBe('move-refused');
});

test('PRA-20, PRA-27: the queue finds withdrawn practices by their state where the service offers it, and counts them nowhere as work', async () => {
  const id = await world.sent(procedureId);
  await world.move(withdrawPractice, { id }, federica);
  const { items } = await world.ask(listQueue, { procedureId, status: 'withdrawn' }, bianchi);
  expect(items.map((item) => item.id)).toContain(id);
  const waiting = await world.ask(listQueue, { procedureId, queue: 'waiting' }, bianchi);
  expect(waiting.items.map((item) => item.id)).not.toContain(id);
  const other = await world.procedure();
  const { procedures } = await world.ask(getQueueFilters, {}, bianchi);
  expect(procedures.find((it) => it.id === procedureId)?.statuses).toContain('withdrawn');
  expect(procedures.find((it) => it.id === other)?.statuses).not.toContain('withdrawn');
});

test('of an officer who decides and an applicant who withdraws at once the first wins, and the other is told', async () => {
  const id = await world.taken(procedureId);
  const { version } = await world.ask(getPractice, { id }, federica);
  const outcomes = await Promise.allSettled([
    world.ask(withdrawPractice, { id, version }, federica),
    world.ask(decidePractice, { id, version, decision: 'approved', message: 'Va bene', attachmentIds: [] }, bianchi),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { status, iter } = await world.ask(getPractice, { id }, federica);
  expect(status).toBe(outcomes[0].status === 'fulfilled' ? 'withdrawn' : 'approved');
  expect(iter.filter(({ move }) => move === 'withdraw' || move === 'approve')).toHaveLength(1);
});

test('PRA-21, PRA-49: where the service registers, a withdrawal waits for the number, and is registered itself', async () => {
  const registering = await world.procedure({ settings: { requiresConfirmation: true, registers: true, canBeWithdrawn: true } });
  const id = await world.sent(registering);
  const { number } = await eventually(async () => {
    const practice = await world.ask(getPractice, { id }, federica);
    expect(practice.status).toBe('registered');
    return practice;
  }, 90);
  // As it is while the number is awaited.
  await world.service.db.query("update practices set status = 'submitted' where id = $1", [id]);
  const waiting = await world.ask(getPractice, { id }, federica);
  expect(waiting.moves).not.toContain('withdraw');
  expect(waiting.withdrawReason?.it).toBe('La pratica sta per essere protocollata: riprova tra poco');
  expect((await refusal(world.move(withdrawPractice, { id }, federica))).type).toBe('registration-pending');

  await world.service.db.query("update practices set status = 'registered' where id = $1", [id]);
  await world.move(withdrawPractice, { id }, federica);
  await eventually(async () => {
    const { registrations = [] } = await world.ask(getPractice, { id }, federica);
    expect(registrations.map(({ kind, direction, number: given }) => [kind, direction, given !== null])).toEqual([
      ['request', 'incoming', true],
      ['withdrawal', 'incoming', true],
    ]);
  }, 90);
  const { items } = await world.ask(listProtocolEntries, { kind: 'withdrawal' }, manager);
  const [document] = items.find(({ practiceId }) => practiceId === id)?.documents ?? [];
  const storage = await Storage.open(world.service.get<PracticesConfig>(CONFIG).STORAGE_URL);
  const bytes = await storage.getBytes(`practices/${id}/protocol/${id}-ritiro-${document?.sha256}.txt`);
  const [{ at }] = await world.service.db.query("select at from passages where subject_id = $1 and move = 'withdraw'", [id]);
  expect(Buffer.from(bytes ?? '').toString()).toBe(`FEDERICA NERI ha ritirato la pratica ${number} (${at.toISOString()}, UTC).\n`);
});

test('PRA-21: what goes to another office can be withdrawn until that office may have it', async () => {
  const forward = await world.forwarding();
  await world.service.db.query(`update procedures set settings = settings || '{"canBeWithdrawn": true}' where id = $1`, [forward]);
  const filed = async () => {
    const id = await world.sent(forward);
    // Nothing is configured here to hand it on to.
    await eventually(async () => {
      const rows = await world.service.db.query("select state, cause from filings where practice_id = $1 and kind = 'acquisition'", [id]);
      expect(rows).toMatchObject([{ cause: 'not-configured' }]);
    }, 90);
    return id;
  };
  const id = await filed();
  await eventually(() => world.move(withdrawPractice, { id }, federica), 30);
  expect(await world.service.db.query('select 1 from filings where practice_id = $1', [id])).toEqual([]);

  const late = await filed();
  await world.service.db.query("update filings set cause = 'timeout' where practice_id = $1", [late]);
  expect((await refusal(world.move(withdrawPractice, { id: late }, federica))).type).toBe('move-refused');
  expect((await world.ask(getPractice, { id: late }, federica)).status).toBe('submitted');
  await world.service.db.query("update practices set status = 'acquired' where id = $1", [late]);
  expect((await refusal(world.move(withdrawPractice, { id: late }, federica))).type).toBe('already-acquired');
  expect((await world.ask(getPractice, { id: late }, federica)).withdrawReason).toBeNull();
});

test('PRA-21: officers, and services that do not offer it, are refused by name', async () => {
  const id = await world.sent(procedureId);
  await world.move(takePractice, { id }, bianchi);
  expect((await refusal(world.move(withdrawPractice, { id }, bianchi))).type).toBe('not-the-applicant');
  const other = await world.sent(await world.procedure());
  expect((await refusal(world.move(withdrawPractice, { id: other }, federica))).type).toBe('withdrawal-not-offered');
});
