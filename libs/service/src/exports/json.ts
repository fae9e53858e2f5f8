import type { Table } from './table.js';

/** A list of objects by the keys of what it has, with the values of the API: whole cents, days as YYYY-MM-DD, instants in UTC. */
export async function* jsonOf<Row>({ columns, inJson = columns, pages }: Table<Row>): AsyncGenerator<string> {
  let between = '[\n';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield between + page.map((row) => JSON.stringify(Object.fromEntries(inJson.map(({ key, of }) => [key, of(row)])))).join(',\n');
    between = ',\n';
  }
  yield between === ',\n' ? '\n]\n' : '[]\n';
}
