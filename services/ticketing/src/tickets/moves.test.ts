import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Mover } from '@sportello/casework/subject';
import { notInChargeOfTicket, TicketMove, TicketStatus, ticketMoveRefused } from '@sportello/contracts/ticketing/states';
import { Problem } from '@sportello/messaging/problem';
import * as fc from 'fast-check';
import { ended, lineOf, moves, movesOf, open, type Situation } from './moves.js';

const now = new Date('2026-12-14T09:00:00Z');
const author: Extract<Mover, { id: string }> = { side: 'applicant', id: 'maria', name: 'Maria Rossi' };
const operator: Extract<Mover, { id: string }> = { side: 'officer', id: 'paolo', name: 'Paolo Bruni' };
const colleague: Extract<Mover, { id: string }> = { side: 'officer', id: 'carla', name: 'Carla Neri' };
const system: Mover = { side: 'system' };

const situation = (status: TicketStatus, changes: Partial<Situation> = {}): Situation => ({
  ...{ status, officerId: null, officerName: null, reopenUntil: null, unmergeUntil: null },
  ...changes,
});
const inCharge = { officerId: operator.id, officerName: operator.name };

function outcome(move: TicketMove, at: Situation, mover: Mover): string {
  try {
    const line = lineOf(move, at, mover, now);
    return line.to ?? at.status;
  } catch (error) {
    if (error instanceof Problem) return error.problem.type;
    throw error;
  }
}

describe('the table of a ticket', () => {
  test.each([
    ['accept', situation('new'), operator, 'accepted'],
    ['accept', situation('new'), system, 'accepted'],
    ['take', situation('accepted'), operator, 'in_progress'],
    ['take', situation('in_progress'), operator, 'in_progress'],
    ['take-over', situation('awaiting_user', inCharge), colleague, 'awaiting_user'],
    ['merge', situation('in_progress', inCharge), colleague, 'merged'],
    ['unmerge', situation('merged', { unmergeUntil: new Date(now.getTime() + 1) }), operator, 'merged'],
    ['reroute', situation('in_progress', inCharge), colleague, 'in_progress'],
    ['ask', situation('in_progress', inCharge), operator, 'awaiting_user'],
    ['answer', situation('awaiting_user', inCharge), author, 'in_progress'],
    ['solve', situation('in_progress', inCharge), operator, 'resolved'],
    ['confirm', situation('resolved'), author, 'closed'],
    ['close-after-silence', situation('resolved'), system, 'closed'],
    ['solve-after-silence', situation('awaiting_user'), system, 'resolved'],
    ['reopen', situation('resolved'), author, 'in_progress'],
    ['reopen', situation('closed', { reopenUntil: new Date(now.getTime() + 1) }), author, 'in_progress'],
    ['cancel', situation('new'), author, 'cancelled'],
    ['cancel', situation('awaiting_user', inCharge), colleague, 'cancelled'],
    ['comment', situation('resolved'), author, 'resolved'],
  ] as const)('TIC-33, TIC-34, TIC-43: %s', (move, at, mover, expected) => {
    expect(outcome(move, at, mover)).toBe(expected);
  });

  test.each([
    ['to take what a colleague has', 'take', situation('in_progress', inCharge), colleague, 'ticket-move-refused'],
    ['to take over what is hers', 'take-over', situation('in_progress', inCharge), operator, 'ticket-move-refused'],
    ['to ask without being in charge', 'ask', situation('in_progress', inCharge), colleague, 'not-in-charge-of-ticket'],
    ['to solve what nobody has', 'solve', situation('in_progress'), operator, 'not-in-charge-of-ticket'],
    // Who is not in charge of what cannot be solved is told of the state first.
    ['to solve what is solved', 'solve', situation('resolved', inCharge), colleague, 'ticket-move-refused'],
    ['to solve what waits for its author', 'solve', situation('awaiting_user', inCharge), operator, 'ticket-move-refused'],
    ['to confirm in the place of whoever asked', 'confirm', situation('resolved', inCharge), operator, 'ticket-move-refused'],
    ['to reopen too late', 'reopen', situation('closed', { reopenUntil: now }), author, 'ticket-move-refused'],
    ['to cancel what is worked on', 'cancel', situation('in_progress'), author, 'ticket-move-refused'],
    ['to write where it has ended', 'comment', situation('closed'), author, 'ticket-move-refused'],
    ['to accept what is accepted', 'accept', situation('accepted'), operator, 'ticket-move-refused'],
  ] as const)('TIC-33: it is refused %s', (_, move, at, mover, refusal) => {
    expect(outcome(move, at, mover)).toBe(refusal);
  });
});

test('TIC-03: what is archived, cancelled, or merged for good is never moved, by nobody', () => {
  for (const status of ['archived', 'merged', 'cancelled'] as const) {
    const at = situation(status, { reopenUntil: new Date(now.getTime() + 1) });
    for (const move of TicketMove.options)
      for (const mover of [author, operator, system]) expect(outcome(move, at, mover)).toBe(ticketMoveRefused.type);
  }
});

const anySituation: fc.Arbitrary<Situation> = fc.record({
  status: fc.constantFrom(...TicketStatus.options),
  officerId: fc.constantFrom(null, operator.id, colleague.id),
  officerName: fc.constant(null),
  reopenUntil: fc.constantFrom(null, new Date(now.getTime() - 1), now, new Date(now.getTime() + 1)),
  unmergeUntil: fc.constantFrom(null, now, new Date(now.getTime() + 1)),
});
const anyMover = fc.constantFrom(author, operator, colleague);

test('what is offered is what is done, and what is not offered is refused', () => {
  fc.assert(
    fc.property(anySituation, anyMover, fc.constantFrom(...TicketMove.options), (at, mover, move) => {
      const isOffered = movesOf(at, mover, now).includes(move);
      const isRefused = [ticketMoveRefused.type, notInChargeOfTicket.type].includes(outcome(move, at, mover));
      // A new one is accepted on the way when it is taken.
      if (move === 'take' && at.status === 'new') return expect(isOffered).toBe(mover.side === 'officer' && at.officerId === null);
      expect(isOffered).toBe(!isRefused);
    }),
  );
});

test('whatever people do, a ticket stays in a state that it knows, and every open one can still be ended', () => {
  const reach = (from: TicketStatus): Set<TicketStatus> => {
    const seen = new Set<TicketStatus>([from]);
    for (const status of seen) for (const { from: at, to } of moves) if (at === status && to) seen.add(to);
    return seen;
  };
  for (const status of open) expect(ended.some((end) => reach(status).has(end))).toBe(true);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...TicketMove.options), fc.constantFrom(author, operator, system))), (steps) => {
      const at = situation('new');
      for (const [move, mover] of steps) {
        const result = outcome(move, at, mover);
        if (TicketStatus.options.includes(result as TicketStatus)) at.status = result as TicketStatus;
        if (move === 'take' && at.status === 'in_progress') at.officerId = operator.id;
      }
      expect(reach('new').has(at.status)).toBe(true);
    }),
  );
});

test('docs/ticketing.md tells the table as it is', () => {
  const rows = moves.map(
    ({ move, from, to = from, who, guards = [] }) => `| ${move} | \`${from}\` | \`${to}\` | ${who} | ${guards.join(', ')} |`,
  );
  const told = readFileSync(new URL('../../../../docs/ticketing.md', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' '))
    .filter((line) => /^\| [a-z-]+ \| `/.test(line));
  expect(told).toEqual(rows.map((row) => row.replace(/\s+/g, ' ')));
});
