import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announced } from '@sportello/contracts/notifications/announcements';
import { requestExport } from '@sportello/contracts/practices/exports';
import { bianchi } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { World } from '../../test/world.js';
import { Export, keyOf } from './export.entity.js';
import { ExportJobs } from './export-jobs.js';

/** More than one page of rows, so that a replica can be met in the middle. */
const PRACTICES = 1_500;
/** Whoever notes a progress waits for this lock. */
const LOCK = 4_711;

let world: World;
let child: ChildProcess | undefined;
beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await world?.stop();
});

const fileOf = (key: string) => fileURLToPath(`${world.service.environment['STORAGE_URL']}/${key}`);

test('BKO-21: of two replicas one is killed in the middle of an export: the other makes the file, whole and once, and nothing is left of the first', async () => {
  const { db } = world.service;
  const procedureId = await world.procedure();
  const first = await world.sent(procedureId);
  await db.query(
    `insert into practices select q.* from practices p cross join generate_series(2, $2::int) n
     cross join lateral jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'number', p.number || '-' || n)) q where p.id = $1`,
    [first, PRACTICES],
  );
  await db.query(
    `create function wait_for_lock() returns trigger as $$ begin perform pg_advisory_xact_lock(${LOCK}); return new; end $$ language plpgsql`,
  );
  await db.query('create trigger exports_wait before update on exports for each row when (new.done > 0) execute function wait_for_lock()');
  // Only the replica that will be killed makes exports.
  const here = world.service.get(ExportJobs) as unknown as { worker: { pause(): Promise<void>; resume(): void } };
  await here.worker.pause();
  child = spawn(process.execPath, [fileURLToPath(new URL('../../dist/main.js', import.meta.url))], {
    env: { ...world.service.environment, PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const held = db.createQueryRunner();
  await held.query('select pg_advisory_lock($1)', [LOCK]);
  const id = randomUUID();
  await eventually(() => world.ask(requestExport, { id, format: 'csv', filters: { procedureId }, columns: null }, bianchi), 90);
  await eventually(async () => {
    expect(
      await db.query(
        `select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
      ),
    ).toHaveLength(1);
  }, 90);
  child.kill('SIGKILL');
  await ended;
  await held.query('select pg_advisory_unlock($1)', [LOCK]);
  await held.release();
  await db.query('drop trigger exports_wait on exports');
  const rowNow = () => db.manager.findOneByOrFail(Export, { id });
  const row = await rowNow();
  expect(row).toMatchObject({ state: 'running', attempts: 1, key: null });
  const stored = () => readdirSync(dirname(fileOf(keyOf(row, 1))));
  expect(stored()).toEqual([expect.stringMatching(/^1\..*\.part$/)]);

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
  expect(stored()).toEqual(['2']);
  const lines = readFileSync(fileOf(String(ready.key)), 'utf8').split('\r\n');
  const numbers = lines.slice(1, -1).map((line) => line.split(';', 1)[0]);
  expect([numbers.length, new Set(numbers).size]).toEqual([PRACTICES, PRACTICES]);
  const told = (await world.service.published(announced)) as { subject: { id: string } }[];
  expect(told.filter(({ subject }) => subject.id === id)).toHaveLength(1);
});
