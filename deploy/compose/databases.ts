/**
 * Makes the databases and roles of the services, once the server answers; saying it again changes nothing but the passwords, which become
 * those of the environment. With TOKENS=keycloak Keycloak gets a database as well.
 */
import pg from 'pg';
import { z } from 'zod';
import { createDatabases } from '../databases.ts';
import { connectionsOf, databaseServices } from '../services.ts';
import { passwordsOf, readEnvironment, variableOf } from './environment.ts';

const replicas = z.coerce.number().int().min(0).max(16).default(1);
const { POSTGRES_URL, TOKENS, KEYCLOAK_DATABASE_PASSWORD, DATABASE_POOL } = readEnvironment({
  /** The superuser's, on the database `postgres`. */
  POSTGRES_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TOKENS: z.enum(['embedded', 'keycloak']),
  KEYCLOAK_DATABASE_PASSWORD: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
});
const replicasOf = readEnvironment(Object.fromEntries(databaseServices.map((name) => [variableOf(name, 'REPLICAS'), replicas])));
await checkConnections();

await createDatabases(POSTGRES_URL, passwordsOf(databaseServices, 'DATABASE_PASSWORD'));
if (TOKENS === 'keycloak') await createKeycloakDatabase(KEYCLOAK_DATABASE_PASSWORD);

/** Connections of Keycloak: KC_DB_POOL_MAX_SIZE. */
const KEYCLOAK_POOL = 20;

/** @throws Error when all that may ask for a connection at once could be refused one */
async function checkConnections(): Promise<void> {
  const wanted =
    connectionsOf((name) => replicasOf[variableOf(name, 'REPLICAS')] ?? 1, DATABASE_POOL) + (TOKENS === 'keycloak' ? KEYCLOAK_POOL : 0);
  const client = new pg.Client({ connectionString: POSTGRES_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ given: number }>(
      "select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as given",
    );
    const given = rows[0]?.given ?? 0;
    if (wanted <= given) return;
    throw new Error(
      `DATABASE_POOL=${DATABASE_POOL} with these replicas asks for ${wanted} connections at most, while an upgrade runs old and new ones ` +
        `side by side, and PostgreSQL gives ${given}: lower DATABASE_POOL or the replicas, or raise MAX_CONNECTIONS.`,
    );
  } finally {
    await client.end();
  }
}

async function createKeycloakDatabase(password: string | undefined): Promise<void> {
  if (!password) throw new Error('KEYCLOAK_DATABASE_PASSWORD: is needed with TOKENS=keycloak');
  const client = new pg.Client({ connectionString: POSTGRES_URL });
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = 'keycloak'");
    const database = await client.query("select 1 from pg_database where datname = 'keycloak'");
    await client.query(`${role.rowCount ? 'alter' : 'create'} role keycloak login password ${client.escapeLiteral(password)}`);
    if (!database.rowCount) await client.query('create database keycloak owner keycloak');
    await client.query('revoke all on database keycloak from public');
  } finally {
    await client.end();
  }
}
