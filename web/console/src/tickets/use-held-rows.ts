import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { useState } from 'react';
import { type Compared, compare } from '../arrivals.js';
import { dueOf } from './ticket.js';

export type Row = AnswerOf<'rpc.ticketing.list-queue.v1'>['items'][number];

/**
 * While a ticket is open beside it the list keeps its places: what left the view is told apart, and what came is counted.
 * @param of what is listed; null while nothing is open
 */
export function useHeldRows(rows: readonly Row[], isWhole: boolean, of: string | null): Compared<Row> {
  const [held, setHeld] = useState({ of, rows });
  if (held.of !== of) setHeld({ of, rows });
  return of === null || held.of !== of ? { rows: [...rows], arrived: 0, gone: [] } : compare(held.rows, rows, isWhole);
}

/** The rows, where the one that is open says what its own page says, also when it left the view. */
export function useFreshRow(rows: readonly Row[], id: string | undefined): readonly Row[] {
  const { data } = useAsk('rpc.ticketing.get.v1', { id: id ?? '' }, { enabled: id !== undefined });
  if (!data) return rows;
  const { status, priority, officerName } = data;
  return rows.map((row) => (row.id === data.id ? { ...row, status, priority, officerName, dueAt: dueOf(data) } : row));
}
