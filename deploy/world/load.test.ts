import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Stack, startStack } from '../stack.ts';
import { loadWorld } from './load.ts';
import { bodies, characters, officers, officesOfBodies } from './people.ts';
import { servicesAt } from './procedures.ts';
import { themes } from './themes.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ durable: false });
});
afterAll(() => stack?.stop());

test('the world that is loaded twice has one of each', async () => {
  const first = await loadWorld(stack);
  expect(await loadWorld(stack)).toEqual(first);

  expect(await countIn('identity', ['organizations', 'offices', 'people', 'profiles', 'credentials', 'officers', 'themes'])).toEqual({
    organizations: bodies.length,
    offices: officesOfBodies.length,
    people: characters.length,
    profiles: characters.flatMap(({ profiles }) => profiles).length,
    credentials: characters.length,
    officers: officers.length,
    themes: themes.length,
  });
  const services = servicesAt(new Date()).length;
  expect(await countIn('practices', ['procedures', 'form_versions'])).toEqual({ procedures: services, form_versions: services });
});

test.each([
  ['isee', 'VOUCHER_SCUOLA_2022'],
  ['Asilo nido', 'SERV06_UTENTI_2022'],
  ['ospedale', 'SALUTE_VIAGGI_CURA'],
  ['stato di famiglia', 'CERTIFICATI_ANAGRAFICI'],
  ['birth certificate', 'CERTIFICATI_ANAGRAFICI'],
])('CAT-15: whoever types "%s" finds %s among the services of the world', async (search, code) => {
  await loadWorld(stack);
  const response = await fetch(`${stack.baseUrl}/api/v1/procedures?${new URLSearchParams({ search })}`);
  const { items } = (await response.json()) as { items: { code: string }[] };
  expect(items.map((item) => item.code)).toContain(code);
});

test('the world is loaded although services do not answer for a while', async () => {
  await Promise.all(['identity', 'practices'].map((name) => stack.service(name as 'identity').kill()));
  expect(await loadWorld(stack)).toHaveLength(characters.length);
});

/** Rows of each table in the database of a service. */
async function countIn(service: string, tables: string[]): Promise<Record<string, number>> {
  const url = new URL(stack.backing.postgres.url);
  url.pathname = `/sportello_${service}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${client.escapeIdentifier(table)}`);
      counts[table] = rows[0]?.count ?? -1;
    }
    return counts;
  } finally {
    await client.end();
  }
}
