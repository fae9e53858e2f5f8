import type { ServiceDefinition } from '@sportello/service/definition';

/** What the jobs of this service have not done yet. */
export const ticketFigures: NonNullable<ServiceDefinition['figures']> = [
  {
    name: 'ticket_escalations_late',
    help: 'Tickets whose desk should have been told by now that a term is over, ten thousand for all that are more',
    labels: [],
    read: async (db) => {
      const [row]: { count: number }[] = await db.query(
        "select count(*)::int from (select 1 from tickets where escalate_at < now() - interval '2 minutes' limit 10000) t",
      );
      return [[{}, row?.count ?? 0]];
    },
  },
  {
    name: 'ticket_silences_late',
    help: 'Tickets of which silence should have been told, or that it should have moved on, by now, ten thousand for all that are more',
    labels: [],
    read: async (db) => {
      const [row]: { count: number }[] = await db.query(
        `select count(*)::int from (
           select 1 from tickets where silence_at < now() - interval '2 minutes'
           union all select 1 from tickets where remind_at < now() - interval '2 minutes' limit 10000
         ) t`,
      );
      return [[{}, row?.count ?? 0]];
    },
  },
];
