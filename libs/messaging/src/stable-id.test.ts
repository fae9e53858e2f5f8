import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { stableId } from './stable-id.js';

const when = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

test('an id is a UUIDv7 of its instant, and the same for the same things', () => {
  fc.assert(
    fc.property(when, fc.string(), fc.nat(), (at, text, number) => {
      const id = stableId(at, text, number);
      expect(z.uuidv7().safeParse(id).success).toBe(true);
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
      expect(stableId(at, text, number)).toBe(id);
      expect(stableId(at, text, number + 1)).not.toBe(id);
    }),
  );
});
