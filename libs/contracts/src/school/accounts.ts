/** Days of attendance, and the virtual account of a badge: what was charged, what was paid in, and what is left. */
import { z } from 'zod';
import { CivilDate, Id, Instant, listOf, paging, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { childId, parentProblems } from './children.js';
import { MOST_WARNING_DAYS } from './limits.js';

const cents = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });

const period = {
  from: CivilDate.meta({ description: 'First day', examples: ['2026-11-01'] }),
  to: CivilDate.meta({ description: 'Last day', examples: ['2026-11-30'] }),
};

export const AttendanceDay = z.object({
  id: Id.describe('The service'),
  day: CivilDate.meta({ description: 'The day', examples: ['2026-11-27'] }),
  serviceName: z.string().meta({ description: 'Name of the service', examples: ['Refezione scolastica'] }),
  isPresent: z.boolean().meta({ description: 'Whether the child was there', examples: [true] }),
  menu: z.string().meta({ description: 'What there was to eat; empty where it is not known', examples: ['Pasta al pomodoro'] }),
  charge: z.enum(['charged', 'none', 'awaited', 'invoiced']).meta({
    description: 'Charged to the virtual account, nothing to charge, awaiting its price, or paid by invoice',
    examples: ['charged'],
  }),
  chargedCents: cents('What was charged, in cents of euro', 450),
});

export const listAttendance = rpc({
  subject: 'rpc.school.list-attendance.v1',
  http: 'GET /school/children/{id}/attendance',
  permission: 'school:read-own',
  summary: 'Lists the days of one child in a period, the last first',
  input: z.strictObject({ id: childId, ...period, ...paging }),
  output: listOf(AttendanceDay),
  problems: parentProblems,
});

export const MovementKind = z
  .enum(['charge', 'reversal', 'top_up', 'credit', 'debit'])
  .meta({ description: 'A day of a service, its reversal, a top-up, or what the office recorded', examples: ['charge'] });
export type MovementKind = z.infer<typeof MovementKind>;

export const AccountMovement = z.object({
  id: Id.describe('The movement'),
  day: CivilDate.meta({ description: 'Of which day it is', examples: ['2026-11-27'] }),
  at: Instant.describe('When it was recorded'),
  kind: MovementKind,
  reason: z.string().meta({ description: 'What for', examples: ['Refezione scolastica'] }),
  cents: cents('Above zero what was paid in, below zero what was charged, in cents of euro', -450),
});

const badge = z
  .string()
  .min(1)
  .max(50)
  .meta({ description: 'Number of the badge', examples: ['000102'] });

const warningDays = z
  .number()
  .int()
  .min(0)
  .max(MOST_WARNING_DAYS)
  .meta({ description: 'The parent is told once the balance does not pay for so many days of service; 0: never', examples: [5] });

export const BadgeWarning = z.object({ days: warningDays, version: Version.describe('0 while nobody has said anything') });

export const putWarning = rpc({
  subject: 'rpc.school.put-warning.v1',
  http: 'PUT /school/children/{id}/badges/{badge}/warning',
  permission: 'school:set-warning',
  summary: 'Says how many days before the money of a badge ends its parent is told',
  input: z.strictObject({ id: childId, badge, days: warningDays, version: SeenVersion }),
  output: BadgeWarning,
  problems: [changedMeanwhile, ...parentProblems],
});

export const getAccount = rpc({
  subject: 'rpc.school.get-account.v1',
  http: 'GET /school/children/{id}/badges/{badge}/account',
  permission: 'school:read-own',
  summary: 'Reads the virtual account of a badge in a period, the last movement first',
  input: z.strictObject({
    id: childId,
    badge,
    ...period,
    ...paging,
  }),
  output: listOf(AccountMovement).extend({
    balanceCents: cents('What is left now, in cents of euro', 2_050),
    openingCents: cents('What was left before the period', 0),
    paidInCents: cents('Top-ups and credits of the period', 5_000),
    chargedCents: cents('Charges and debits of the period, less what was reversed', 2_950),
    endsOn: CivilDate.nullable().meta({
      description:
        'The first day that what is left does not pay for, by the days not charged yet and the absences reported; null: it pays for all that are known, or the days are charged to another badge',
      examples: ['2026-12-11'],
    }),
    limitCents: cents('How far below zero the account may go', 1_000),
    warning: BadgeWarning.describe('When the parent is told that its money ends'),
  }),
  problems: parentProblems,
});
