import type { Subject } from '@sportello/contracts/identity/officers';
import { type EntityManager, In } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { isAway, mayReplace } from './absence.js';
import { OfficerRow } from './officer.entity.js';

/** Notices go to so many officers of one subject at most. */
const MOST_RECIPIENTS = 1_000;

/** Whom notices about a subject reach: the officers enabled to it, and in the place of one who is away her substitute (ADM-32). */
export async function recipientsOf(tx: EntityManager, organizationId: string, subject: Subject, now: Date): Promise<Person[]> {
  const enabled = await tx
    .createQueryBuilder(OfficerRow, 'officer')
    .where('officer.organizationId = :organizationId', { organizationId })
    .andWhere("officer.state = 'active' and officer.subjects @> :subjects::jsonb", { subjects: JSON.stringify([subject]) })
    .orderBy('officer.id')
    .limit(MOST_RECIPIENTS)
    .getMany();
  const away = enabled.filter((officer) => isAway(officer, now));
  const substitutes = await tx.findBy(OfficerRow, { organizationId, id: In(away.flatMap(({ absence }) => absence?.substituteId ?? [])) });
  const reached = enabled.map((officer) => {
    const substitute = away.includes(officer) && substitutes.find(({ id }) => id === officer.absence?.substituteId);
    return substitute && mayReplace(substitute, officer) ? substitute.id : officer.id;
  });
  return tx.find(Person, { where: { id: In(reached) }, order: { id: 'ASC' } });
}
