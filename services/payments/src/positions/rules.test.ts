import { expect, test } from '@jest/globals';
import { noticeNumber } from '@sportello/italy/notice-number';
import fc from 'fast-check';
import { checkTransfers, Instalment, Transfer, transfersAt } from './instalment.entity.js';
import { isAllPaid, stateOf } from './position.entity.js';
import { remittanceOf } from './remittance.js';

const instalment = (values: Partial<Instalment> = {}): Instalment =>
  Object.assign(
    new Instalment(),
    { optionId: 'one', number: 1, amountCents: 10_000, surcharges: [], dueOn: null, isBinding: false },
    values,
  );
const at = (text: string) => new Date(text);
const states = [
  'draft',
  'creation_failed',
  'open',
  'paid',
  'reported',
  'paid_elsewhere',
  'cancelled',
  'excluded',
  'to_collection',
] as const;
const anyState = fc.constantFrom(...states);
const now = at('2026-11-30T10:00:00Z');
const positionOf = (...found: (typeof states)[number][]) =>
  stateOf(
    { droppedWhy: null },
    found.map((state) => instalment({ state })),
    now,
  );

test('PAY-40: a due date that binds includes its last second in Italy, one that does not binds never', () => {
  const summer = instalment({ state: 'open', dueOn: '2026-07-31', isBinding: true });
  const winter = instalment({ state: 'open', dueOn: '2026-11-30', isBinding: true });
  expect(summer.payabilityAt(at('2026-07-31T21:59:59Z'))).toBe('payable');
  expect(summer.payabilityAt(at('2026-07-31T22:00:00Z'))).toBe('expired');
  expect(winter.payabilityAt(at('2026-11-30T22:59:59Z'))).toBe('payable');
  expect(winter.payabilityAt(at('2026-11-30T23:00:00Z'))).toBe('expired');
  for (const due of [summer, winter])
    expect(Object.assign(due, { isBinding: false }).payabilityAt(at('2036-01-01T00:00:00Z'))).toBe('payable');
});

test('PAY-40: an instalment can be paid exactly while it is open', () => {
  fc.assert(
    fc.property(anyState, fc.date({ noInvalidDate: true, min: at('2026-01-01'), max: at('2027-01-01') }), (state, when) => {
      const due = instalment({ state, dueOn: '2026-06-30', isBinding: true });
      expect(due.payabilityAt(when) === 'payable').toBe(due.stateAt(when) === 'open');
    }),
  );
});

test('PAY-41: the state of a position follows from its instalments, whatever their order', () => {
  expect(positionOf('open')).toBe('to_pay');
  expect(positionOf('draft', 'open')).toBe('creating');
  expect(positionOf('creation_failed')).toBe('creation_failed');
  expect(positionOf('paid', 'open', 'excluded')).toBe('partly_paid');
  expect(positionOf('paid', 'excluded', 'excluded')).toBe('paid');
  expect(positionOf('paid', 'paid_elsewhere', 'reported')).toBe('paid');
  expect(positionOf('reported', 'excluded')).toBe('reported');
  expect(positionOf('cancelled', 'open')).toBe('to_pay');
  expect(positionOf('cancelled')).toBe('cancelled');
  expect(positionOf('to_collection')).toBe('to_collection');
  expect(stateOf({ droppedWhy: null }, [instalment({ state: 'open', dueOn: '2026-11-29', isBinding: true })], now)).toBe('expired');
  fc.assert(
    fc.property(fc.array(anyState, { minLength: 1, maxLength: 8 }), (found) => {
      expect(positionOf(...found.toReversed())).toBe(positionOf(...found));
      const counted = found.filter((state) => state !== 'excluded' && state !== 'cancelled');
      const isSettled = counted.length > 0 && counted.every((state) => ['paid', 'reported', 'paid_elsewhere'].includes(state));
      expect(
        isAllPaid(
          found.map((state) => instalment({ state })),
          now,
        ),
      ).toBe(isSettled);
    }),
  );
});

test('PAY-46: the transfers are the instalment, also with what was added to it', () => {
  const anyShares = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(anyShares, fc.integer({ min: 0, max: 100_000 }), (shares, penalty) => {
      const amountCents = shares.reduce((sum, share) => sum + share, 0);
      const transfers = shares.map((share, index) => Object.assign(new Transfer(), { place: index + 1, amountCents: share }));
      checkTransfers(amountCents, transfers);
      const due = instalment({ amountCents, surcharges: [{ from: '2026-12-01', cents: penalty }] });
      for (const when of [at('2026-11-30T22:59:59Z'), at('2026-11-30T23:00:00Z')])
        checkTransfers(due.amountAt(when), transfersAt(due, transfers.toReversed(), when));
      expect(due.amountAt(at('2026-11-30T22:59:59Z'))).toBe(amountCents);
      expect(due.amountAt(at('2026-11-30T23:00:00Z'))).toBe(amountCents + penalty);
    }),
  );
  const shares = (...amounts: number[]) => amounts.map((amountCents) => ({ amountCents }));
  for (const wrong of [[], [10_001], [9_999], [10_000, 0], [10_100, -100], [2_000, 2_000, 2_000, 2_000, 1_000, 1_000]])
    expect(() => checkTransfers(10_000, shares(...wrong))).toThrow(RangeError);
});

test('PAY-40: somebody who left for the payment page is under way for half an hour', () => {
  const due = instalment({ state: 'open', startedAt: now });
  expect(due.isUnderWayAt(at('2026-11-30T10:29:59Z'))).toBe(true);
  expect(due.isUnderWayAt(at('2026-11-30T10:30:00Z'))).toBe(false);
});

test('the reason of a transfer keeps its reference, however long its text is', () => {
  expect(remittanceOf('01000000000004285', 12_000, 'TARI 2026')).toBe('/RFB/01000000000004285/120.00/TXT/TARI 2026');
  expect(remittanceOf('01000000000004285', 5, 'x'.repeat(200))).toHaveLength(140);
});

test('a reference is the notice number without its first digit', () => {
  expect(instalment({ noticeNumber: noticeNumber('01', 42) }).iuv).toBe('01000000000004285');
  expect(instalment({ noticeNumber: null }).iuv).toBeNull();
});
