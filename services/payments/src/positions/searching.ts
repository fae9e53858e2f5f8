import type { PositionFilters } from '@sportello/contracts/payments/body-positions';
import { addDays, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { byInstant, descending } from '@sportello/service/paging';
import type { EntityManager, FindOptionsWhere, SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { Position } from './position.entity.js';
import { wordsSought } from './words.js';

type Filters = z.output<typeof PositionFilters>;

export const newestFirst = descending<Position>([byInstant('position.openedAt', ({ openedAt }) => openedAt)], 'position.id');

const any = (condition: string) =>
  `exists (select 1 from instalments i where i.position_id = position.id and i.organization_id = position.organization_id and ${condition})`;

/** What is left of the state of a position in its rows; its own state is said of each row that is shown. */
const conditions: Record<Filters['show'], string> = {
  all: 'true',
  to_pay: `position.settled_at is null and ${any("i.state = 'open' and not (i.is_binding and i.due_on < :today)")}`,
  overdue: `position.settled_at is null and ${any("i.state = 'open' and i.due_on < :today")}`,
  paid: `position.settled_at is not null and ${any("i.state in ('paid', 'reported')")}`,
  paid_elsewhere: any("i.state = 'paid_elsewhere'"),
  to_collection: any("i.state = 'to_collection'"),
  ended: `position.settled_at is null and not ${any("i.state not in ('cancelled', 'excluded')")}`,
  creating: 'position.next_try_at is not null',
};

/**
 * What staff looks for among what it may see.
 * @param seen by `seenBy`
 * @returns null where nothing can be found: the search has no word
 */
export function searched(
  tx: EntityManager,
  seen: FindOptionsWhere<Position>,
  { search, show, from, to }: Filters,
  now: Date,
): SelectQueryBuilder<Position> | null {
  const query = tx.createQueryBuilder(Position, 'position').where(seen).andWhere("position.reason <> ''");
  query.andWhere(conditions[show], { today: romeDate(now) });
  if (from) query.andWhere('position.openedAt >= :since', { since: romeInstant(from) });
  if (to) query.andWhere('position.openedAt < :until', { until: romeInstant(addDays(to, 1)) });
  if (!search) return query;
  const words = wordsSought(search);
  return words === null ? null : query.andWhere('position.words @@ :words::tsquery', { words });
}
