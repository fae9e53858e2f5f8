import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Asked, Output } from '@sportello/contracts/contract';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import { getStatistics } from '@sportello/contracts/practices/statistics';
import { monthsFrom, monthsLater } from '@sportello/italy/months';
import type { Actor } from '@sportello/messaging/actor';
import { bianchi, federica, ferrari, manager, stranger } from '@sportello/testing/people';
import fc from 'fast-check';
import { refusal, World } from '../../test/world.js';
import { toldOf } from './disclosure.js';

let world: World;
let own: string;
let other: string;
const hers: Actor = { ...ferrari, personId: randomUUID() };
beforeAll(async () => {
  world = await World.start();
  own = await world.procedure();
  other = await world.procedure();
  await world.enable(hers, own);
  const decided = await world.taken(own, bianchi);
  await world.move(decidePractice, { id: decided, decision: 'approved', message: 'Accolta', attachmentIds: [] }, bianchi);
  await world.sent(own);
  await world.move(takePractice, { id: await world.sent(own) }, bianchi);
  const rare = await world.sent(other);
  await world.sent(other);
  // Six more of a year ago, with their outcome after ten days: from seven months ago on they are in the last twelve.
  await world.service.db.query(
    `insert into practices select q.* from practices p cross join generate_series(1, 6) n cross join lateral jsonb_populate_record(p, jsonb_build_object(
       'id', gen_random_uuid(), 'number', p.number || '-' || n, 'status', 'approved', 'submitted_at', now() - interval '210 days',
       'decided_at', now() - interval '200 days')) q where p.id = $1`,
    [rare],
  );
});
afterAll(() => world?.stop());

const read = (by: Actor, input: Asked<typeof getStatistics> = {}): Promise<Output<typeof getStatistics>> =>
  world.ask(getStatistics, input, by);
const sum = (cells: readonly { count: number }[]) => cells.reduce((all, { count }) => all + count, 0);

test('BKO-06: there are the active services, the practices of each year, and the trend of twelve months', async () => {
  const all = await read(manager);
  expect(all.activeServices).toBe(2);
  expect(sum(all.years)).toBe(11);
  expect(all.trend).toHaveLength(12);
  expect(all.trend.at(-1)).toMatchObject({ count: 5, isPartial: false });
  expect(sum(all.trend)).toBe(11);
});

test('BKO-07: the trend is filtered by working state, by service and by period', async () => {
  expect(sum((await read(manager, { status: 'approved' })).trend)).toBe(7);
  expect(sum((await read(manager, { status: 'approved', procedureId: own })).trend)).toBe(1);
  const { month = '' } = (await read(manager)).trend.at(-1) ?? {};
  expect((await read(manager, { from: month, to: month })).trend).toEqual([{ month, count: 5, isPartial: false }]);
  for (const period of [
    { from: '2026-02', to: '2026-01' },
    { from: '1990-01', to: '2026-01' },
  ])
    expect((await refusal(read(manager, period))).type).toBe('invalid-input');
});

test('BKO-25: times stand beside the term, the backlog by office, the load by officer, and the hours of the day', async () => {
  const { times, backlog, loads, hours } = await read(manager);
  expect(times.find(({ procedureId }) => procedureId === other)).toMatchObject({ decided: 6, medianDays: 10, targetDays: 30 });
  expect(backlog.reduce((all, { waiting }) => all + waiting, 0)).toBe(3);
  expect(backlog.reduce((all, { inCharge, late }) => all + inCharge + late, 0)).toBe(1);
  expect(loads).toEqual([{ officerId: bianchi.personId, name: 'OPERATORE 011', count: 1 }]);
  expect(hours.map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
  expect(sum(hours)).toBe(6);
});

test('BKO-25: an officer is told how the services that she may see are worked, and nobody’s load but her own', async () => {
  const { times, loads, backlog } = await read(hers);
  expect(times.map(({ procedureId }) => procedureId)).not.toContain(other);
  expect(loads).toEqual([]);
  expect(backlog.reduce((all, { waiting }) => all + waiting, 0)).toBe(1);
  expect((await read(bianchi)).loads).toMatchObject([{ officerId: bianchi.personId }]);
});

test('a cell under five of a service that an officer may not see enters no sum, and the figure says that it may be higher', async () => {
  const { trend, years, activeServices } = await read(hers);
  expect(activeServices).toBe(2);
  expect(trend.at(-1)).toMatchObject({ count: 3, isPartial: true });
  expect(sum(years)).toBe(9);
  expect((await read(hers, { procedureId: other })).trend.filter(({ count }) => count > 0)).toMatchObject([{ count: 6, isPartial: false }]);
  expect((await read(hers, { procedureId: own })).trend.at(-1)).toMatchObject({ count: 3, isPartial: false });
});

test('no sum of any cells changes with what is hidden, so that no subtraction gives it back', () => {
  const cell = fc.record({
    procedureId: fc.constantFrom('own', 'a', 'b'),
    count: fc.nat(12),
    isIn: fc.boolean(),
    otherwise: fc.integer({ min: 1, max: 4 }),
  });
  const isOwn = (id: string) => id === 'own';
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const asked = cells.filter(({ isIn }) => isIn);
      const altered = asked.map((one) =>
        !isOwn(one.procedureId) && one.count > 0 && one.count < 5 ? { ...one, count: one.otherwise } : one,
      );
      expect(toldOf(altered, isOwn)).toEqual(toldOf(asked, isOwn));
    }),
  );
});

test('another body’s officer is told of her own body alone, and whoever works for none of nothing', async () => {
  expect(sum((await read(stranger)).years)).toBe(0);
  expect((await refusal(read(federica))).type).toBe('forbidden');
});

test('months follow each other over the turn of a year', () => {
  expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsLater('2026-01', -13)).toBe('2024-12');
});
