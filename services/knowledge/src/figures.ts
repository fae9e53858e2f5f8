import type { ServiceDefinition } from '@sportello/service/definition';

/** What the jobs of this service have not done yet, and what waits for people. */
export const knowledgeFigures: NonNullable<ServiceDefinition['figures']> = [
  {
    name: 'publications_late',
    help: 'Articles whose hour of publication is over and that were not published, ten thousand for all that are more',
    labels: [],
    read: async (db) => {
      const [row]: { count: number }[] = await db.query(
        "select count(*)::int from (select 1 from articles where status = 'in_review' and publish_at < now() - interval '2 minutes' limit 10000) a",
      );
      return [[{}, row?.count ?? 0]];
    },
  },
];
