import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Mover } from '@sportello/casework/subject';
import { notInChargeOfTicket, TicketMove, TicketStatus, ticketMoveRefused } from '@sportello/contracts/ticketing/states';
import { Problem } from '@sportello/messaging/problem';
import * as fc from 'fast-check';
import { ended, followOn, lineOf, moves, movesOf, open, type Situation } from './moves.js';

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
    ['merge', situation('resolved', inCharge), colleague, 'merged'],
    ['reroute', situation('resolved', inCharge), colleague, 'resolved'],
    ['unmerge', situation('merged', { unmergeUntil: new Date(now.getTime() + 1) }), operator, 'merged'],
    ['reroute', situation('in_progress', inCharge), colleague, 'in_progress'],
    ['ask', situation('in_progress', inCharge), operator, 'awaiting_user'],
    ['answer', situation('awaiting_user', inCharge), author, 'in_progress'],
    ['solve', situation('in_progress', inCharge), operator, 'resolved'],
    ['ask', situation('in_progress', { ...inCharge, substituteId: colleague.id }), colleague, 'awaiting_user'],
    ['solve', situation('in_progress', { ...inCharge, substituteId: colleague.id }), colleague, 'resolved'],
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
    ['to cancel what holds another', 'cancel', situation('accepted', { holdsOthers: true }), author, 'ticket-move-refused'],
    ['to solve in the place of nobody', 'solve', situation('in_progress', { substituteId: null }), operator, 'not-in-charge-of-ticket'],
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
      if (followOn.includes(move)) return expect(isOffered).toBe(false);
      // A new one is accepted on the way when it is taken.
      if (move === 'take' && at.status === 'new') return expect(isOffered).toBe(mover.side === 'officer' && at.officerId === null);
      expect(isOffered).toBe(!isRefused);
    }),
  );
});

const notFinal: TicketStatus[] = ['new', 'accepted', 'in_progress', 'awaiting_user', 'resolved'];
const unsolved = notFinal.filter((status) => status !== 'resolved');

interface Rule {
  move: TicketMove;
  from: TicketStatus[];
  /** Absent: it stays as it is. */
  to?: TicketStatus;
  who: ('author' | 'operator' | 'operator in charge' | 'system')[];
  /** Who has to be in charge, where an operator does it. */
  while?: 'nobody' | 'somebody else';
}

/** Written down by hand, and not read from the table. */
const rules: Rule[] = [
  { move: 'accept', from: ['new'], to: 'accepted', who: ['operator', 'system'] },
  { move: 'take', from: ['accepted'], to: 'in_progress', who: ['operator'], while: 'nobody' },
  { move: 'take', from: ['in_progress', 'awaiting_user'], who: ['operator'], while: 'nobody' },
  { move: 'take-over', from: ['in_progress', 'awaiting_user'], who: ['operator'], while: 'somebody else' },
  { move: 'reroute', from: notFinal, who: ['operator'] },
  { move: 'prioritise', from: unsolved, who: ['operator'] },
  { move: 'ask', from: ['in_progress'], to: 'awaiting_user', who: ['operator in charge'] },
  { move: 'answer', from: ['awaiting_user'], to: 'in_progress', who: ['author'] },
  { move: 'solve', from: ['in_progress'], to: 'resolved', who: ['operator in charge'] },
  { move: 'confirm', from: ['resolved'], to: 'closed', who: ['author'] },
  { move: 'close-after-silence', from: ['resolved'], to: 'closed', who: ['system'] },
  { move: 'solve-after-silence', from: ['awaiting_user'], to: 'resolved', who: ['system'] },
  { move: 'reopen', from: ['resolved', 'closed'], to: 'in_progress', who: ['author'] },
  { move: 'cancel', from: ['new', 'accepted', 'awaiting_user'], to: 'cancelled', who: ['author', 'operator'] },
  { move: 'merge', from: notFinal, to: 'merged', who: ['operator'] },
  { move: 'unmerge', from: ['merged'], who: ['operator'] },
  { move: 'join', from: unsolved, who: ['operator'] },
  { move: 'part', from: notFinal, who: ['operator'] },
  { move: 'release', from: ['in_progress', 'awaiting_user', 'resolved'], who: ['system'] },
  { move: 'comment', from: notFinal, who: ['author', 'operator'] },
];

test('TIC-33, TIC-34, TIC-42, TIC-43: from each state each person does what is hers, and nothing else', () => {
  const soon = new Date(now.getTime() + 1);
  const allows = ({ who, while: by }: Rule, mover: Mover, isCharged: boolean): boolean => {
    if (mover.side === 'applicant') return who.includes('author');
    if (mover.side === 'system') return who.includes('system');
    const isInCharge = isCharged && mover.id === operator.id;
    if (who.includes('operator in charge')) return isInCharge;
    return who.includes('operator') && (by === undefined || (by === 'nobody' ? !isCharged : isCharged && !isInCharge));
  };
  const wrong: unknown[] = [];
  for (const move of TicketMove.options)
    for (const status of TicketStatus.options)
      for (const isCharged of [false, true])
        for (const mover of [author, operator, colleague, system]) {
          const at = situation(status, { ...(isCharged && inCharge), reopenUntil: soon, unmergeUntil: soon });
          const rule = rules.find((one) => one.move === move && one.from.includes(status) && allows(one, mover, isCharged));
          const got = outcome(move, at, mover);
          const isRight = rule ? got === (rule.to ?? status) : [ticketMoveRefused.type, notInChargeOfTicket.type].includes(got);
          if (!isRight) wrong.push({ move, status, isCharged, mover, got });
        }
  expect(wrong).toEqual([]);
});

test('every open ticket can still be ended', () => {
  const reach = (from: TicketStatus): Set<TicketStatus> => {
    const seen = new Set<TicketStatus>([from]);
    for (const status of seen) for (const { from: at, to } of moves) if (at === status && to) seen.add(to);
    return seen;
  };
  for (const status of open) expect(ended.some((end) => reach(status).has(end))).toBe(true);
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
