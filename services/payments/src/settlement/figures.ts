import type { ServiceDefinition } from '@sportello/service/definition';

/** What waits to be created, and what staff have to look at. */
export const paymentFigures: NonNullable<ServiceDefinition['figures']> = [
  {
    name: 'notices_waiting',
    help: 'Notices that are being created, or could not be, ten thousand for all that are more',
    labels: ['state'],
    read: async (db) => {
      const rows: { state: string; count: number }[] = await db.query(
        `select state, count(*)::int count
         from (select state from instalments where state in ('draft', 'creation_failed') limit 10000) i group by 1`,
      );
      return rows.map(({ state, count }) => [{ state }, count]);
    },
  },
  {
    name: 'notices_waiting_seconds',
    help: 'For how long the oldest of them has waited',
    labels: [],
    read: async (db) => {
      const [row]: { age: number | null }[] = await db.query(
        'select extract(epoch from now() - min(opened_at))::float age from positions where next_try_at is not null',
      );
      return [[{}, row?.age ?? 0]];
    },
  },
  {
    name: 'payment_anomalies',
    help: 'What about payments nobody has dealt with, ten thousand for all that are more',
    labels: ['kind'],
    read: async (db) => {
      const rows: { kind: string; count: number }[] = await db.query(
        'select kind, count(*)::int count from (select kind from anomalies where resolved_at is null limit 10000) a group by 1',
      );
      return rows.map(({ kind, count }) => [{ kind }, count]);
    },
  },
];
