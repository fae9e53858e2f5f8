import pg from 'pg';
import { databaseNameOf } from './environment.ts';
import { type Secrets } from './secrets.ts';
import { databaseServices } from './services.ts';

/**
 * A database for each service, and a role which owns it and can reach no other. Saying it again changes nothing.
 *
 * @returns a text that stands for these databases: another one when one of them was made anew
 */
export async function createDatabases(superuserUrl: string, passwords: Secrets['databasePasswords']): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // On a new cluster everybody may connect everywhere.
    await client.query('revoke connect on database postgres from public');
    for (const service of databaseServices) {
      const name = client.escapeIdentifier(databaseNameOf(service));
      const password = client.escapeLiteral(passwords[service]);
      const role = await client.query('select 1 from pg_roles where rolname = $1', [databaseNameOf(service)]);
      const database = await client.query('select 1 from pg_database where datname = $1', [databaseNameOf(service)]);
      await client.query(`${role.rowCount ? 'alter' : 'create'} role ${name} login password ${password}`);
      if (!database.rowCount) await client.query(`create database ${name} owner ${name}`);
      await client.query(`revoke all on database ${name} from public`);
    }
    const names = databaseServices.map(databaseNameOf);
    const made = await client.query<{ id: string }>('select oid::text as id from pg_database where datname = any($1) order by oid', [
      names,
    ]);
    const server = await client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()');
    return [...server.rows, ...made.rows].map(({ id }) => id).join(' ');
  } finally {
    await client.end();
  }
}
