import { expect, test } from '@jest/globals';
import { answerBy } from './answer-by.js';

const submittedAt = new Date('2026-03-02T23:30:00Z'); // 3 March in Rome
const sent = { at: '2026-03-02T23:30:00Z', to: 'submitted' };

test('C.SE.1.10: the office answers within the days of the law, or those that the body has set, and the day of the sending is not counted', () => {
  const asked = { status: 'submitted', submittedAt, passages: [sent] } as const;
  expect(answerBy({ ...asked, settings: {} })).toBe('2026-04-02');
  expect(answerBy({ ...asked, settings: { answerDays: 10 } })).toBe('2026-03-13');
});

test('the days for which additions are awaited do not count, and there is no term while they are', () => {
  const asked = { at: '2026-03-10T09:00:00Z', to: 'awaiting_amendment' };
  const answered = { at: '2026-03-15T18:00:00Z', to: 'amendment_submitted' };
  const of = (status: 'awaiting_amendment' | 'amendment_submitted', passages: (typeof sent)[]) =>
    answerBy({ status, submittedAt, passages, settings: { answerDays: 30 } });
  expect(of('awaiting_amendment', [sent, asked])).toBeNull();
  expect(of('amendment_submitted', [sent, asked, answered])).toBe('2026-04-07');
});

test('what is not sent, or has its outcome, waits for no answer', () => {
  expect(answerBy({ status: 'ready', submittedAt: null, passages: [], settings: {} })).toBeNull();
  expect(answerBy({ status: 'approved', submittedAt, passages: [sent], settings: {} })).toBeNull();
});
