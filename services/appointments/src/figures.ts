import type { ServiceDefinition } from '@sportello/service/definition';

/** What the jobs of this service have not done yet. */
export const appointmentFigures: NonNullable<ServiceDefinition['figures']> = [
  {
    name: 'appointment_drafts_late',
    help: 'Drafts that are over and were not cleared away, ten thousand for all that are more',
    labels: [],
    read: async (db) => {
      const [row]: { count: number }[] = await db.query(
        "select count(*)::int from (select 1 from appointments where status = 'draft' and held_until < now() - interval '2 minutes' limit 10000) d",
      );
      return [[{}, row?.count ?? 0]];
    },
  },
  {
    name: 'appointment_reminders_late',
    help: 'People who should have been reminded of an appointment by now, ten thousand for all that are more',
    labels: [],
    read: async (db) => {
      const [row]: { count: number }[] = await db.query(
        `select count(*)::int from (select 1 from appointments where status = 'confirmed' and reminded_at is null
           and starts_at > now() and starts_at < now() + interval '23 hours' limit 10000) r`,
      );
      return [[{}, row?.count ?? 0]];
    },
  },
  {
    name: 'appointment_offers_late',
    help: 'Places offered to somebody on a waiting list whose time is over and that were not passed on, ten thousand for all that are more',
    labels: [],
    read: async (db) => {
      const [row]: { count: number }[] = await db.query(
        "select count(*)::int from (select 1 from waiting_places where status = 'offered' and offered_until < now() - interval '2 minutes' limit 10000) o",
      );
      return [[{}, row?.count ?? 0]];
    },
  },
];
