import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Asked } from '@sportello/contracts/contract';
import { announced } from '@sportello/contracts/notifications/announcements';
import { getBulk, listBulk, retryBulk, startBulk } from '@sportello/contracts/practices/bulk';
import { listMessages } from '@sportello/contracts/practices/messages';
import { getPractice } from '@sportello/contracts/practices/practices';
import { bianchi, federica, ferrari, manager } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { refusal, World } from '../../test/world.js';
import { BulkJobs } from './bulk-jobs.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const shown = async (id: string) => ({ id, version: (await world.ask(getPractice, { id }, bianchi)).version });

async function act(what: Asked<typeof startBulk>['act'], ids: string[], jobId: string = randomUUID()) {
  const practices = await Promise.all(ids.map(shown));
  await world.ask(startBulk, { jobId, act: what, practices }, bianchi);
  return finished(jobId);
}

const finished = (jobId: string) =>
  eventually(async () => {
    const job = await world.ask(getBulk, { jobId }, bianchi);
    expect(job.finishedAt).not.toBeNull();
    return job;
  }, 90);

test('PRA-79: many are taken at once, what a colleague has is skipped with the reason, and the officer is told at the end', async () => {
  const [a, b] = [await world.sent(procedureId), await world.sent(procedureId)];
  const theirs = await world.taken(procedureId, ferrari);
  const job = await act({ kind: 'take' }, [a, theirs, b]);
  expect(job).toMatchObject({ total: 3, done: 2, skipped: 1, failed: 0 });
  expect(job.items.map(({ practiceId, result }) => [practiceId, result])).toEqual([
    [a, 'done'],
    [theirs, 'skipped'],
    [b, 'done'],
  ]);
  expect(job.items[1]?.reason?.it).toContain('OPERATORE 012');
  const told = (await world.service.published(announced)).filter(({ topic }) => topic === 'practices.bulk');
  expect(told).toMatchObject([{ subject: { id: job.id }, messages: [{ title: { it: 'Operazione multipla conclusa: 2 di 3 pratiche' } }] }]);
  const { items, next } = await world.ask(listBulk, { limit: 1 }, bianchi);
  expect(items).toMatchObject([{ id: job.id, total: 3, done: 2, skipped: 1, failed: 0 }]);
  if (next) expect((await world.ask(listBulk, { limit: 1, after: next }, bianchi)).items[0]?.id).not.toBe(job.id);
  expect((await refusal(world.ask(getBulk, { jobId: job.id }, ferrari))).type).toBe('bulk-job-not-found');
});

test('PRA-79: a message goes to each applicant once, also when the job is started or runs twice', async () => {
  const ids = [await world.taken(procedureId), await world.taken(procedureId)];
  const jobId = randomUUID();
  const act = { kind: 'send-message' as const, text: 'Gli uffici sono chiusi' };
  const practices = await Promise.all(ids.map(shown));
  const start = () => world.ask(startBulk, { jobId, act, practices }, bianchi);
  await Promise.all([start(), start()]);
  await Promise.all([world.service.get(BulkJobs).run(jobId, new Date()), world.service.get(BulkJobs).run(jobId, new Date())]);
  expect(await finished(jobId)).toMatchObject({ done: 2 });
  await world.service.db.query(`update bulk_items set result = 'waiting' where job_id = $1`, [jobId]);
  await world.service.db.query('update bulk_jobs set finished_at = null where id = $1', [jobId]);
  await world.service.get(BulkJobs).run(jobId, new Date());
  for (const id of ids) expect((await world.ask(listMessages, { id }, federica)).items.map(({ text }) => text)).toEqual([act.text]);
  expect((await refusal(world.ask(startBulk, { jobId, act: { kind: 'take' }, practices }, bianchi))).type).toBe('id-reused');
});

test('PRA-79: what changed meanwhile fails, is told why, and is done when it is tried again', async () => {
  const [a, b] = [await world.taken(procedureId), await world.taken(procedureId)];
  const practices = [await shown(a), { ...(await shown(b)), version: 1 }];
  const jobId = randomUUID();
  const act = { kind: 'approve' as const, message: 'Accolta' };
  await world.ask(startBulk, { jobId, act, practices }, bianchi);
  expect(await finished(jobId)).toMatchObject({ done: 1, failed: 1, items: [{ result: 'done' }, { result: 'failed' }] });
  await world.ask(retryBulk, { jobId }, bianchi);
  expect(await finished(jobId)).toMatchObject({ done: 2, failed: 0 });
  expect(await world.ask(getPractice, { id: b }, federica)).toMatchObject({ status: 'approved', outcome: { message: 'Accolta' } });
});

test('PRA-79: assigning, releasing, tags, priority and refusals keep their own rules', async () => {
  const id = await world.taken(procedureId);
  expect(await act({ kind: 'add-tag', tag: 'lotto' }, [id])).toMatchObject({ done: 1 });
  expect(await act({ kind: 'set-priority', priority: 'high' }, [id])).toMatchObject({ done: 1 });
  expect(await act({ kind: 'reject', message: null }, [id])).toMatchObject({ failed: 1 });
  expect(await act({ kind: 'release' }, [id])).toMatchObject({ done: 1 });
  expect(await act({ kind: 'assign', to: 'officer', assigneeId: String(ferrari.personId) }, [id])).toMatchObject({ done: 1 });
  expect(await world.ask(getPractice, { id }, manager)).toMatchObject({ officer: { id: ferrari.personId } });
  const strange = randomUUID();
  const jobId = randomUUID();
  await world.ask(startBulk, { jobId, act: { kind: 'take' }, practices: [{ id: strange, version: 1 }] }, bianchi);
  expect((await finished(jobId)).items).toMatchObject([{ number: null, result: 'failed' }]);
});

test('PRA-79: what ended is listed for ninety days, and then forgotten with its results, while what is under way stays', async () => {
  const job = await act({ kind: 'add-tag', tag: 'vecchia' }, [await world.taken(procedureId)]);
  const jobs = world.service.get(BulkJobs);
  const later = (days: number) => new Date(Date.now() + days * 86_400_000);
  await jobs.run(job.id, later(89));
  expect((await world.ask(listBulk, {}, bianchi)).items.map(({ id }) => id)).toContain(job.id);
  await Promise.all([jobs.run(job.id, later(91)), jobs.run(job.id, later(91))]);
  expect((await world.ask(listBulk, {}, bianchi)).items.map(({ id }) => id)).not.toContain(job.id);
  expect(await world.service.db.query('select 1 from bulk_items where job_id = $1', [job.id])).toEqual([]);
});
