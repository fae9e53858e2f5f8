import type { ServiceDefinition } from '@sportello/service/definition';

/** How much waits to be registered or handed on, and for how long, by line. */
export const protocolFigures: NonNullable<ServiceDefinition['figures']> = [
  {
    name: 'filings_open',
    help: 'What waits to be registered or handed on, or was refused for good, ten thousand for all that are more',
    labels: ['line', 'state'],
    read: async (db) => {
      const rows: { lane: string; state: string; count: number }[] = await db.query(
        `select lane, state, count(*)::int count from (select lane, state from filings where state <> 'done' limit 10000) f group by 1, 2`,
      );
      return rows.map(({ lane: line, state, count }) => [{ line, state }, count]);
    },
  },
  {
    name: 'filings_age_seconds',
    help: 'For how long the oldest of what waits has waited',
    labels: ['line'],
    read: async (db) => {
      const rows: { lane: string; age: number }[] = await db.query(
        `select lane, extract(epoch from now() - min(filed_at))::float age from filings where state = 'waiting' group by 1`,
      );
      return rows.map(({ lane: line, age }) => [{ line }, age]);
    },
  },
];
