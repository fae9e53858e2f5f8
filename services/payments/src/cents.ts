import type { ColumnOptions } from 'typeorm';

/** Cents of euro: more than 21 million euros do not fit an integer of the database, and a number of JavaScript holds them exactly. */
export const centsColumn: ColumnOptions = {
  type: 'bigint',
  transformer: { to: (value: unknown) => value, from: (text: string | null) => (text === null ? null : Number(text)) },
};

/** Shares of an amount that differ by a cent at most, the larger first; together they are the amount. @param parts from 1 on */
export function splitCents(amountCents: number, parts: number): number[] {
  const least = Math.floor(amountCents / parts);
  const larger = amountCents - least * parts;
  return Array.from({ length: parts }, (_, at) => least + (at < larger ? 1 : 0));
}
