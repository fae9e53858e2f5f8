import type { EntityManager } from 'typeorm';
import type { Announcement } from '../announcements/announcement.entity.js';
import { texts } from '../templates/texts.js';
import { Delivery } from './delivery.entity.js';

/** Of messages the first goes at once, and the rest of this time together in one mail. Milliseconds. */
const GATHERING_MS = 5 * 60_000;

/** What goes together: from one body, to one address, in one capacity. */
type Box = Pick<Delivery, 'organizationId' | 'audience' | 'address'>;

/**
 * Says of each mail about a message whether it is the first, which goes at once, or waits for others. Receipts, requests and outcomes never
 * wait.
 */
export async function gather(tx: EntityManager, { template }: Announcement, deliveries: Delivery[], now: Date): Promise<void> {
  if (!texts[template].isMessage) return;
  // In one order, so that two who write to the same addresses do not wait for each other.
  for (const delivery of deliveries.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    await lock(tx, delivery);
    const { organizationId, audience, address } = delivery;
    const [open]: { until: Date }[] = await tx.query(
      `select gathers_until as until from deliveries
       where organization_id = $1 and audience = $2 and address = $3 and gathers_until > $4 order by gathers_until desc limit 1`,
      [organizationId, audience, address, now],
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
  const { id, organizationId, audience, address } = delivery;
  await tx.query(
    `update deliveries set status = 'joined', joined_id = $1
     where organization_id = $2 and audience = $3 and address = $4 and is_gathered and status = 'queued' and attempts = 0 and id <> $1`,
    [id, organizationId, audience, address],
  );
}

/** Nobody else gathers or sends what is gathered for this address until the transaction ends. */
export const lock = (tx: EntityManager, { organizationId, audience, address }: Box): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify([organizationId, audience, address])]);
