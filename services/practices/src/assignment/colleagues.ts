import type { Absence } from '@sportello/contracts/identity/officers';
import { worksOn } from '@sportello/directory/absences';
import type { EntityManager } from 'typeorm';

/** Who is, or may be, in charge: officers and managers whose rights reach the service now; and who stands in for one who is away. */
export interface Colleague {
  id: string;
  name: string;
  officeId: string | null;
  officeName: string | null;
  absence: Absence | null;
}

export const colleaguesOf = (
  tx: EntityManager,
  { organizationId, procedureId }: { organizationId: string; procedureId: string },
): Promise<Colleague[]> =>
  tx.query(
    `select officer_id id, name, office_id "officeId", office_name "officeName", absence from officer_copies c
     where organization_id = $1 and ${worksOn('c', 'procedure', '$2')} order by name, officer_id`,
    [organizationId, procedureId],
  );

/** Who gets what is meant for an officer who is away (ADM-32); null while she is there, and when nobody may stand in for her. */
export const substituteAmong = (colleagues: readonly Colleague[], { absence }: Colleague, today: string): Colleague | null =>
  absence && absence.from <= today && absence.to >= today ? (colleagues.find(({ id }) => id === absence.substituteId) ?? null) : null;

/** The offices of those who may be in charge, by their names. */
export function officesOf(colleagues: readonly Colleague[]): { id: string; name: string }[] {
  const offices = new Map(colleagues.flatMap(({ officeId, officeName }) => (officeId && officeName ? [[officeId, officeName]] : [])));
  return [...offices].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'it'));
}
