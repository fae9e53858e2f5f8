import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Asked } from '@sportello/contracts/contract';
import { practiceAssigned } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, getQueueFilters, listQueue, takePractice } from '@sportello/contracts/practices/queue';
import { EXPIRING_DAYS } from '@sportello/contracts/practices/terms';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { indexedWords } from '@sportello/italy/search-words';
import { vectorOf } from '@sportello/service/full-text';
import { anna, bianchi, federica, ferrari, manager, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
const office = { id: randomUUID(), name: 'Settore Politiche dell’Istruzione' };
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
  await world.enable(bianchi, procedureId, office);
});
afterAll(() => world?.stop());

const find = async (filter: Asked<typeof listQueue>, by = bianchi) =>
  (await world.ask(listQueue, { procedureId, ...filter }, by)).items.map(({ id }) => id);

test('PRA-23, PRA-24: an officer sees the presented practices of her procedures, with all the columns', async () => {
  await world.draft(procedureId);
  await world.ready(procedureId);
  const id = await world.sent(procedureId);
  await world.move(takePractice, { id }, bianchi);
  const { items } = await world.ask(listQueue, { procedureId }, bianchi);
  expect(items).toMatchObject([
    {
      id,
      method: 'local',
      applicantName: 'FEDERICA NERI',
      applicantFiscalCode: expect.stringMatching(/^RSSMRA80A01H5/),
      submittedAt: expect.any(Date),
      changedAt: expect.any(Date),
      status: 'under_review',
      officerName: 'OPERATORE 011',
      officeName: office.name,
      priority: 'normal',
    },
  ]);
  for (const status of ['draft', 'ready'] as const) expect(await find({ status })).toEqual([]);
});

test('PRA-23: a manager sees every procedure of her body, an officer only hers, another body nothing', async () => {
  const id = await world.sent(procedureId);
  expect(await find({}, manager)).toContain(id);
  expect(await find({}, stranger)).toEqual([]);
  expect((await refusal(world.ask(getPractice, { id }, stranger))).type).toBe('practice-not-found');
  const lonely = { ...ferrari, personId: randomUUID() };
  expect(await find({}, lonely)).toEqual([]);
  expect((await refusal(world.move(takePractice, { id }, lonely))).type).toBe('practice-not-found');
});

test('PRA-25: practices are found by name without accents, by fiscal code and by number, and by nothing else', async () => {
  const own = await world.procedure();
  const id = await world.sent(own, anna);
  await world.sent(own, federica);
  const search = (words: string) => find({ procedureId: own, search: words });
  const { number } = await world.ask(getPractice, { id }, anna);
  expect(await search('alberti')).toEqual([id]);
  expect(await search('ÀLBERTI 006')).toEqual([id]);
  expect(await search('rssmra80a01h5006')).toEqual([id]);
  expect(await search(number)).toEqual([id]);
  expect(await search(number.slice(-7))).toEqual([id]);
  expect(await search('alb mar')).toEqual([id]);
  expect(await search('berti')).toEqual([]);
  expect(await search("' ':* | neri")).toEqual(await search('neri'));
  expect(await search('\\')).toEqual([]);
  expect(await search('%')).toEqual([]);
  expect(await search("'; drop table practices")).toEqual([]);
});

test('PRA-78: what is to be answered within a week, or is late, is a queue of its own, as far as the office has to act', async () => {
  const own = await world.procedure({ settings: { requiresConfirmation: true, answerDays: 30 } });
  const [late, soon, far, paused] = await Promise.all([world.taken(own), world.taken(own), world.taken(own), world.taken(own)]);
  const day = (from: number) => addDays(romeDate(new Date()), from);
  for (const [id, by] of [
    [late, day(-1)],
    [soon, day(EXPIRING_DAYS)],
    [far, day(EXPIRING_DAYS + 1)],
    [paused, day(0)],
  ])
    await world.service.db.query('update practices set answer_by = $2 where id = $1', [id, by]);
  await world.service.db.query(`update practices set status = 'awaiting_amendment' where id = $1`, [paused]);
  const expiring = (filter: object, by = bianchi) =>
    world.ask(listQueue, { procedureId: own, queue: 'expiring', ...filter }, by).then(({ items }) => items.map(({ id }) => id));
  expect(await expiring({ sort: 'term' })).toEqual([late, soon]);
  expect(await expiring({ sort: '-term' })).toEqual([soon, late]);
  expect(new Set(await expiring({}))).toEqual(new Set([late, soon]));
  expect(await expiring({}, stranger)).toEqual([]);
});

test('PRA-25: a search is read as it is meant: any order of words, any apostrophe, what nobody sees left out', async () => {
  const own = await world.procedure();
  const id = await world.sent(own, anna);
  const name = 'Đorđević D’Angelo';
  const words = vectorOf([...indexedWords(name), 'dnggrg80a01l219x']);
  await world.service.db.query('update practices set words = $2::tsvector where id = $1', [id, words]);
  for (const typed of [
    'dordevic',
    'ĐORĐEVIĆ',
    "D'Angelo",
    'd’angelo',
    'dangelo',
    'angelo dordevic',
    '  angelo',
    '\u200bangelo\u00a0',
    'DNGGRG80A01L219X\u202c',
  ])
    expect([typed, await find({ procedureId: own, search: typed })]).toEqual([typed, [id]]);
});

test('PRA-26, PRA-27: the filters offer own procedures with the states that each can reach', async () => {
  const forward = await world.forwarding();
  const { procedures } = await world.ask(getQueueFilters, {}, bianchi);
  const statuses = (id: string) => procedures.find((procedure) => procedure.id === id)?.statuses;
  expect(statuses(forward)).toEqual(['submitted', 'acquired']);
  expect(statuses(procedureId)).toEqual([
    ...[
      'submitted',
      'under_review',
      'awaiting_amendment',
      'amendment_submitted',
      'awaiting_observations',
      'approved',
      'rejected',
      'cancelled',
    ],
  ]);
  expect((await world.ask(getQueueFilters, {}, stranger)).procedures).toEqual([]);
});

test('PRA-28: waiting, mine and my office are three queues, and the counts agree with them', async () => {
  const own = await world.procedure();
  await world.enable(bianchi, own, office);
  const before = (await world.ask(getQueueFilters, {}, bianchi)).counts;
  const waiting = await world.sent(own);
  const mine = await world.taken(own);
  const theirs = await world.taken(own, ferrari);
  const queue = (name: 'waiting' | 'mine' | 'my-office', by = bianchi) => find({ procedureId: own, queue: name }, by);
  expect(await queue('waiting')).toEqual([waiting]);
  expect(await queue('mine')).toEqual([mine]);
  expect(await queue('mine', ferrari)).toEqual([theirs]);
  expect(await queue('my-office')).toEqual([mine]);
  expect(await queue('my-office', ferrari)).toEqual([]);
  const { counts } = await world.ask(getQueueFilters, {}, bianchi);
  expect(counts).toEqual({ waiting: before.waiting + 1, mine: before.mine + 1, myOffice: before.myOffice + 1 });
});

test('PRA-29: the period is that of the last change of state', async () => {
  const own = await world.procedure();
  const id = await world.sent(own);
  expect(await find({ procedureId: own, period: 'today' })).toEqual([id]);
  expect(await find({ procedureId: own, period: 'last-month' })).toEqual([]);
  await world.service.db.query("update practices set changed_at = now() - interval '40 days' where id = $1", [id]);
  expect(await find({ procedureId: own, period: 'today' })).toEqual([]);
});

test('pages of the queue follow each other without a gap, the last changed first', async () => {
  const own = await world.procedure();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push(await world.sent(own));
  for (const filter of [{}, { search: 'neri' }]) {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await world.ask(listQueue, { procedureId: own, limit: 2, after, ...filter }, bianchi);
      seen.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toEqual([...ids].reverse());
  }
});

/** Every page of a view, two rows at a time. */
async function walk(filter: Asked<typeof listQueue>): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await world.ask(listQueue, { ...filter, limit: 2, after }, bianchi);
    seen.push(...page.items.map(({ id }) => id));
    if (!page.next) return seen;
    after = page.next;
  }
}

test('PRA-24, PRA-78: each order goes on from page to page both ways, also with equal values, and with a filter or words', async () => {
  const own = await world.procedure();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push(await world.sent(own));
  const [a = '', b = '', c = '', d = '', e = ''] = ids;
  const name = (id: string, value: string) => world.service.db.query('update practices set applicant_name = $2 where id = $1', [id, value]);
  await Promise.all([name(a, 'Zoe Neri'), name(b, 'álvaro neri'), name(c, 'Bruno Neri'), name(d, 'ALVARO NERI'), name(e, 'bruno Neri')]);
  await world.service.db.query(`update practices set priority = 'high' where id = any($1)`, [[b, e]]);
  await world.service.db.query(`update practices set priority = 'low' where id = $1`, [a]);
  // A second apart, whole milliseconds as everywhere: two may be sent in the same one.
  await world.service.db.query(
    `update practices set submitted_at = date_trunc('second', now()) - interval '1 minute' + interval '1 second' * array_position($1::uuid[], id),
       changed_at = date_trunc('second', now()) + interval '1 second' * array_position($1::uuid[], id) where id = any($1)`,
    [ids],
  );
  const answerBy = (id: string, day: string | null) =>
    world.service.db.query('update practices set answer_by = $2 where id = $1', [id, day]);
  await Promise.all([
    answerBy(a, '2026-12-30'),
    answerBy(b, '2026-12-20'),
    answerBy(c, null),
    answerBy(d, '2026-12-10'),
    answerBy(e, null),
  ]);
  const expected = {
    changed: ids,
    submitted: ids,
    priority: [b, e, c, d, a],
    applicant: [d, b, e, c, a],
    term: [d, b, a, ...[c, e].sort()],
  };
  for (const [order, found] of Object.entries(expected) as [keyof typeof expected, string[]][])
    for (const filter of [
      {},
      { search: 'neri' },
      { status: 'submitted' as const },
      { queue: 'waiting' as const, period: 'today' as const },
    ])
      for (const [sort, rows] of [
        [order, found],
        [`-${order}`, found.toReversed()],
      ] as const)
        expect([sort, filter, await walk({ procedureId: own, sort, ...filter })]).toEqual([sort, filter, rows]);
  const foreign = Buffer.from(JSON.stringify(['9', 'x'])).toString('base64url');
  expect((await refusal(world.ask(listQueue, { sort: 'priority', after: foreign }, bianchi))).type).toBe('invalid-input');
});

test('PRA-25: the number of a document in the protocol finds it, with or without the zeros before it', async () => {
  const own = await world.procedure({ settings: { requiresConfirmation: true, registers: true } });
  const id = await world.sent(own);
  const number = await eventually(async () => {
    const { protocolNumber } = await world.ask(getPractice, { id }, bianchi);
    expect(protocolNumber).not.toBeNull();
    return String(protocolNumber);
  }, 90);
  for (const search of [number, number.replace(/^0+/, '')]) expect(await find({ procedureId: own, search })).toEqual([id]);
});

test('PRA-30: who takes first has it, clicking again changes nothing, and the second is told who', async () => {
  const id = await world.sent(procedureId);
  await world.move(takePractice, { id }, bianchi);
  const again = await world.move(takePractice, { id }, bianchi);
  expect(again.iter.filter(({ move }) => move === 'take')).toHaveLength(1);
  expect(await refusal(world.move(takePractice, { id }, ferrari))).toMatchObject({
    type: 'move-refused',
    detail: 'La pratica è in carico a OPERATORE 011',
  });
  expect((await world.service.published(practiceAssigned)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);
});

test('two officers who take at once: one has it', async () => {
  const id = await world.sent(procedureId);
  const outcomes = await Promise.allSettled([bianchi, ferrari].map((officer) => world.move(takePractice, { id }, officer)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('PRA-36, PRA-38: a decision is made by who is in charge, once', async () => {
  const id = await world.taken(procedureId);
  await eventually(async () => expect((await world.ask(getPractice, { id }, bianchi)).documents).toHaveLength(2));
  const decide = (decision: 'approved' | 'rejected', by = bianchi) =>
    world.move(decidePractice, { id, decision, message: 'Manca un requisito', attachmentIds: [] }, by);
  expect((await refusal(decide('rejected', ferrari))).type).toBe('not-in-charge');
  const first = await decide('rejected');
  expect(first).toMatchObject({ status: 'rejected', outcome: { message: 'Manca un requisito' } });
  expect(await decide('rejected')).toEqual(first);
  expect(await refusal(decide('approved'))).toMatchObject({ type: 'move-refused', detail: expect.stringContaining('conclusa') });
});

test('an officer neither takes nor decides upon something that she was not shown, and says it again as often as she likes', async () => {
  const id = await world.sent(procedureId);
  const { version } = await world.ask(getPractice, { id }, bianchi);
  expect(await refusal(world.ask(takePractice, { id, version: version - 1 }, bianchi))).toMatchObject({
    type: 'changed-meanwhile',
    version,
  });
  await world.ask(takePractice, { id, version }, bianchi);
  expect(await world.ask(takePractice, { id, version }, bianchi)).toMatchObject({ status: 'under_review' });
  const decision = { id, decision: 'approved' as const, message: 'Bene', attachmentIds: [] };
  expect((await refusal(world.ask(decidePractice, { ...decision, version }, bianchi))).type).toBe('changed-meanwhile');
  await world.ask(decidePractice, { ...decision, version: version + 1 }, bianchi);
  expect(await world.ask(decidePractice, { ...decision, version: version + 1 }, bianchi)).toMatchObject({ outcome: { message: 'Bene' } });
  for (const other of [{ message: 'Male' }, { attachmentIds: [randomUUID()] }])
    expect((await refusal(world.ask(decidePractice, { ...decision, ...other, version: version + 1 }, bianchi))).type).toBe('move-refused');
});

test('PRA-19, PRA-46: officers read who did what, the number and the day of presentation', async () => {
  const id = await world.taken(procedureId);
  const read = await world.ask(getPractice, { id }, ferrari);
  expect(read).toMatchObject({ number: expect.stringMatching(/\.\d{7}$/), submittedAt: expect.any(Date), protocolNumber: null });
  expect(read.iter.map(({ actor }) => actor.it)).toEqual(['FEDERICA NERI', 'FEDERICA NERI', 'FEDERICA NERI', 'OPERATORE 011']);
});

test('PRA-45: the latest practices of an applicant are found by her fiscal code, in the services of the officer alone, and taken from there', async () => {
  const mine = await world.procedure();
  const other = await world.procedure();
  const [early, late] = [await world.sent(mine, anna), await world.sent(mine, anna)];
  await world.sent(other, anna);
  const gallo = { ...ferrari, personId: randomUUID() };
  await world.enable(gallo, mine);
  const { applicant } = await world.ask(getPractice, { id: early }, gallo);
  const { items } = await world.ask(listQueue, { search: applicant?.fiscalCode ?? '', limit: 6 }, gallo);
  expect(items.map(({ id }) => id)).toEqual([late, early]);
  expect(await world.move(takePractice, { id: late }, gallo)).toMatchObject({ status: 'under_review' });
});
