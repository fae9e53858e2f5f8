import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getMarkKeys } from '@sportello/contracts/practices/arrival-marks';
import { takeOverPractice } from '@sportello/contracts/practices/assignments';
import { getHistory } from '@sportello/contracts/practices/histories';
import { checkHistory, type History } from '@sportello/contracts/practices/history-check';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import { bianchi, federica, ferrari } from '@sportello/testing/people';
import fc from 'fast-check';
import { refusal, World } from '../../test/world.js';

let world: World;
let id: string;
beforeAll(async () => {
  world = await World.start();
  id = await world.sent(await world.procedure());
  await world.move(takePractice, { id }, bianchi);
  await world.move(takeOverPractice, { id }, ferrari);
  await world.move(decidePractice, { id, decision: 'rejected', message: 'Manca la città «è»', attachmentIds: [] }, ferrari);
});
afterAll(() => world?.stop());

const command = fileURLToPath(new URL('../../../../deploy/verify-history.ts', import.meta.url));
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('PRA-92: both sides download the same passages as the page shows, signed by a published key, and without a name of an officer', async () => {
  const keys = await world.ask(getMarkKeys, {}, federica);
  const { iter, number } = await world.ask(getPractice, { id }, federica);
  const { name, text } = await world.ask(getHistory, { id }, federica);
  expect(name).toBe(`storico-${number}.json`);
  const checked = await checkHistory(bytesOf(text), keys);
  expect(checked).toMatchObject({ is: 'genuine', isKeyKnown: true, history: { number, organization: 'Regione Piemonte' } });
  const { passages } = (checked as { history: History }).history;
  expect(passages.map(({ at, from, to, move }) => ({ at, from, to, move }))).toEqual(
    iter.map(({ at, from, to, move }) => ({ at: at.toISOString(), from, to, move })),
  );
  expect(text).not.toContain('OPERATORE');
  const other = await world.ask(getHistory, { id }, bianchi);
  expect(JSON.parse(other.text).passages).toEqual(passages);
  expect(await checkHistory(bytesOf(text), { items: [] })).toMatchObject({ is: 'genuine', isKeyKnown: false });
});

test('PRA-92: one changed byte anywhere in the file is found', async () => {
  const { text } = await world.ask(getHistory, { id }, federica);
  const file = bytesOf(text);
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const altered = file.slice();
      altered[at] = (altered[at] ?? 0) ^ flip;
      expect((await checkHistory(altered, null)).is).not.toBe('genuine');
    }),
    { numRuns: 2_000 },
  );
  for (const altered of [file.slice(0, -1), bytesOf(`${text} `), bytesOf(`\ufeff${text}`), new Uint8Array()])
    expect((await checkHistory(altered, null)).is).not.toBe('genuine');
});

test('PRA-92: the command that needs nobody says that a file is genuine, and refuses it after one changed byte', async () => {
  const { text } = await world.ask(getHistory, { id }, federica);
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  const [file, keys] = [join(folder, 'history.json'), join(folder, 'mark-keys.json')];
  writeFileSync(keys, JSON.stringify(await world.ask(getMarkKeys, {}, federica)));
  const verify = (content: string) => {
    writeFileSync(file, content);
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, file, keys], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  expect(verify(text)).toMatchObject({ status: 0, said: expect.stringContaining('GENUINE: SERV06') });
  expect(verify(text.replace('under_review', 'under_rewiew'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('passage 4 was changed'),
  });
  expect(verify('something else')).toMatchObject({ status: 2 });
  rmSync(folder, { recursive: true });
});

test('PRA-92: it is said which passage was altered', async () => {
  const { text } = await world.ask(getHistory, { id }, federica);
  const second = (JSON.parse(text) as History).passages[1];
  expect(await checkHistory(bytesOf(text.replace(String(second?.at), '2020-01-01T00:00:00.000Z')), null)).toEqual({
    is: 'altered',
    passage: 2,
  });
  expect(await checkHistory(bytesOf(text.replace('Regione Piemonte', 'Regione Veneto')), null)).toEqual({ is: 'altered', passage: null });
  expect(await checkHistory(bytesOf('{}'), null)).toEqual({ is: 'unreadable' });
});

test.each([
  ["update passages set at = at - interval '1 hour' where subject_id = $1 and move = 'submit'"],
  ["update passages set actor_name = 'ALTRI' where subject_id = $1 and move = 'take'"],
  ["update passages set reason = 'x' where subject_id = $1 and move = 'complete'"],
  ["delete from passages where subject_id = $1 and move = 'take'"],
  ["delete from passages where subject_id = $1 and move = 'reject'"],
])('PRA-92: a row that is changed below the service is found, and no file is signed: %s', async (change) => {
  const practiceId = await world.sent(await world.procedure());
  await world.move(takePractice, { id: practiceId }, bianchi);
  await world.move(decidePractice, { id: practiceId, decision: 'rejected', message: 'No', attachmentIds: [] }, bianchi);
  await world.ask(getHistory, { id: practiceId }, federica);
  await world.service.db.query(change, [practiceId]);
  expect((await refusal(world.ask(getHistory, { id: practiceId }, federica))).type).toBe('history-altered');
});
