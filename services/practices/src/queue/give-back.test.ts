import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { organizationNamed } from '@sportello/contracts/identity/organizations';
import { requestAmendment } from '@sportello/contracts/practices/amendments';
import { practiceReleased } from '@sportello/contracts/practices/events';
import { addNote } from '@sportello/contracts/practices/messages';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, listQueue, takePractice } from '@sportello/contracts/practices/queue';
import { bianchi, ferrari, manager, onServices, piedmont } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const rights = (officerId: string, version: number, subjects: ReturnType<typeof onServices>): Payload<typeof rightsChanged> => ({
  officerId,
  organizationId: piedmont,
  officeId: null,
  officeName: null,
  role: 'officer',
  subjects,
  isActive: true,
  name: 'BIANCHI',
  version,
});

test('the rights in force are those of the highest version, twice and in whatever order they come', async () => {
  const officerId = randomUUID();
  const [old, young] = [onServices(randomUUID()), onServices(randomUUID(), randomUUID())];
  await world.say(rightsChanged, rights(officerId, 1, old), 2);
  await world.say(rightsChanged, rights(officerId, 3, []), 2);
  await world.say(rightsChanged, rights(officerId, 2, young), 2);
  const kept = () => world.service.db.query('select subjects, version from officer_copies where officer_id = $1', [officerId]);
  expect(await kept()).toEqual([{ subjects: [], version: 3 }]);
  await world.say(rightsChanged, rights(officerId, 4, young));
  expect(await kept()).toEqual([{ subjects: young, version: 4 }]);
});

const iterOf = async (id: string) => (await world.ask(getPractice, { id }, manager)).iter.map(({ move, from, to }) => ({ move, from, to }));
/** Rights of Bianchi, newer than all that she was given before. */
let told = 1_000;
const bianchis = (changes: Partial<Payload<typeof rightsChanged>>) => ({ ...rights(String(bianchi.personId), told++, []), ...changes });

test('what a suspended officer has in charge goes back to its queue, once, with a line in its history', async () => {
  const procedureId = await world.procedure();
  const [id, awaiting, decided, others] = [
    await world.taken(procedureId),
    await world.taken(procedureId),
    await world.taken(procedureId),
    await world.taken(procedureId, ferrari),
  ];
  await world.move(requestAmendment, { id: awaiting, amendmentId: randomUUID(), reason: 'Manca', attachmentIds: [] }, bianchi);
  await world.move(decidePractice, { id: decided, decision: 'approved', message: null, attachmentIds: [] }, bianchi);
  const untouched = [await iterOf(decided), await iterOf(others)];
  const suspended = bianchis({ subjects: onServices(procedureId), isActive: false });

  await world.say(rightsChanged, suspended, 2);
  expect((await iterOf(id)).at(-1)).toEqual({ move: 'give-back', from: 'under_review', to: 'submitted' });
  expect((await iterOf(id)).filter(({ move }) => move === 'give-back')).toHaveLength(1);
  expect((await iterOf(awaiting)).at(-1)).toEqual({ move: 'give-back', from: 'awaiting_amendment', to: 'awaiting_amendment' });
  expect([await iterOf(decided), await iterOf(others)]).toEqual(untouched);
  const { items } = await world.ask(listQueue, { procedureId, queue: 'waiting' }, ferrari);
  expect(items.map((row) => row.id).sort()).toEqual([id, awaiting].sort());
  expect((await world.service.published(practiceReleased)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);
  expect(await refusal(world.ask(getPractice, { id }, bianchi))).toMatchObject({ status: 404 });

  // Another takes it; what comes late takes nothing away.
  await world.move(takePractice, { id }, ferrari);
  await world.say(rightsChanged, { ...suspended, version: suspended.version - 1 });
  await world.say(rightsChanged, bianchis({ subjects: onServices(procedureId) }));
  expect(await world.ask(getPractice, { id }, bianchi)).toMatchObject({ officer: { id: ferrari.personId } });
});

test('however many an officer has in charge, all of them go back, and what she may still work stays', async () => {
  const [lost, kept] = [await world.procedure(), await world.procedure()];
  await world.say(rightsChanged, bianchis({ subjects: onServices(lost, kept) }));
  const [one, other] = [await world.taken(lost), await world.taken(kept)];
  const columns = (await world.service.db.query(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_name = 'practices' and column_name not in ('id', 'number', 'applicant_id') and is_generated = 'NEVER'`,
  )) as { names: string }[];
  const names = columns[0]?.names ?? '';
  for (const [id, count] of [
    [one, 450],
    [other, 50],
  ] as const)
    await world.service.db.query(
      `insert into practices (id, number, applicant_id, ${names})
       select gen_random_uuid(), number || '-' || n, gen_random_uuid(), ${names} from practices, generate_series(1, $2::int) n where id = $1`,
      [id, count],
    );
  await world.say(rightsChanged, bianchis({ subjects: onServices(kept) }));
  const left = await world.service.db.query(
    `select procedure_id as id, count(*)::int from practices where officer_id = $1 and procedure_id = any($2) group by 1`,
    [bianchi.personId, [lost, kept]],
  );
  expect(left).toEqual([{ id: kept, count: 51 }]);
  const facts = await world.service.published(practiceReleased);
  expect(new Set(facts.filter(({ procedureId }) => procedureId === lost).map(({ practiceId }) => practiceId)).size).toBe(451);
  const [told] = await world.service.db.query(
    `select count(*)::int, count(distinct p.id)::int as practices from passages s join practices p on p.id = s.subject_id
     where p.procedure_id = $1 and s.move = 'give-back' and s.to_status = p.status and p.status = 'submitted'`,
    [lost],
  );
  expect(told).toEqual({ count: 451, practices: 451 });
});

test.each([
  ['has lost the procedure', { subjects: [] }],
  ['works for another body', { organizationId: '01890000-0000-7000-8000-000000000002' }],
  ['is an administrator, who works no practices', { role: 'administrator' as const }],
])('what an officer has in charge goes back when she %s', async (_what, changes) => {
  const procedureId = await world.procedure();
  await world.say(rightsChanged, bianchis({ subjects: onServices(procedureId) }));
  const id = await world.taken(procedureId);
  await world.say(rightsChanged, bianchis({ subjects: onServices(procedureId), role: 'manager' }));
  expect((await iterOf(id)).at(-1)).toMatchObject({ move: 'take' });
  await world.say(rightsChanged, bianchis({ subjects: onServices(procedureId), ...changes }));
  expect((await iterOf(id)).at(-1)).toMatchObject({ move: 'give-back' });
});

test('D7: a request made under newer rights waits for their copy; one that was overtaken by them is refused', async () => {
  const procedureId = await world.procedure();
  const id = await world.sent(procedureId);
  const withIt = bianchis({ subjects: onServices(procedureId) });
  const rightsVersion = withIt.version;
  const asking = Promise.all([
    world.ask(getPractice, { id }, { ...bianchi, rightsVersion }),
    world.ask(listQueue, { procedureId }, { ...bianchi, rightsVersion }),
  ]);
  await world.say(rightsChanged, withIt);
  await expect(asking).resolves.toMatchObject([{ id }, { items: [{ id }] }]);
  // Nothing comes: better nothing than by rights that may have been taken.
  const ahead = { ...bianchi, rightsVersion: rightsVersion + 500 };
  expect(await refusal(world.ask(getPractice, { id }, ahead))).toMatchObject({ status: 503 });
  expect(await refusal(world.ask(takePractice, { id, version: 3 }, ahead))).toMatchObject({ status: 503 });
  await world.say(rightsChanged, bianchis({ subjects: onServices(procedureId), isActive: false }));
  expect(await refusal(world.ask(takePractice, { id, version: 3 }, { ...bianchi, rightsVersion }))).toMatchObject({ status: 403 });
});

test('those who wait for the copy of their rights keep nobody else from being answered', async () => {
  const procedureId = await world.procedure();
  const id = await world.sent(procedureId);
  const withIt = bianchis({ subjects: onServices(procedureId) });
  const ahead = { ...bianchi, rightsVersion: withIt.version };
  const { poolSize } = world.service.db.options as { poolSize: number };
  const notes = Array.from({ length: 2 * poolSize }, () => world.ask(addNote, { id, noteId: randomUUID(), text: 'Nota' }, ahead));
  const others = async () => {
    for (let count = 0; count < 3; count += 1) await world.ask(addNote, { id, noteId: randomUUID(), text: 'Nota' }, manager);
    return 'the others';
  };
  expect(await Promise.race([...notes, others()])).toBe('the others');
  await world.say(rightsChanged, withIt);
  await expect(Promise.all(notes)).resolves.toHaveLength(2 * poolSize);
});

test('what she takes at the very moment of her suspension does not stay with her', async () => {
  const procedureId = await world.procedure();
  await world.say(rightsChanged, bianchis({ subjects: onServices(procedureId) }));
  const ids = [];
  for (let count = 0; count < 6; count += 1) ids.push(await world.sent(procedureId));
  const taking = Promise.allSettled(ids.map((id) => world.move(takePractice, { id }, bianchi)));
  await world.say(rightsChanged, bianchis({ subjects: onServices(procedureId), isActive: false }));
  await taking;
  const rows = await world.service.db.query('select 1 from practices where officer_id = $1 and procedure_id = $2', [
    bianchi.personId,
    procedureId,
  ]);
  expect(rows).toEqual([]);
});

test('the name of a body is that of the highest version, twice and in whatever order they come', async () => {
  const organizationId = randomUUID();
  await world.say(organizationNamed, { organizationId, name: 'New name', version: 2 }, 2);
  await world.say(organizationNamed, { organizationId, name: 'Old name', version: 1 }, 2);
  const kept = await world.service.db.query('select name, version from organization_copies where organization_id = $1', [organizationId]);
  expect(kept).toEqual([{ name: 'New name', version: 2 }]);
});
