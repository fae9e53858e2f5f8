import { expect, test } from '@jest/globals';
import { ProblemError, UnreachableError } from '@sportello/ui/problem';
import fc from 'fast-check';
import { LOT, type Mark, type Outcome, type Ready, sendAll } from './sender.js';

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
    send: async (lot: readonly Ready[]) => {
      const does = this.plan[this.lots++] ?? 'take';
      expect(lot.length).toBeLessThanOrEqual(LOT);
      if (does === 'cut before') throw new UnreachableError(new Error('cut'));
      if (does === 'full') throw new ProblemError({ type: 'unavailable', status: 503, title: 'Pieno' }, 3_000);
      const isTaken = (at: number) => does !== 'early' && (does !== 'half' || at % 2 === 0);
      const early = { type: 'procedure-closed', status: 409, title: 'Non ancora' };
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
    isOpen: () => true,
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

test('CLK-12: whoever comes before the hour comes again at the hour, to the millisecond', async () => {
  const door = new Door([]);
  let asked = 0;
  const send: Door['way']['send'] = async (lot) => {
    const left = [90_000, 4][asked++];
    if (left === undefined) return door.way.send(lot);
    return lot.map(({ id }) => ({
      practiceId: id,
      mark: null,
      problem: { type: 'procedure-closed', status: 409, title: 'Non ancora', retryAfterMs: left },
    }));
  };
  await sendAll(ready(2), { ...door.way, send });
  expect(door.pauses).toEqual([30_000, 4]);
  expect(door.marks.size).toBe(2);
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
  // After the closing hour "not open" is an answer for good.
  const late = new Door(['early']);
  await sendAll(ready(2), { ...late.way, isOpen: () => false });
  expect([...late.outcomes.values()].map(({ is }) => is)).toEqual(['refused', 'refused']);
  const over = async () => {
    throw new ProblemError({ type: 'not-signed-in', status: 401, title: 'Accedi' });
  };
  await expect(sendAll(ready(1), { ...door.way, send: over })).rejects.toThrow('Accedi');
});
