import { Injectable } from '@nestjs/common';
import { Passage } from '@sportello/casework/passage.entity';
import { announced } from '@sportello/contracts/notifications/announcements';
import { practiceReleased } from '@sportello/contracts/practices/events';
import { DirectoryCopies, namesOf, type Rights } from '@sportello/directory/copies';
import { mayWork } from '@sportello/directory/officers';
import { publishAll } from '@sportello/messaging/events';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { announcementOf } from '../practices/announcements.js';
import { factOf } from '../practices/facts.js';
import { worked } from '../practices/moves.js';
import { Practice } from '../practices/practice.entity.js';
import { indexWordsOfBody } from '../procedures/catalogue-search.js';
import { Procedure } from '../procedures/procedure.entity.js';

/** Practices that are given back with the same few statements. */
const BATCH = 200;

/**
 * The practices of which an officer is in charge and which she may no longer work go back to their queue, with a line in their history: she
 * was suspended, works for another body, is an administrator now, or has lost the procedure. The query names no body on purpose: what she has
 * in charge at the body that she left is what goes back.
 */
async function giveBack(tx: EntityManager, rights: Rights, now: Date): Promise<void> {
  const { officerId } = rights;
  let after: string | undefined;
  do {
    const practices: Practice[] = await tx.find(Practice, {
      select: ruled,
      where: { officerId, status: In(worked), ...(after && { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: BATCH,
      lock: { mode: 'pessimistic_write' },
    });
    const lost = practices.filter((practice) => !mayWork(rights, practice.organizationId, { kind: 'procedure', id: practice.procedureId }));
    if (lost.length > 0) await release(tx, lost, now);
    after = practices.length === BATCH ? practices.at(-1)?.id : undefined;
  } while (after);
}

/** What the rule and its fact look at: contents stay where they are. */
const ruled = {
  id: true,
  organizationId: true,
  procedureId: true,
  applicantId: true,
  number: true,
  confirmationMail: true,
  profileKind: true,
  status: true,
  version: true,
  officerId: true,
  officerName: true,
} as const;

async function release(tx: EntityManager, practices: readonly Practice[], now: Date): Promise<void> {
  const procedures = await tx.findBy(Procedure, { id: In([...new Set(practices.map(({ procedureId }) => procedureId))]) });
  const rules = new Map(procedures.map((procedure) => [procedure.id, procedure]));
  const passages = practices.map((practice) => practice.giveBack(rules.get(practice.procedureId) as Procedure, now));
  await tx.insert(Passage, passages);
  await tx.query(
    `update practices p set status = r.status, version = r.version, changed_at = $4, officer_id = null, officer_name = null
     from unnest($1::uuid[], $2::text[], $3::int[]) as r (id, status, version) where p.id = r.id`,
    [practices.map(({ id }) => id), practices.map(({ status }) => status), practices.map(({ version }) => version), now],
  );
  await publishAll(
    tx,
    practiceReleased,
    practices.map((practice) => factOf(practice, now)),
  );
  const names = await namesOf(
    tx,
    practices.map(({ organizationId }) => organizationId),
  );
  await publishAll(
    tx,
    announced,
    practices.map((practice, at) => {
      const procedure = rules.get(practice.procedureId) as Procedure;
      const isSeen = passages[at]?.fromStatus !== passages[at]?.toStatus;
      return announcementOf(isSeen ? 'released' : 'back-in-queue', { practice, procedure, at: now }, names.get(practice.organizationId));
    }),
  );
}

/**
 * Keeps the copies of officers and bodies, gives back to its queue what an officer may no longer work, and has services found by what their
 * body is called now.
 */
@Injectable()
export class GiveBack extends DirectoryCopies {
  protected follow(rights: Rights, tx: EntityManager): Promise<void> {
    return giveBack(tx, rights, new Date());
  }

  protected followName(organizationId: string, tx: EntityManager): Promise<void> {
    return indexWordsOfBody(tx, organizationId);
  }
}
