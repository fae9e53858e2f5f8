import { expect, test } from '@jest/globals';
import { asLine } from '@sportello/italy/typed-text';
import fc from 'fast-check';
import {
  activeFilters,
  chooseProcedure,
  offeredStatuses,
  orders,
  periods,
  type QueueView,
  queues,
  readView,
  statuses,
  withoutFilter,
  writeView,
} from './filters.js';

const dayOf = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const words = fc
  .string({ minLength: 1, maxLength: 100 })
  .map(asLine)
  .filter((text) => text.length > 0);

const view: fc.Arbitrary<QueueView> = fc
  .record(
    {
      search: words,
      procedureId: fc.uuid(),
      status: fc.constantFrom(...statuses),
      queue: fc.constantFrom(...queues),
      period: fc.constantFrom(...periods),
      sort: fc.constantFrom(...orders.slice(1)),
      days: fc.tuple(fc.nat(400), fc.nat(400)),
    },
    { requiredKeys: ['days'] },
  )
  .map(({ days: [a, b], ...rest }) =>
    rest.period === 'custom' ? { ...rest, from: dayOf(Math.min(a, b)), to: dayOf(Math.max(a, b)) } : rest,
  );

test('a view written in the address is read back the same', () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(readView(new URLSearchParams(writeView(one).toString()))).toEqual(one);
    }),
  );
});

test('an address that makes no sense shows everything instead of an error', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('search', 'procedureId', 'status', 'queue', 'period', 'from', 'to'), fc.string()),
      (entries) => {
        const read = readView(new URLSearchParams(entries));
        expect(readView(writeView(read))).toEqual(read);
      },
    ),
  );
  expect(readView(new URLSearchParams('status=draft&queue=theirs&period=custom&from=2026-02-30&procedureId=1'))).toEqual({});
});

test('PRA-29: a period of one’s own needs both days, in order', () => {
  expect(readView(new URLSearchParams('period=custom&from=2026-11-01&to=2026-11-10'))).toEqual({
    period: 'custom',
    from: '2026-11-01',
    to: '2026-11-10',
  });
  expect(readView(new URLSearchParams('period=custom&from=2026-11-10&to=2026-11-01'))).toEqual({});
  expect(writeView({ period: 'custom', from: '2026-11-01' }).toString()).toBe('');
});

test('taking a filter away leaves the others', () => {
  const all: QueueView = { search: 'rossi', queue: 'mine', status: 'approved', period: 'custom', from: '2026-11-01', to: '2026-11-02' };
  expect(activeFilters(all)).toEqual(['search', 'queue', 'status', 'period']);
  expect(withoutFilter(all, 'period')).toEqual({ search: 'rossi', queue: 'mine', status: 'approved' });
  expect(activeFilters({})).toEqual([]);
});

const registers = { id: 'a', statuses: ['draft', 'submitted', 'registered', 'under_review', 'approved'] };
const forwards = { id: 'b', statuses: ['submitted', 'acquired'] };

test('PRA-27: the states offered are those that the chosen service can reach', () => {
  expect(offeredStatuses([registers, forwards], 'b')).toEqual(['submitted', 'acquired']);
  expect(offeredStatuses([registers, forwards], undefined)).toEqual(['submitted', 'registered', 'under_review', 'approved', 'acquired']);
  expect(offeredStatuses([registers], 'unknown')).toEqual([]);
});

test('PRA-26: choosing another service drops a state that it cannot reach, and keeps one that it can', () => {
  const offered = [registers, forwards];
  expect(chooseProcedure({ status: 'registered', queue: 'mine' }, offered, 'b')).toEqual({ queue: 'mine', procedureId: 'b' });
  expect(chooseProcedure({ status: 'submitted' }, offered, 'b')).toEqual({ status: 'submitted', procedureId: 'b' });
  expect(chooseProcedure({ procedureId: 'b', status: 'acquired' }, offered, undefined)).toEqual({ status: 'acquired' });
});
