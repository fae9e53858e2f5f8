import { createHash } from 'node:crypto';
import { type EntityManager, LessThan } from 'typeorm';
import { SignInAttempts } from './credential.entity.js';

/** Attempts are counted in windows of this length, in milliseconds; a lock lasts until its window ends (IDE-51). */
export const WINDOW_MS = 15 * 60_000;

/** What is kept of whom an attempt is counted for: nothing that was typed. */
export const keyOf = (kind: 'name' | 'address' | 'pair' | 'device' | 'told' | 'registration', value: string) =>
  `${kind}:${createHash('sha256').update(value).digest('hex')}`;

/** Counts one more attempt for each key, and says how many there were in the window. */
export async function countAttempts(manager: EntityManager, keys: string[], now: Date): Promise<Map<string, SignInAttempts>> {
  const windowStart = new Date(now.getTime() - WINDOW_MS);
  await manager.delete(SignInAttempts, { since: LessThan(windowStart) });
  const rows: SignInAttempts[] = await manager.query(
    `insert into sign_in_attempts (key, count, since) select key, 1, $2 from unnest($1::text[]) as key order by key
     on conflict (key) do update set count = sign_in_attempts.count + 1 returning key, count, since`,
    [keys, now],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

export const endOf = ({ since }: SignInAttempts) => new Date(since.getTime() + WINDOW_MS);
