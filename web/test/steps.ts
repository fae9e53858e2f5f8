import { test } from '@jest/globals';
import type { Person } from './person.js';

/**
 * Tests of which each begins where the one before has ended: after the first that fails the others say so at once, and a picture
 * shows what everybody had in front of them.
 */
export const inOrder = (people: () => readonly (Person | undefined)[]) => {
  let failed: string | undefined;
  return (name: string, run: () => Promise<void> | void): void =>
    test(name, async () => {
      if (failed) throw new Error(`not tried, because this did not succeed: ${failed}`);
      try {
        await run();
      } catch (error) {
        failed = name;
        await Promise.all(people().map((person, index) => person?.photographFailure(index + 1)));
        throw error;
      }
    });
};
