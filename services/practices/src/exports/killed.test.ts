import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announced } from '@sportello/contracts/notifications/announcements';
import { requestExport } from '@sportello/contracts/practices/exports';
import { longWork } from '@sportello/messaging/long-work';
import { bianchi } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { World } from '../../test/world.js';
import { Export } from './export.entity.js';
import { ExportJobs } from './export-jobs.js';

/** Enough for some pages of rows, so that a replica can be met in the middle. */
const PRACTICES = 20_000;

let world: World;
let child: ChildProcess | undefined;
beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await world?.stop();
});

test('BKO-21: of two replicas one is killed in the middle of an export: the other makes the file, whole and once', async () => {
  const { db } = world.service;
  const procedureId = await world.procedure();
  const first = await world.sent(procedureId);
  await db.transaction(async (tx) => {
    await longWork(tx, 120_000);
    await tx.query(
      `insert into practices select q.* from practices p cross join generate_series(2, $2::int) n
       cross join lateral jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'number', p.number || '-' || n)) q where p.id = $1`,
      [first, PRACTICES],
    );
  });
  // Only the replica that will be killed makes exports.
  const here = world.service.get(ExportJobs) as unknown as { worker: { pause(): Promise<void>; resume(): void } };
  await here.worker.pause();
  child = spawn(process.execPath, [fileURLToPath(new URL('../../dist/main.js', import.meta.url))], {
    env: { ...world.service.environment, PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const id = randomUUID();
  await eventually(() => world.ask(requestExport, { id, format: 'csv', filters: { procedureId }, columns: null }, bianchi), 90);
  const rowNow = () => db.manager.findOneByOrFail(Export, { id });
  await eventually(async () => expect((await rowNow()).state).toBe('running'), 400);
  // Whoever writes its progress waits for this row: it cannot end.
  const held = db.createQueryRunner();
  await held.startTransaction();
  await held.query('select from exports where id = $1 for update', [id]);
  await eventually(async () => {
    const waiting = await db.query(`select from pg_stat_activity where wait_event_type = 'Lock' and query like 'UPDATE "exports"%'`);
    expect(waiting).not.toHaveLength(0);
  }, 90);
  child.kill('SIGKILL');
  await ended;
  await held.rollbackTransaction();
  await held.release();
  expect(await rowNow()).toMatchObject({ state: 'running', attempts: 1, key: null });

  // As if the time for which a dead process holds its export were over.
  await db.query(`update exports set held_until = now() - interval '1 second' where id = $1`, [id]);
  here.worker.resume();
  const ready = await eventually(async () => {
    await world.service.get(ExportJobs).sweep(new Date());
    const row = await rowNow();
    expect(row.state).toBe('ready');
    return row;
  }, 90);
  expect(ready).toMatchObject({ attempts: 2, total: PRACTICES, done: PRACTICES });
  const lines = readFileSync(fileURLToPath(`${world.service.environment['STORAGE_URL']}/${ready.key}`), 'utf8').split('\r\n');
  const numbers = lines.slice(1, -1).map((line) => line.split(';', 1)[0]);
  expect([numbers.length, new Set(numbers).size]).toEqual([PRACTICES, PRACTICES]);
  const told = (await world.service.published(announced)) as { subject: { id: string } }[];
  expect(told.filter(({ subject }) => subject.id === id)).toHaveLength(1);
});
