import { expect, test } from '@jest/globals';
import { ProblemError, UnreachableError } from '@sportello/ui/problem';
import fc from 'fast-check';
import { LOT, type Lot, type Mark, type Outcome, type Ready, sendAll } from './sender.js';

const ready = (count: number): Ready[] => Array.from({ length: count }, (_, at) => ({ id: `p${at}`, version: 2 }));

/** A door that takes each once, and does with a question what it was told to do next. */
class Door {
  readonly marks = new Map<string, Mark>();
  readonly outcomes = new Map<string, Outcome>();
  readonly pauses: number[] = [];
  lots = 0;

  constructor(private readonly plan: ('take' | 'cut before' | 'cut after' | 'full' | 'early' | 'half')[]) {}

  private take(id: string): Mark {
    const mark = this.marks.get(id) ?? ({ practiceId: id, position: this.marks.size + 1 } as Mark);
    this.marks.set(id, mark);
    return mark;
  }

  readonly way = {
    send: async (lot: readonly Ready[]): Promise<Lot> => {
      const does = this.plan[this.lots++] ?? 'take';
      expect(lot.length).toBeLessThanOrEqual(LOT);
      if (does === 'cut before') throw new UnreachableError(new Error('cut'));
      if (does === 'full') throw new ProblemError({ type: 'unavailable', status: 503, title: 'Pieno' }, 3_000);
      const isTaken = (at: number) => does !== 'early' && (does !== 'half' || at % 2 === 0);
      const early = { type: 'procedure-closed', status: 409, title: 'Non ancora', retryAfterMs: 4 };
      const answers = lot.map(({ id }, at) => ({
        practiceId: id,
        mark: isTaken(at) ? this.take(id) : null,
        problem: isTaken(at) ? null : early,
      }));
      if (does === 'cut after') throw new UnreachableError(new Error('cut'), true);
      return answers;
    },
    pause: async (ms: number) => void this.pauses.push(ms),
    onOutcome: (id: string, outcome: Outcome) => void this.outcomes.set(id, outcome),
    isStopped: () => false,
  };
}

test('CLK-12, CLK-13, CLK-32: whatever the network does, each is sent once and told its own place', async () => {
  const doing = fc.constantFrom(
    'take' as const,
    'cut before' as const,
    'cut after' as const,
    'full' as const,
    'early' as const,
    'half' as const,
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 450 }), fc.array(doing, { maxLength: 12 }), async (count, plan) => {
      const door = new Door(plan);
      await sendAll(ready(count), door.way);
      expect(door.marks.size).toBe(count);
      expect(door.outcomes.size).toBe(count);
      for (const [id, outcome] of door.outcomes) expect(outcome).toEqual({ is: 'sent', mark: door.marks.get(id) });
    }),
  );
});

test('CLK-15: a server that is full is left alone as long as it asks, and longer each time', async () => {
  const door = new Door(['full', 'full', 'take']);
  await sendAll(ready(3), door.way);
  expect(door.pauses).toHaveLength(2);
  for (const ms of door.pauses) expect(ms).toBeGreaterThanOrEqual(3_250);
});

const closed: NonNullable<Lot[number]['problem']> = { type: 'procedure-closed', status: 409, title: 'Chiuso' };

test('CLK-12: whoever comes before the hour comes again at the hour, to the millisecond, in the same order', async () => {
  const door = new Door(['early']);
  await sendAll(ready(LOT + 2), door.way);
  expect(door.pauses).toEqual([4]);
  expect([...door.marks.keys()].slice(0, 2)).toEqual(['p0', 'p1']);
});

test('CLK-12: a day that was postponed ends the sending until its new hour, and what was taken keeps its place', async () => {
  const door = new Door([]);
  const send: Door['way']['send'] = async (lot) => {
    const answers = await door.way.send(lot);
    const later = { mark: null, problem: { ...closed, retryAfterMs: 3_600_000 } };
    return answers.map((answer) => (answer.practiceId === 'p0' ? answer : { ...answer, ...later }));
  };
  expect(await sendAll(ready(3), { ...door.way, send })).toBe(3_600_000);
  expect(door.pauses).toEqual([]);
  expect([...door.outcomes.values()].map(({ is }) => is)).toEqual(['sent', 'waiting', 'waiting']);
});

test('CLK-15: of two services the one that is full holds up none of the other, and the server is left alone as long as it asks', async () => {
  const door = new Door([]);
  const full = { type: 'unavailable', status: 503, title: 'Pieno', retryAfterMs: 5_000 };
  let rounds = 0;
  const send: Door['way']['send'] = async (lot) => {
    rounds += 1;
    if (rounds === 1) return lot.map(({ id }) => ({ practiceId: id, mark: null, problem: full }));
    return door.way.send(lot);
  };
  await sendAll(ready(LOT + 1), { ...door.way, send });
  expect([...door.marks.keys()][0]).toBe(`p${LOT}`);
  expect(door.marks.size).toBe(LOT + 1);
  expect(door.pauses[0]).toBeGreaterThanOrEqual(5_250);
});

test('who stops it, or leaves the page, sends no further lot', async () => {
  const door = new Door([]);
  let isStopped = false;
  const send: Door['way']['send'] = (lot) => {
    isStopped = true;
    return door.way.send(lot);
  };
  expect(await sendAll(ready(LOT * 2), { ...door.way, send, isStopped: () => isStopped })).toBeNull();
  expect(door.marks.size).toBe(LOT);
});

test('what stays refused is said with its reason, and holds nobody else up; a sign-in that is over ends it', async () => {
  const door = new Door([]);
  const send: Door['way']['send'] = async (lot) => {
    const answers = await door.way.send(lot);
    return answers.map((answer) =>
      answer.practiceId === 'p1'
        ? { ...answer, mark: null, problem: { type: 'changed-meanwhile', status: 409, title: 'È cambiata' } }
        : answer,
    );
  };
  await sendAll(ready(3), { ...door.way, send });
  expect([...door.outcomes.values()].map(({ is }) => is)).toEqual(['sent', 'refused', 'sent']);
  // Closed, or suspended: without an hour at which it opens it is an answer for good.
  const late = async (lot: readonly Ready[]) => lot.map(({ id }) => ({ practiceId: id, mark: null, problem: closed }));
  const told = new Door([]);
  await sendAll(ready(2), { ...told.way, send: late });
  expect([...told.outcomes.values()].map(({ is }) => is)).toEqual(['refused', 'refused']);
  const over = async () => {
    throw new ProblemError({ type: 'not-signed-in', status: 401, title: 'Accedi' });
  };
  await expect(sendAll(ready(1), { ...door.way, send: over })).rejects.toThrow('Accedi');
});
