import { createHash } from 'node:crypto';
import type { Count, Counts } from '@sportello/service/counts';

/** Attempts are counted in windows of this length, in milliseconds; a lock lasts until its window ends (IDE-51). */
export const WINDOW_MS = 15 * 60_000;

/**
 * What is kept of whom an attempt is counted for: nothing that was typed. A pair is a name and an address; `told` says that its owner knows,
 * `registration` who registers, `recovery` from where a forgotten name or password is asked for, `link` who is mailed a link,
 * `code` whose second factor is asked.
 */
export const keyOf = (
  kind: 'name' | 'address' | 'pair' | 'device' | 'told' | 'registration' | 'recovery' | 'link' | 'code',
  value: string,
) => `${kind}:${createHash('sha256').update(value).digest('hex')}`;

/** Mails that one person is sent in a window, whoever asks. */
const MOST_MAILS = 3;

/** Whether a person may be mailed once more: nobody fills another's mail box. What her body sends counts by itself. */
export async function mayMail(counts: Counts, personId: string, now: Date, organizationId = ''): Promise<boolean> {
  const key = keyOf('link', `${personId} ${organizationId}`);
  return ((await counts.add([key], WINDOW_MS, now)).get(key)?.count ?? 1) <= MOST_MAILS;
}

export const endOf = ({ since }: Count) => new Date(since.getTime() + WINDOW_MS);
