import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { DatabaseConfig, readConfig } from './config.js';
import { dataSource, ofCommands, openDatabase } from './database.js';
import type { ServiceDefinition } from './definition.js';

/** The statements by which entities differ from the database; empty when a migration stands for every entity. */
export async function drift(db: DataSource): Promise<{ up: string[]; down: string[] }> {
  const { upQueries, downQueries } = await db.driver.createSchemaBuilder().log();
  return { up: upQueries.map(({ query }) => query), down: downQueries.map(({ query }) => query).reverse() };
}

/**
 * Writes the next migration of a service from its entities, for a person to read: `node dist/main.js migration add-practices`
 * in the service's folder, on a database that may be empty.
 */
export async function writeMigration(
  { name, entities, migrations }: ServiceDefinition,
  environment: NodeJS.ProcessEnv,
  title = 'change',
): Promise<void> {
  const db = await openDatabase(dataSource(name, readConfig(DatabaseConfig, environment), entities, migrations, ofCommands));
  await db.runMigrations({ transaction: 'each' });
  const { up, down } = await drift(db);
  await db.destroy();
  const stamp = Date.now();
  const className = `${title.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase())}${stamp}`;
  const lines = (queries: string[]) => queries.map((query) => `    await runner.query(\`${query.replaceAll('`', '\\`')}\`);`).join('\n');
  const source = `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
${lines(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${lines(down)}
  }
}
`;
  if (up.length > 0) writeFileSync(join('src', 'migrations', `${stamp}-${title}.ts`), source);
  process.stdout.write(up.length > 0 ? `src/migrations/${stamp}-${title}.ts\n` : 'entities and migrations agree\n');
}
