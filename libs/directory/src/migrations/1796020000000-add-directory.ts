import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first service made these tables in migrations of its own, so what is there already stays as it is. */
export class AddDirectory1796020000000 implements MigrationInterface {
  name = 'AddDirectory1796020000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE IF NOT EXISTS "officer_copies" ("officer_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "office_id" uuid, "office_name" text, "role" text NOT NULL, "is_active" boolean NOT NULL, "procedure_ids" uuid array NOT NULL, "name" text NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_b257e905f175f853cbb8cc0c9b8" PRIMARY KEY ("officer_id"))`,
    );
    await runner.query(`CREATE INDEX IF NOT EXISTS "officer_copies_organization" ON "officer_copies" ("organization_id")`);
    await runner.query(
      `CREATE TABLE IF NOT EXISTS "organization_copies" ("organization_id" uuid NOT NULL, "name" text NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_07d457cf5c9ea7c43791af4395c" PRIMARY KEY ("organization_id"))`,
    );
  }

  /** Nothing: the tables may be an older migration's. */
  async down(_runner: QueryRunner): Promise<void> {
    return Promise.resolve();
  }
}
