/**
 * Makes the databases and roles of the services, once the server answers; saying it again changes nothing but the passwords, which become
 * those of the environment. With TOKENS=keycloak Keycloak gets a database as well.
 */
import pg from 'pg';
import { z } from 'zod';
import { createDatabases } from '../databases.ts';
import { databaseServices } from '../services.ts';
import { passwordsOf, readEnvironment } from './environment.ts';

const { POSTGRES_URL, TOKENS, KEYCLOAK_DATABASE_PASSWORD } = readEnvironment({
  /** The superuser's, on the database `postgres`. */
  POSTGRES_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TOKENS: z.enum(['embedded', 'keycloak']),
  KEYCLOAK_DATABASE_PASSWORD: z.string().optional(),
});

await createDatabases(POSTGRES_URL, passwordsOf(databaseServices, 'DATABASE_PASSWORD'));
if (TOKENS === 'keycloak') await createKeycloakDatabase(KEYCLOAK_DATABASE_PASSWORD);

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
