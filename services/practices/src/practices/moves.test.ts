import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Mover } from '@sportello/casework/subject';
import { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { Move, PracticeStatus } from '@sportello/contracts/practices/states';
import { Problem } from '@sportello/messaging/problem';
import fc from 'fast-check';
import { findLine, moves, movesNow, reachable, type Situation } from './moves.js';
import { statesPage } from './states-page.js';

const now = new Date('2022-08-01T10:00:00Z');
const settings = WorkflowSettings.parse({ requiresConfirmation: true });
const contacts = { it: 'Assistenza: 011 0824108', en: 'Help desk: 011 0824108' };
const federica: Mover = { side: 'applicant', id: 'federica', name: 'FEDERICA NERI' };
const bianchi: Mover = { side: 'officer', id: 'bianchi', name: 'BIANCHI' };
const ferrari: Mover = { side: 'officer', id: 'ferrari', name: 'FERRARI' };

const situation = (status: PracticeStatus, changes: Partial<Situation> = {}, rules: Partial<Situation['procedure']> = {}): Situation => ({
  status,
  profileKind: 'mayor',
  officerId: null,
  officerName: null,
  procedure: {
    ...{ status: 'published', audience: ['mayor'], opensAt: null, closesAt: null, sendingOpensAt: null, sendingClosesAt: null },
    ...{ settings, contacts, ...rules },
  },
  ...changes,
});
const inCharge = { officerId: 'bianchi', officerName: 'BIANCHI' };
const typeOf = (result: unknown) => (result instanceof Problem ? result.problem.type : result);
const refused = (move: Move, it: Situation, mover: Mover, at = now) => {
  const result = findLine(move, it, mover, at);
  if (!(result instanceof Problem)) throw new Error(`${move} was not refused`);
  return { type: result.problem.type, ...result.detail };
};

test('PRA-06: on a completed request the next steps are to send it or to bring it back', () => {
  expect(movesNow(situation('ready'), federica, now)).toEqual(['reopen', 'delete', 'submit']);
});

test('PRA-14: only what is ready to send goes back to draft', () => {
  expect(findLine('reopen', situation('ready'), federica, now)).toMatchObject({ to: 'draft' });
  expect(typeOf(findLine('reopen', situation('submitted'), federica, now))).toBe('already-sent');
});

test('PRA-12: what was sent is not changed, in any later state, and the help desk is named', () => {
  for (const status of PracticeStatus.options.filter((it) => !['draft', 'ready', 'deleted'].includes(it))) {
    for (const move of ['save', 'complete', 'reopen', 'delete'] as const) {
      expect(refused(move, situation(status), federica)).toEqual({ type: 'already-sent', ...contacts });
    }
    expect(movesNow(situation(status), federica, now)).not.toContain('save');
  }
});

test('a draft is sent at once only where the two steps are not required', () => {
  expect(refused('submit', situation('draft'), federica)).toMatchObject({
    type: 'move-refused',
    it: expect.stringContaining('Salva e prosegui'),
  });
  const oneStep = { settings: WorkflowSettings.parse({}) };
  expect(findLine('submit', situation('draft', {}, oneStep), federica, now)).toMatchObject({ to: 'submitted' });
});

test('CLK-03, CLK-12: what is sent on a click day is filled in while its own window is open, and sent in that of the day alone', () => {
  const [opensAt, closesAt] = [new Date('2027-01-10T08:00:00Z'), new Date('2027-01-31T22:59:00Z')];
  const [sendingOpensAt, sendingClosesAt] = [new Date('2027-03-25T08:00:00Z'), new Date('2027-12-31T22:59:00Z')];
  const windows = { opensAt, closesAt, sendingOpensAt, sendingClosesAt };
  const [filling, between] = [new Date('2027-01-20T09:00:00Z'), new Date('2027-02-20T09:00:00Z')];
  const [draft, ready] = [situation('draft', {}, windows), situation('ready', {}, windows)];
  expect(movesNow(draft, federica, filling)).toEqual(['save', 'complete', 'delete']);
  expect(movesNow(ready, federica, filling)).toEqual(['reopen', 'delete']);
  expect(movesNow(draft, federica, between)).toEqual(['delete']);
  // Opened again, it could not be completed any more.
  expect(movesNow(ready, federica, between)).toEqual(['delete']);
  expect(refused('submit', ready, federica, new Date(sendingOpensAt.getTime() - 1))).toEqual({
    type: 'procedure-closed',
    it: 'L’invio apre il 25/03/2027 alle ore 09:00',
    en: 'Sending opens on 25/03/2027 at 09:00 (time of Rome)',
  });
  expect(findLine('submit', ready, federica, sendingOpensAt)).toMatchObject({ to: 'submitted' });
  expect(refused('submit', ready, federica, sendingClosesAt)).toMatchObject({ it: 'L’invio si è chiuso il 31/12/2027 alle ore 23:59' });
});

test('CAT-16: at the opening instant the door is open, at the closing one it is shut, and the reason names date and hour', () => {
  const opensAt = new Date('2022-07-25T10:00:00Z');
  const closesAt = new Date('2022-09-02T10:00:00Z');
  const it = situation('ready', {}, { opensAt, closesAt });
  for (const at of [opensAt, new Date(closesAt.getTime() - 1)])
    expect(findLine('submit', it, federica, at)).toMatchObject({ to: 'submitted' });
  expect(refused('submit', it, federica, new Date(opensAt.getTime() - 1))).toEqual({
    type: 'procedure-closed',
    it: 'Apre il 25/07/2022 alle ore 12:00',
    en: 'It opens on 25/07/2022 at 12:00 (time of Rome)',
  });
  expect(refused('submit', it, federica, closesAt)).toMatchObject({
    type: 'procedure-closed',
    it: 'Si è chiuso il 02/09/2022 alle ore 12:00',
  });
  const draft = { ...it, status: 'draft' as const };
  expect(refused('save', draft, federica, closesAt)).toMatchObject({ type: 'procedure-closed' });
  expect(movesNow(draft, federica, closesAt)).toEqual(['delete']);
});

test('CAT-78: a suspended service takes neither savings nor sendings', () => {
  const suspended = { status: 'suspended' };
  expect(refused('save', situation('draft', {}, suspended), federica).type).toBe('procedure-closed');
  expect(refused('submit', situation('ready', {}, suspended), federica).type).toBe('procedure-closed');
});

test('whoever is no longer among those a service is for cannot send', () => {
  expect(refused('submit', situation('ready', {}, { audience: ['school_head'] }), federica).type).toBe('not-entitled');
});

test('PRA-30: nobody works a practice before it is assigned', () => {
  for (const status of ['submitted', 'registered', 'under_review', 'awaiting_amendment', 'amendment_submitted'] as const) {
    for (const move of ['approve', 'reject', 'request-amendment', 'accept-amendment', 'refuse-amendment'] as const) {
      expect(findLine(move, situation(status), bianchi, now)).toBeInstanceOf(Problem);
    }
  }
  expect(refused('approve', situation('submitted'), bianchi)).toMatchObject({ it: expect.stringContaining('Prima prendi in carico') });
});

test('only the officer in charge decides, and the others are told who that is', () => {
  const it = situation('under_review', inCharge);
  expect(movesNow(it, bianchi, now)).toEqual([
    ...[
      'assign',
      'assign-office',
      'release',
      'request-amendment',
      'correct',
      'announce-refusal',
      'ask-opinion',
      'approve',
      'reject',
      'cancel',
    ],
  ]);
  expect(movesNow(it, ferrari, now)).toEqual(['take-over', 'assign', 'assign-office']);
  expect(refused('approve', it, ferrari)).toMatchObject({ type: 'not-in-charge', it: 'La pratica è in carico a BIANCHI' });
  expect(refused('take', it, ferrari)).toMatchObject({ type: 'move-refused', it: 'La pratica è in carico a BIANCHI' });
});

test('PRA-40: additions are accepted or refused only after the answer', () => {
  expect(refused('accept-amendment', situation('awaiting_amendment', inCharge), bianchi)).toMatchObject({
    it: expect.stringContaining('dopo la risposta'),
  });
  const answered = situation('amendment_submitted', inCharge);
  expect(movesNow(answered, bianchi, now)).toEqual([
    ...['assign', 'assign-office', 'release', 'accept-amendment', 'refuse-amendment', 'ask-opinion', 'cancel'],
  ]);
  expect(refused('approve', answered, bianchi)).toMatchObject({ it: expect.stringContaining('accetta o rifiuta le integrazioni') });
});

test('a practice that waits for its protocol number cannot be taken yet', () => {
  const registers = { settings: WorkflowSettings.parse({ registers: true }) };
  expect(refused('take', situation('submitted', {}, registers), bianchi)).toMatchObject({ it: expect.stringContaining('protocollata') });
  expect(findLine('take', situation('registered', {}, registers), bianchi, now)).toMatchObject({ to: 'under_review' });
});

test('practices that are only forwarded are not worked here', () => {
  const forward = { settings: WorkflowSettings.parse({ workflow: 'forward' }) };
  for (const status of ['submitted', 'acquired'] as const) expect(movesNow(situation(status, {}, forward), bianchi, now)).toEqual([]);
  expect(refused('take', situation('submitted', {}, forward), bianchi)).toMatchObject({ it: expect.stringContaining('inoltrate') });
});

test('a state that is final lets nobody move', () => {
  for (const status of ['approved', 'rejected', 'acquired', 'deleted'] as const) {
    for (const mover of [federica, bianchi]) expect(movesNow(situation(status, inCharge), mover, now)).toEqual([]);
  }
});

test('PRA-27: a service offers only the states that it can reach', () => {
  expect([...reachable(settings)]).not.toContain('registered');
  expect([...reachable(WorkflowSettings.parse({ registers: true }))]).toContain('registered');
  const forward = reachable(WorkflowSettings.parse({ workflow: 'forward' }));
  expect([...forward].sort()).toEqual(['acquired', 'deleted', 'draft', 'ready', 'submitted']);
});

test('every refusal has a sentence in both languages, and every button would be accepted', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Move.options),
      fc.constantFrom(...PracticeStatus.options),
      fc.constantFrom(federica, bianchi, ferrari),
      fc.constantFrom({}, inCharge),
      fc.record({
        workflow: fc.constantFrom('approval' as const, 'forward' as const),
        registers: fc.boolean(),
        requiresConfirmation: fc.boolean(),
      }),
      (move, status, mover, charge, chosen) => {
        const it = situation(status, charge, { settings: WorkflowSettings.parse(chosen) });
        const line = findLine(move, it, mover, now);
        expect(movesNow(it, mover, now).includes(move)).toBe(!(line instanceof Problem));
        if (!(line instanceof Problem)) return expect(moves).toContain(line);
        const { it: italian, en } = line.detail ?? line.problem.title;
        expect(italian.length).toBeGreaterThan(10);
        expect(en.length).toBeGreaterThan(10);
      },
    ),
  );
});

test('docs/states.md shows this table (npm run states -w @sportello/practices writes it)', () => {
  expect(readFileSync(new URL('../../../../docs/states.md', import.meta.url), 'utf8')).toBe(statesPage());
});
