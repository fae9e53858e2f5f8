import type { AccessSettings } from '@sportello/contracts/practices/procedures';
import { notListed } from '@sportello/contracts/practices/procedures';
import { Problem } from '@sportello/messaging/problem';
import { Column, Entity, type EntityManager, Index, PrimaryColumn } from 'typeorm';

/** Somebody for whom a service is reserved (CAT-85). */
@Entity('listed_people')
@Index('listed_people_code', ['procedureId', 'fiscalCode'], { unique: true })
export class ListedPerson {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') procedureId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') fiscalCode!: string;
}

/** A request that somebody begins or sends. */
interface Asking {
  procedureId: string;
  applicantFiscalCode: string;
  access: AccessSettings;
}

/** Those whose service is reserved for others. */
export async function outside<A extends Asking>(tx: EntityManager, asking: readonly A[]): Promise<A[]> {
  const reserved = asking.filter(({ access }) => access.isReserved);
  if (reserved.length === 0) return [];
  const rows: { procedureId: string; fiscalCode: string }[] = await tx.query(
    `select procedure_id "procedureId", fiscal_code "fiscalCode" from listed_people
     where (procedure_id, fiscal_code) in (select * from unnest($1::uuid[], $2::text[]))`,
    [reserved.map(({ procedureId }) => procedureId), reserved.map(({ applicantFiscalCode }) => applicantFiscalCode)],
  );
  const listed = new Set(rows.map(({ procedureId, fiscalCode }) => `${procedureId} ${fiscalCode}`));
  return reserved.filter(({ procedureId, applicantFiscalCode }) => !listed.has(`${procedureId} ${applicantFiscalCode}`));
}

/** @throws Problem `notListed` */
export async function checkListed(tx: EntityManager, asking: Asking): Promise<void> {
  if ((await outside(tx, [asking])).length > 0) throw new Problem(notListed);
}
