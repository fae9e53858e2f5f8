import type { DataSource } from 'typeorm';

interface Pool {
  query<Row>(query: { name: string; text: string; values: unknown[] }): Promise<{ rows: Row[] }>;
}

/**
 * Runs a statement that PostgreSQL plans once a connection and not once a request, for the few reads that everybody waits for.
 * @param name one for each text
 */
export async function prepared<Row>(db: DataSource, name: string, text: string, values: unknown[]): Promise<Row[]> {
  const { master } = db.driver as typeof db.driver & { master: Pool };
  const { rows } = await master.query<Row>({ name, text, values });
  return rows;
}
