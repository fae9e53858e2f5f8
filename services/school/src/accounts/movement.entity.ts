import type { MovementKind } from '@sportello/contracts/school/accounts';
import { Column, Entity, type EntityManager, Index, PrimaryColumn } from 'typeorm';

/**
 * Money goes from one account to another, so that all accounts together are always zero. Accounts are badges, services, which take what their
 * days cost, and the body itself, from which comes what is paid in. No balance is kept anywhere: it is the sum of these rows, which never change.
 */
@Entity('movements')
@Index('movements_once', ['organizationId', 'number'], { unique: true })
// With the cents, so that a balance is summed from the index alone.
@Index('movements_out', ['fromAccount', 'day', 'id', 'cents'])
@Index('movements_in', ['toAccount', 'day', 'id', 'cents'])
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

export interface Balances {
  /** Before the period … */
  openingCents: number;
  /** … at its end, and by all that is known. */
  closingCents: number;
  balanceCents: number;
}

/** What is left in an account. */
export async function balancesOf(tx: EntityManager, account: string, from: string, to: string): Promise<Balances> {
  const [row]: Balances[] = await tx.query(
    `select coalesce(sum(cents) filter (where day < $2), 0)::int as "openingCents", coalesce(sum(cents) filter (where day <= $3), 0)::int as "closingCents",
            coalesce(sum(cents), 0)::int as "balanceCents"
     from (select day, cents from movements where to_account = $1 union all select day, -cents from movements where from_account = $1) m`,
    [account, from, to],
  );
  return row ?? { openingCents: 0, closingCents: 0, balanceCents: 0 };
}
