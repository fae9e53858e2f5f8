import type { EntityManager } from 'typeorm';
import type { Announcement } from '../announcements/announcement.entity.js';
import { Delivery } from './delivery.entity.js';

/** Of messages the first goes at once, and the rest of this time together in one mail. Milliseconds. */
const GATHERING_MS = 5 * 60_000;

/** What goes together: from one body, on one topic, to one address, about pages of one place. */
type Box = Pick<Delivery, 'organizationId' | 'topic' | 'place' | 'address'>;

/** Says of each mail whose message has words for several whether it is the first, which goes at once, or waits for others. */
export async function gather(tx: EntityManager, { messages }: Announcement, deliveries: Delivery[], now: Date): Promise<void> {
  const patient = deliveries.filter(({ message }) => messages[message]?.together);
  // In one order, so that two who write to the same addresses do not wait for each other.
  for (const delivery of patient.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    await lock(tx, delivery);
    const { organizationId, topic, place, address } = delivery;
    const [open]: { until: Date }[] = await tx.query(
      `select gathers_until as until from deliveries
       where organization_id is not distinct from $1 and topic = $2 and place = $3 and address = $4 and gathers_until > $5 order by gathers_until desc limit 1`,
      [organizationId, topic, place, address, now],
    );
    if (open) Object.assign(delivery, { isGathered: true, dueAt: open.until });
    else delivery.gathersUntil = new Date(now.getTime() + GATHERING_MS);
  }
}

/**
 * Has every other mail that waits for the same address join one that is about to be sent for the first time. A later try sends the same mail, and
 * takes nobody else in.
 */
export async function joinOthers(tx: EntityManager, delivery: Delivery): Promise<void> {
  const { id, organizationId, topic, place, address } = delivery;
  await tx.query(
    `update deliveries set status = 'joined', joined_id = $1
     where organization_id is not distinct from $2 and topic = $3 and place = $4 and address = $5 and is_gathered and status = 'queued'
       and attempts = 0 and id <> $1`,
    [id, organizationId, topic, place, address],
  );
}

/** Nobody else gathers or sends what is gathered for this address until the transaction ends. */
export const lock = (tx: EntityManager, { organizationId, topic, place, address }: Box): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify([organizationId, topic, place, address])]);
