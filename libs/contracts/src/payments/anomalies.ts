/** What about payments needs somebody to look at it. */
import { z } from 'zod';

export const AnomalyKind = z
  .enum(['paid_twice', 'amount_never_quoted', 'transfers_differ', 'paid_after_end', 'came_too_late', 'unknown_notice', 'receipt_refused'])
  .meta({
    description:
      'Paid a second time, another amount than was ever quoted, other shares than were quoted, paid although withdrawn or expired, paid when its request could no longer be presented, of a notice that nobody knows, or a receipt that could not be read',
    examples: ['paid_twice'],
  });
export type AnomalyKind = z.infer<typeof AnomalyKind>;
