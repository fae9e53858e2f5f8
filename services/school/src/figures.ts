import type { ServiceDefinition } from '@sportello/service/definition';

/** Days that were not counted at their hour, and what waits for somebody. */
export const schoolFigures: NonNullable<ServiceDefinition['figures']> = [
  {
    name: 'school_days_uncounted_seconds',
    help: 'For how long the oldest day whose hour has passed waits to be counted',
    labels: [],
    read: async (db) => {
      const [row]: { age: number | null }[] = await db.query(
        'select extract(epoch from now() - min(cutoff_at))::float age from service_days where frozen_at is null and cutoff_at <= now()',
      );
      return [[{}, row?.age ?? 0]];
    },
  },
  {
    name: 'school_reckonings_seconds',
    help: 'For how long the charges and cut-offs of a body have waited to be worked out',
    labels: [],
    read: async (db) => {
      const [row]: { age: number | null }[] = await db.query('select extract(epoch from now() - min(asked_at))::float age from reckonings');
      return [[{}, row?.age ?? 0]];
    },
  },
  {
    name: 'school_top_ups_unchecked',
    help: 'Top-ups that were paid and that no office has credited yet, ten thousand for all that are more',
    labels: [],
    read: async (db) => {
      const [row]: { count: number }[] = await db.query(
        `select count(*)::int count from (select 1 from top_ups where state = 'paid' limit 10000) t`,
      );
      return [[{}, row?.count ?? 0]];
    },
  },
  {
    name: 'school_days_unpriced',
    help: 'Days of attendance that wait for a price or a badge, ten thousand for all that are more',
    labels: [],
    read: async (db) => {
      const [row]: { count: number }[] = await db.query(
        'select count(*)::int count from (select 1 from attendance where is_due limit 10000) a',
      );
      return [[{}, row?.count ?? 0]];
    },
  },
];
