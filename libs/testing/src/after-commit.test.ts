import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { afterCommit } from '@sportello/messaging/after-commit';
import { dataSource } from '@sportello/service/database';
import type { DataSource } from 'typeorm';
import { createDatabase } from './servers.js';

let db: DataSource;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  db = await dataSource('practices', { DATABASE_URL: database.url, DATABASE_POOL: 2 }, [], []).initialize();
});
afterAll(async () => {
  await db?.destroy();
  await drop?.();
});

test('what follows from a transaction is begun once, when all of it is committed', async () => {
  const begun: string[] = [];
  const work = () => void begun.push('work');
  await db.transaction(async (tx) => {
    afterCommit(tx, work);
    await tx.transaction(async (inner) => {
      afterCommit(inner, work);
      await inner.query('select 1');
    });
    expect(begun).toEqual([]);
  });
  expect(begun).toEqual(['work']);
  await db.transaction((tx) => tx.query('select 1'));
  expect(begun).toEqual(['work']);
});

test('what was not committed is followed by nothing', async () => {
  const begun: string[] = [];
  const failing = db.transaction((tx) => {
    afterCommit(tx, () => void begun.push('work'));
    return Promise.reject(new Error('no'));
  });
  await expect(failing).rejects.toThrow('no');
  expect(begun).toEqual([]);
  expect(() => afterCommit(db.manager, () => undefined)).toThrow('no transaction');
});
