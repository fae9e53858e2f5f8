import type { EventConsumer } from '@sportello/messaging/consumers';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Jobs } from './jobs.js';
import type { Metrics, Reading } from './metrics.js';

/** What every service tells in figures, without a line of its own. */
export function measure(metrics: Metrics, { db, consumers, jobs }: { db: DataSource; consumers: EventConsumer[]; jobs: Jobs[] }): void {
  metrics.gauge(
    'outbox_waiting',
    'Committed events that the stream does not have yet, ten thousand for all that are more',
    [],
    async () => {
      const [row] = await db.query(
        'select count(*)::int as count from (select 1 from outbox where published_at is null limit 10000) as waiting',
      );
      return [[{}, row.count]];
    },
  );
  metrics.gauge('outbox_age_seconds', 'For how long the oldest of them has waited', [], async () => {
    const [row] = await db.query(
      'select coalesce(extract(epoch from now() - min(occurred_at)), 0)::float as age from outbox where published_at is null',
    );
    return [[{}, row.age]];
  });
  metrics.gauge('parked_letters', 'Events that wait for a person, by the handler that failed', ['handler'], async () => {
    const rows: { handler: string; count: number }[] = await db.query(
      'select consumer as handler, count(*)::int as count from dead_letters where dropped_at is null group by 1',
    );
    return rows.map(({ handler, count }): Reading => [{ handler }, count]);
  });
  metrics.gauge('events_pending', 'Events of the stream that a handler has not dealt with yet', ['handler'], () =>
    Promise.all(consumers.map(async (consumer): Promise<Reading> => [{ handler: consumer.name }, await consumer.pending()])),
  );
  metrics.gauge('database_connections', 'Connections of this process, and requests that wait for one', ['state'], async () => {
    const { totalCount, idleCount, waitingCount } = (db.driver as unknown as { master: Pool }).master;
    return [
      [{ state: 'busy' }, totalCount - idleCount],
      [{ state: 'idle' }, idleCount],
      [{ state: 'awaited' }, waitingCount],
    ];
  });
  metrics.gauge('jobs', 'Jobs of a queue, by what becomes of them', ['queue', 'state'], async () => {
    const counts = await Promise.all(jobs.map(async (each) => ({ queue: each.name, counts: await each.counts() })));
    return counts.flatMap(({ queue, counts: found }) => Object.entries(found).map(([state, count]): Reading => [{ queue, state }, count]));
  });
}
