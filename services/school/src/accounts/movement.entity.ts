import type { MovementKind } from '@sportello/contracts/school/accounts';
import { Column, Entity, type EntityManager, Index, PrimaryColumn } from 'typeorm';

/**
 * Money goes from one account to another, so that all accounts together are always zero. Accounts are badges, services, which take what their
 * days cost, and the body itself, from which comes what is paid in. No balance is kept anywhere: it is the sum of these rows, which never change.
 */
@Entity('movements')
@Index('movements_once', ['organizationId', 'number'], { unique: true })
@Index('movements_from', ['fromAccount', 'day', 'id'])
@Index('movements_to', ['toAccount', 'day', 'id'])
export class Movement {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  /** Of the fact from which it follows: told again, it is not noted again. */
  @Column('text') number!: string;
  @Column('date') day!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: MovementKind;
  @Column('uuid') fromAccount!: string;
  @Column('uuid') toAccount!: string;
  /** Above zero. */
  @Column('integer') cents!: number;
  @Column('uuid') badgeId!: string;
  @Column('text') reason!: string;
}

/** Notes movements; those that are noted already change nothing. */
export async function post(tx: EntityManager, movements: readonly Movement[]): Promise<void> {
  if (movements.some(({ cents }) => !(Number.isSafeInteger(cents) && cents > 0))) throw new RangeError('want whole cents above zero');
  if (movements.length === 0) return;
  await tx
    .createQueryBuilder()
    .insert()
    .into(Movement)
    .values([...movements])
    .orIgnore()
    .execute();
}

/** What is left in an account. @param before of the days before this one alone */
export async function balanceOf(tx: EntityManager, account: string, before?: string): Promise<number> {
  const [row]: { cents: number }[] = await tx.query(
    `select (coalesce((select sum(cents) from movements where to_account = $1 and ($2::date is null or day < $2)), 0)
           - coalesce((select sum(cents) from movements where from_account = $1 and ($2::date is null or day < $2)), 0))::int as cents`,
    [account, before ?? null],
  );
  return row?.cents ?? 0;
}
