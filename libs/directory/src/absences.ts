import type { Subject } from '@sportello/contracts/identity/officers';
import type { EntityManager } from 'typeorm';
import { OfficerCopy } from './officer-copy.entity.js';

/** Who stands in for an officer, until when. */
export interface Substitute {
  id: string;
  name: string;
  officeId: string | null;
  officeName: string | null;
  /** Last day on which she does, YYYY-MM-DD in Rome. */
  to: string;
}

/** Whether the officer of a copy is away on a day. Both are names of the statement around it. */
export const isAway = (copy: string, day: string): string =>
  `(${copy}.absence ->> 'from' <= ${day} and ${copy}.absence ->> 'to' >= ${day})`;

/** Whether a copy is that of an officer who works on something. `kind` is said by the program; the others are names of the statement around it. */
export const worksOn = (copy: string, kind: Subject['kind'], id: string): string =>
  `(${copy}.is_active and (${copy}.role = 'manager' or (${copy}.role = 'officer'
    and ${copy}.subjects @> jsonb_build_array(jsonb_build_object('kind', '${kind}', 'id', ${id}::text)))))`;

/**
 * Who stands in for an officer on a subject (ADM-32): null while she is there, and when her substitute may not work on it any more.
 *
 * @param today YYYY-MM-DD, in Rome
 */
export const substituteOf = async (tx: EntityManager, officerId: string, subject: Subject, today: string): Promise<Substitute | null> =>
  (await substitutesOf(tx, [officerId], subject, today))[0] ?? null;

/** The same for several officers, without those who are here or have nobody. */
export function substitutesOf(
  tx: EntityManager,
  officerIds: readonly string[],
  { kind, id }: Subject,
  today: string,
): Promise<Substitute[]> {
  return tx.query(
    `select s.officer_id id, s.name, s.office_id "officeId", s.office_name "officeName", a.absence ->> 'to' "to"
     from officer_copies a join officer_copies s on s.officer_id = (a.absence ->> 'substituteId')::uuid and s.organization_id = a.organization_id
     where a.officer_id = any($1) and ${isAway('a', '$2')} and ${worksOn('s', kind, '$3')}`,
    [officerIds, today, id],
  );
}

/** For whom an officer stands in. @param today YYYY-MM-DD, in Rome */
export async function replacedBy(tx: EntityManager, officerId: string, organizationId: string, today: string): Promise<string[]> {
  const away = await tx
    .createQueryBuilder(OfficerCopy, 'a')
    .select('a.officerId', 'id')
    .where(`a.absence ->> 'substituteId' = :officerId and a.organizationId = :organizationId and ${isAway('a', ':today')}`, {
      officerId,
      organizationId,
      today,
    })
    .getRawMany<{ id: string }>();
  return away.map(({ id }) => id);
}
