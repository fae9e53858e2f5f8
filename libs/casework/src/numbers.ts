import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';

/** The last number given after a prefix. It does not restart, and a number is never used twice (PRA-01). */
@Entity('number_counters')
export class NumberCounter {
  @PrimaryColumn('text') prefix!: string;
  @Column('integer') last!: number;
}

/** The next number for people to quote: a prefix and seven digits, `SERV06_UTENTI_2022.0000008`. Whoever else takes one waits from here on. */
export async function takeNumber(tx: EntityManager, prefix: string): Promise<string> {
  const [row]: { last: number }[] = await tx.query(
    `insert into number_counters as known (prefix, last) values ($1, 1)
     on conflict (prefix) do update set last = known.last + 1 returning last`,
    [prefix],
  );
  return `${prefix}${String(row?.last).padStart(7, '0')}`;
}

/** A number that was given elsewhere is kept: those to come are higher. @throws RangeError for one that is not the prefix and digits */
export async function keepNumber(tx: EntityManager, prefix: string, number: string): Promise<void> {
  const last = Number(number.startsWith(prefix) ? number.slice(prefix.length) : Number.NaN);
  if (!Number.isSafeInteger(last)) throw new RangeError(`want ${prefix} and digits, got ${number}`);
  await tx.query(
    `insert into number_counters as known (prefix, last) values ($1, $2)
     on conflict (prefix) do update set last = greatest(known.last, excluded.last)`,
    [prefix, last],
  );
}
