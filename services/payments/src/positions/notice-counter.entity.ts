import { noticeNumber } from '@sportello/italy/notice-number';
import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import type { Creditor } from '../creditors/creditor.entity.js';

/** The last number that was allotted to a body under one of its segregation codes. */
@Entity('notice_counters')
export class NoticeCounter {
  @PrimaryColumn('text') fiscalCode!: string;
  @PrimaryColumn('text') segregationCode!: string;
  @Column('uuid') organizationId!: string;
  @Column('bigint') last!: string;
}

/**
 * The next notice number of a body. It is taken in the caller's transaction, so none is lost; whoever else takes one waits from here on; and
 * none comes twice, since the counter knows no way back.
 * @throws RangeError when the thirteen digits are used up
 */
export async function takeNoticeNumber(
  tx: EntityManager,
  { fiscalCode, segregationCode, organizationId }: Pick<Creditor, 'fiscalCode' | 'segregationCode' | 'organizationId'>,
): Promise<string> {
  const [row]: { last: string }[] = await tx.query(
    `insert into notice_counters as known (fiscal_code, segregation_code, organization_id, last) values ($1, $2, $3, 1)
     on conflict (fiscal_code, segregation_code) do update set last = known.last + 1 returning last`,
    [fiscalCode, segregationCode, organizationId],
  );
  return noticeNumber(segregationCode, BigInt(row?.last ?? 0));
}
