import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import { messagingEntities } from '@sportello/messaging/schema';
import { dataSource } from '@sportello/service/database';
import { drift } from '@sportello/service/migration';
import { createDatabase } from '@sportello/testing/servers';
import { World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
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

test('every table of the domain names its organization', async () => {
  const rows: { table: string }[] = await world.service.db.query(
    `select t.table_name "table" from information_schema.tables t
     where t.table_schema = 'public' and t.table_name <> 'migrations' and t.table_name <> all($1)
       and not exists (select 1 from information_schema.columns c where c.table_name = t.table_name and c.column_name = 'organization_id')`,
    [
      world.service.db.entityMetadatas
        .filter(({ target }) => messagingEntities.some((it) => it === target))
        .map(({ tableName }) => tableName),
    ],
  );
  expect(rows).toEqual([]);
});

test('PRA-25: words have their index', async () => {
  const rows = await world.service.db.query("select indexdef from pg_indexes where indexname = 'practices_words'");
  expect(rows[0].indexdef).toContain('gin (words)');
});
