import { expect, test } from '@jest/globals';
import { Delivery } from './delivery.entity.js';

const noon = new Date('2026-03-10T12:00:00Z');
const minutes = (count: number, from = noon) => new Date(from.getTime() + count * 60_000);
const queued = () =>
  Object.assign(new Delivery(), { status: 'queued' as const, attempts: 0, queuedAt: noon, dueAt: noon, sendingSince: null });
const refused = { code: 'EENVELOPE 451', isPermanent: false };

test('a mail that is being sent is not taken by another worker, until its sender must have died', () => {
  const mail = queued();
  expect(mail.take(noon)).toBe(true);
  expect(mail.take(minutes(4))).toBe(false);
  expect(mail.take(minutes(5))).toBe(true);
});

test('NOT-23: a temporary refusal is tried again, later each time', () => {
  const mail = queued();
  const waits = [];
  for (let now = noon; waits.length < 9; now = mail.dueAt) {
    expect(mail.take(now)).toBe(true);
    mail.bounce(refused, now);
    expect(mail.status).toBe('bounced_temporary');
    waits.push((mail.dueAt.getTime() - now.getTime()) / 60_000);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('NOT-23: after four days of temporary refusals a mail is given up', () => {
  const mail = queued();
  mail.take(minutes(4 * 24 * 60 + 1));
  mail.bounce(refused, minutes(4 * 24 * 60 + 1));
  expect(mail.status).toBe('bounced_permanent');
  expect(mail.take(minutes(5 * 24 * 60))).toBe(false);
});

test('NOT-23: an address that is refused for good is not tried again', () => {
  const mail = queued();
  mail.take(noon);
  mail.bounce({ code: 'EENVELOPE 550', isPermanent: true }, noon);
  expect(mail).toMatchObject({ status: 'bounced_permanent', failure: 'EENVELOPE 550', sendingSince: null });
  expect(mail.take(minutes(999))).toBe(false);
});

test('a mail that was sent is not sent again', () => {
  const mail = queued();
  mail.take(noon);
  mail.sent(noon);
  expect(mail.take(minutes(999))).toBe(false);
});
