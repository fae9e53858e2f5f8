import { invalidInput } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';

/** What a caller asks of a list: how many rows, and where it goes on (`paging` of the contracts, which bounds both). */
interface Asked {
  limit: number;
  after?: string | undefined;
}

export interface Page<Row> {
  items: Row[];
  /** Null on the last page. */
  next: string | null;
}

/** What a list is ordered by: the values of one of its rows, the id last. */
export type Place = (string | Date)[];

/** One of the values by which a list is ordered. */
interface Key<Row> {
  /** A column or an expression of the query. */
  column: string;
  type: 'text' | 'date' | 'timestamptz';
  /** What a row has of it. */
  of(row: Row): string | Date;
  /** Anybody can write a cursor: what it may hold in this place. */
  schema: z.ZodType<string | Date>;
}

/** JavaScript counts further back and on than PostgreSQL; of ours is only what an installation can live to see. */
const Instant = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .pipe(z.date().min(new Date(0)).max(new Date('9999-12-31')));

export const byInstant = <Row>(column: string, of: (row: Row) => Date): Key<Row> => ({ column, type: 'timestamptz', of, schema: Instant });

export const byDate = <Row>(column: string, of: (row: Row) => string): Key<Row> => ({ column, type: 'date', of, schema: z.iso.date() });

/** @param schema where not every text can stand in this place */
export const byText = <Row>(column: string, of: (row: Row) => string, schema: z.ZodType<string> = z.string()): Key<Row> => ({
  column,
  type: 'text',
  of,
  // PostgreSQL keeps no NUL in a text, and refuses to compare one.
  schema: schema.refine((text) => !text.includes('\0')),
});

/**
 * The order of a list. The id comes last, so that no two rows are equal: each page begins right after the last row of the one before, whatever
 * came or went in between, and costs the same however far on it is.
 */
class Order<Row extends { id: string }> {
  private readonly place: z.ZodType<Place>;

  constructor(
    private readonly direction: 'ASC' | 'DESC',
    private readonly keys: readonly Key<Row>[],
    private readonly id: string,
  ) {
    this.place = z.tuple([...keys.map(({ schema }) => schema), z.uuid()] as unknown as [z.ZodType<string | Date>]);
  }

  /** The page that is asked for of what a query finds. */
  async pageOf<Entity extends ObjectLiteral & Row>(query: SelectQueryBuilder<Entity>, asked: Asked): Promise<Page<Entity>> {
    return this.cut(await this.bound(query, asked).getMany(), asked.limit);
  }

  /** Orders a query, lets it begin where the page before ended, and bounds it to one row more than is asked for. */
  bound<Entity extends ObjectLiteral>(query: SelectQueryBuilder<Entity>, { limit, after }: Asked): SelectQueryBuilder<Entity> {
    const columns = [...this.keys, { column: this.id, type: 'uuid' }];
    for (const { column } of columns) query.addOrderBy(column, this.direction);
    const place = this.read(after);
    if (place) {
      const values = columns.map(({ type }, at) => `:place${at}::${type}`).join(', ');
      query.andWhere(
        `(${columns.map(({ column }) => column).join(', ')}) ${this.direction === 'ASC' ? '>' : '<'} (${values})`,
        Object.fromEntries(place.map((value, at) => [`place${at}`, value])),
      );
    }
    return query.limit(limit + 1);
  }

  /**
   * For statements of one's own: where the page before ended.
   * @throws Problem `invalidInput` for what is no `next` of ours
   */
  read(after: string | undefined): Place | undefined {
    if (after === undefined) return undefined;
    const place = this.place.safeParse(parse(Buffer.from(after, 'base64url').toString()));
    if (place.success) return place.data;
    throw new Problem(invalidInput, notOurs, { errors: [{ pointer: '/after', detail: notOurs }] });
  }

  /** Cuts what was read with one row more than `limit`, by which it shows whether there is a next page. */
  cut<Found extends Row>(rows: Found[], limit: number): Page<Found> {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    if (rows.length <= limit || !last) return { items, next: null };
    const place: Place = [...this.keys.map(({ of }) => of(last)), last.id];
    return { items, next: Buffer.from(JSON.stringify(place)).toString('base64url') };
  }
}

/** @param id the column of the id */
export const ascending = <Row extends { id: string }>(keys: readonly Key<Row>[], id: string) => new Order<Row>('ASC', keys, id);

/** @param id the column of the id */
export const descending = <Row extends { id: string }>(keys: readonly Key<Row>[], id: string) => new Order<Row>('DESC', keys, id);

/** Totals are counted up to here and no further, so that they cost the same in a full year as on the first day. */
export const COUNTED = 1_000;

/** A scalar of SQL: how many rows a query has, `COUNTED` for all that are more. @param rows what follows `select 1`, as `from practices p where …` */
export const countUpTo = (rows: string): string => `(select count(*)::int from (select 1 ${rows} limit ${COUNTED}) as counted)`;

const notOurs = { it: 'Non è il seguito di un elenco', en: 'It is not the continuation of a list' };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
