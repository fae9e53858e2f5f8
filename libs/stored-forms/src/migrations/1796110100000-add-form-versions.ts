import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first service made this table in a migration of its own, so what is there already stays as it is. */
export class AddFormVersions1796110100000 implements MigrationInterface {
  name = 'AddFormVersions1796110100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE IF NOT EXISTS "form_versions" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "subject_id" uuid NOT NULL, "version" integer NOT NULL, "definition" jsonb NOT NULL, "validator" text NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "form_versions_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX IF NOT EXISTS "form_versions_subject" ON "form_versions" ("subject_id", "version")`);
  }

  /** Nothing: the table may be an older migration's. */
  async down(_runner: QueryRunner): Promise<void> {
    return Promise.resolve();
  }
}
