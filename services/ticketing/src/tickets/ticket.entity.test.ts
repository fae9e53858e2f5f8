import { expect, test } from '@jest/globals';
import { romeInstant } from '@sportello/italy/rome-time';
import { Desk } from '../desks/desk.entity.js';
import { Ticket } from './ticket.entity.js';

const at = (day: string, time: string) => romeInstant(`2026-12-${day}`, time);

/** Open from Monday to Friday, 09:00 to 17:00. */
const deskOf = (firstAnswerMinutes: number, solutionMinutes: number, changes: Partial<Desk> = {}): Desk =>
  Object.assign(new Desk(), {
    hours: [{ weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00' }],
    closedDays: [],
    targets: [1, 2, 3, 4].map((priority) => ({ priority, firstAnswerMinutes, solutionMinutes })),
    ...{ closesAfterDays: 5, givesUpAfterDays: 10, reopensForDays: 10 },
    ...changes,
  });

function begun(desk: Desk, now: Date): Ticket {
  const ticket = Object.assign(new Ticket(), { status: 'new', priority: 4, firstAnsweredAt: null, firstAnswerDueAt: null });
  Object.assign(ticket, { solutionDueAt: null, escalatedAt: null, silenceAt: null });
  ticket.begin(desk, now);
  return ticket;
}

test('TIC-41: each of the two terms is told once, and what runs out at the closing when the desk opens again', () => {
  const desk = deskOf(60, 480);
  const ticket = begun(desk, at('14', '16:00'));
  expect([ticket.queueAt, ticket.escalateAt]).toEqual([at('14', '17:00'), at('15', '09:00')]);
  ticket.escalate(desk, at('15', '09:00'));
  // The solution is due after another seven hours.
  expect(ticket.escalateAt).toEqual(at('15', '16:00'));
  ticket.answer(desk, at('15', '10:00'));
  expect(ticket.escalateAt).toEqual(at('15', '16:00'));
  ticket.escalate(desk, at('15', '16:01'));
  expect(ticket.escalateAt).toBeNull();
  ticket.prioritise(1, desk, at('15', '16:30'));
  expect(ticket.escalateAt).toBeNull();
});

test('TIC-41: what was not told while the desk was open is told when it opens, and another desk was told of nothing', () => {
  const desk = deskOf(60, 480);
  const ticket = begun(desk, at('14', '09:00'));
  ticket.planEscalation(desk, at('14', '20:00'));
  expect(ticket.escalateAt).toEqual(at('15', '09:00'));
  ticket.escalate(desk, at('15', '09:00'));
  ticket.reroute(desk, Object.assign(deskOf(60, 480), { id: 'other' }), at('15', '18:00'));
  expect(ticket.escalateAt).toEqual(at('16', '09:00'));
});

test('TIC-40: a term that ran out stays due since then, whatever is answered, prioritised, paused, or changed of the hours', () => {
  const desk = deskOf(60, 120);
  const ticket = begun(desk, at('14', '09:00'));
  const over = at('14', '11:00');
  ticket.answer(desk, at('14', '12:00'));
  expect([ticket.firstAnswerDueAt, ticket.queueAt]).toEqual([null, over]);
  ticket.prioritise(3, desk, at('14', '13:00'));
  expect(ticket.queueAt).toEqual(over);
  const closed = deskOf(60, 120, { hours: [{ weekdays: [6], opensAt: '09:00', closesAt: '10:00' }] });
  ticket.settle(desk, closed, at('14', '14:00'));
  expect(ticket.queueAt).toEqual(over);
  ticket.ask(closed, at('14', '15:00'));
  expect([ticket.dueFirst, ticket.escalateAt]).toEqual([null, null]);
  ticket.goOn(closed, at('15', '10:00'));
  expect(ticket.dueFirst).toEqual(over);
  ticket.reroute(closed, desk, at('15', '11:00'));
  expect(ticket.dueFirst).toEqual(over);
});

test('TIC-40: a priority whose time is used up already is due at once, and one that promises less gives time again', () => {
  const desk = deskOf(60, 480);
  const urgent = { priority: 1, firstAnswerMinutes: 30, solutionMinutes: 60 };
  desk.targets = [urgent, ...desk.targets.slice(1)];
  const ticket = begun(desk, at('14', '09:00'));
  ticket.answer(desk, at('14', '09:10'));
  ticket.prioritise(1, desk, at('14', '12:00'));
  expect(ticket.dueFirst).toEqual(at('14', '12:00'));
  ticket.prioritise(2, desk, at('14', '13:00'));
  expect(ticket.dueFirst).toEqual(at('14', '17:00'));
});

test('TIC-43: a comment on what is solved has silence begin anew, and on nothing else; the reminder comes on the working day before', () => {
  const desk = deskOf(60, 480, { closesAfterDays: 2 });
  const ticket = begun(desk, at('11', '09:00'));
  ticket.solve(desk, 'Fatto', { id: 'paolo', name: 'Paolo Bruni' }, at('11', '10:00'));
  // Friday; Monday and Tuesday are the two working days.
  expect([ticket.remindAt, ticket.silenceAt]).toEqual([at('14', '09:00'), at('16', '00:00')]);
  ticket.status = 'in_progress';
  ticket.postpone(desk, at('14', '10:00'));
  expect(ticket.silenceAt).toEqual(at('16', '00:00'));
  ticket.status = 'resolved';
  ticket.postpone(desk, at('14', '10:00'));
  expect(ticket.silenceAt).toEqual(at('17', '00:00'));
});

test('TIC-43: silence skips the days on which its desk is closed, when nobody could answer a doubt', () => {
  const patron = { day: '2026-12-15', reason: 'Patrono' };
  const desk = deskOf(60, 480, { closesAfterDays: 2, closedDays: [patron, { ...patron, day: '2026-12-16' }] });
  const ticket = begun(desk, at('14', '09:00'));
  ticket.giveUp(desk, at('14', '10:00'));
  // Thursday and Friday are left.
  expect([ticket.remindAt, ticket.silenceAt]).toEqual([at('17', '09:00'), at('19', '00:00')]);
  ticket.remind(deskOf(60, 480, { closedDays: [{ ...patron, day: '2026-12-21' }] }), at('19', '10:00'));
  expect(ticket.silenceAt).toEqual(at('23', '00:00'));
});

test('TIC-40: what came in while new hours of its desk were waited for runs by them from its beginning', () => {
  const desk = deskOf(60, 480);
  const ticket = begun(desk, at('14', '12:00'));
  ticket.settle(desk, deskOf(60, 480, { closedDays: [{ day: '2026-12-15', reason: 'Patrono' }] }), at('14', '11:00'));
  expect([ticket.usedMs, ticket.runningSince, ticket.solutionDueAt]).toEqual([0, at('14', '12:00'), at('16', '12:00')]);
});

test('TIC-43: what is opened again has no solution, nobody who solved it, and no stars', () => {
  const desk = deskOf(60, 480);
  const ticket = begun(desk, at('14', '09:00'));
  ticket.solve(desk, 'Fatto', { id: 'paolo', name: 'Paolo Bruni' }, at('14', '10:00'));
  Object.assign(ticket, { stars: 1, ratingWords: 'No', reopened: 0 });
  expect([ticket.solverId, ticket.solverName]).toEqual(['paolo', 'Paolo Bruni']);
  ticket.reopen(desk, at('15', '10:00'));
  const { solution, solverId, solverName, solverDeskId, stars, ratingWords } = ticket;
  expect([solution, solverId, solverName, solverDeskId, stars, ratingWords]).toEqual([null, null, null, null, null, null]);
});
