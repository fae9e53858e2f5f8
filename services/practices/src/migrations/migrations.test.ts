import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NumberCounter, takeNumber } from '@sportello/casework/numbers';
import { caseworkMigrations } from '@sportello/casework/schema';
import { announced } from '@sportello/contracts/notifications/announcements';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import { messagingEntities } from '@sportello/messaging/schema';
import { dataSource, type Migrations } from '@sportello/service/database';
import { drift } from '@sportello/service/migration';
import { createDatabase, eventually } from '@sportello/testing/servers';
import { z } from 'zod';
import { World } from '../../test/world.js';
import { practicesService } from '../app.module.js';
import { KeepFormsBySubject1796110000000 } from './1796110000000-keep-forms-by-subject.js';
import { AnnounceWhatWasOnItsWay1796200200000 } from './1796200200000-announce-what-was-on-its-way.js';
import { KeyCaseworkBySubject1796300000000 } from './1796300000000-key-casework-by-subject.js';
import { migrations } from './all.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

test('the migrations stand for every entity', async () => {
  expect((await drift(world.service.db)).up).toEqual([]);
});

test('a service that is new gets the copies of officers and bodies by the migrations that come with them', async () => {
  const database = await createDatabase();
  const db = await dataSource(
    'practices',
    { DATABASE_URL: database.url, DATABASE_POOL: 2 },
    directoryEntities,
    directoryMigrations,
  ).initialize();
  await db.runMigrations({ transaction: 'each' });
  expect((await drift(db)).up).toEqual([]);
  await db.destroy();
  await database.drop();
});

test('versions of forms that were there before forms had a lib of their own are there afterwards', async () => {
  const database = await createDatabase();
  const migrated = async (known: Migrations) => {
    const db = await dataSource('practices', { DATABASE_URL: database.url, DATABASE_POOL: 2 }, [], known).initialize();
    await db.runMigrations({ transaction: 'each' });
    return db;
  };
  const before = await migrated(migrations.filter((migration) => migration !== KeepFormsBySubject1796110000000));
  await before.query(
    `insert into forms (id, organization_id, procedure_id, version, definition, validator, published_at)
     select gen_random_uuid(), gen_random_uuid(), $1, version, '{}', 'export', now() from generate_series(1, 3) as version`,
    [randomUUID()],
  );
  const rows = await before.query('select id, organization_id, procedure_id subject_id, version, published_at from forms order by version');
  await before.destroy();
  const after = await migrated(practicesService.migrations);
  expect(await after.query('select id, organization_id, subject_id, version, published_at from form_versions order by version')).toEqual(
    rows,
  );
  expect(rows).toHaveLength(3);
  await after.destroy();
  await database.drop();
});

test('what was written to a practice, attached to it and done with it before there were other subjects is all there afterwards', async () => {
  const database = await createDatabase();
  const open = (known: Migrations) => dataSource('practices', { DATABASE_URL: database.url, DATABASE_POOL: 2 }, [], known).initialize();
  const before = await open(migrations.slice(0, migrations.indexOf(KeyCaseworkBySubject1796300000000)));
  await before.runMigrations({ transaction: 'each' });
  const [id, organization, person] = [randomUUID(), randomUUID(), randomUUID()];
  for (const [table, columns] of Object.entries({
    attachments: { id: person, state: 'stored', purpose: 'form', side: 'applicant', added_by: person, key: 'k', name: 'a.pdf', type: 't' },
    messages: { id: person, kind: 'message', from_side: 'applicant', author_id: person, author_name: 'F', text: 'Buongiorno' },
    passages: { to_status: 'draft', move: 'open', actor_side: 'applicant' },
    uploads: { key: 'u', attachment_id: person, added_by: person, is_given_up: false },
  })) {
    const times = { attachments: 'added_at', messages: 'sent_at', passages: 'at', uploads: 'begun_at' };
    const sizes = table === 'attachments' ? { size_bytes: 1, sha256: 'a' } : {};
    const row = { organization_id: organization, practice_id: id, [times[table as keyof typeof times]]: new Date(), ...columns, ...sizes };
    const names = Object.keys(row);
    await before.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    );
  }
  await before.query(`insert into number_counters (code, organization_id, last) values ('SERV06', $1, 41)`, [organization]);
  await before.destroy();

  const after = await open([...migrations, ...caseworkMigrations]);
  await after.runMigrations({ transaction: 'each' });
  for (const table of ['attachments', 'messages', 'passages', 'uploads']) {
    const rows = await after.query(`select subject_kind, subject_id, organization_id from ${table}`);
    expect([table, rows]).toEqual([table, [{ subject_kind: 'practices', subject_id: id, organization_id: organization }]]);
  }
  expect(await takeNumber(after.manager, 'SERV06.')).toBe('SERV06.0000042');
  await after.destroy();
  await database.drop();
});

test('every table of the domain names its organization', async () => {
  const rows: { table: string }[] = await world.service.db.query(
    `select t.table_name "table" from information_schema.tables t
     where t.table_schema = 'public' and t.table_name <> 'migrations' and t.table_name <> all($1)
       and not exists (select 1 from information_schema.columns c where c.table_name = t.table_name and c.column_name = 'organization_id')`,
    [
      world.service.db.entityMetadatas
        // How far numbers have come is nobody's data.
        .filter(({ target }) => [...messagingEntities, NumberCounter].some((it) => it === target))
        .map(({ tableName }) => tableName),
    ],
  );
  expect(rows).toEqual([]);
});

test('PRA-25: words have their index', async () => {
  const rows = await world.service.db.query("select indexdef from pg_indexes where indexname = 'practices_words'");
  expect(rows[0].indexdef).toContain('gin (words)');
});

test('what was on its way when announcements came is announced under the ids by which it would be told anyway', async () => {
  const procedureId = await world.procedure();
  const id = await world.taken(procedureId);
  const ofThis = async () => {
    const all = (await world.service.published(announced)).map((it) => z.decode(announced.payload, it as never));
    return all.filter(({ subject }) => subject.id === id);
  };
  const before = await eventually(async () => {
    const known = await ofThis();
    expect(known).toHaveLength(3);
    return known;
  }, 60);
  const runner = world.service.db.createQueryRunner();
  await new AnnounceWhatWasOnItsWay1796200200000().up(runner);
  await runner.release();
  const again = (await ofThis()).slice(before.length);
  expect(again.map((it) => it.id).toSorted()).toEqual(before.map((it) => it.id).toSorted());
  const told = (news: typeof before) =>
    news
      .map(({ messages }) => messages.map(({ audience, by, place, path }) => ({ audience, by, place, path })))
      .map((it) => JSON.stringify(it));
  expect(told(again).toSorted()).toEqual(told(before).toSorted());
});
