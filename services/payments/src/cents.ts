import type { ColumnOptions } from 'typeorm';

/** Cents of euro: more than 21 million euros do not fit an integer of the database, and a number of JavaScript holds them exactly. */
export const centsColumn: ColumnOptions = {
  type: 'bigint',
  transformer: { to: (value: unknown) => value, from: (text: string | null) => (text === null ? null : Number(text)) },
};
