import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddExports1796609200000 implements MigrationInterface {
  name = 'AddExports1796609200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "exports" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "requester_id" uuid NOT NULL, "actor" jsonb NOT NULL, "format" text NOT NULL, "filters" jsonb NOT NULL, "columns" jsonb, "procedure_ids" uuid array NOT NULL DEFAULT '{}', "state" text NOT NULL, "failure" text, "attempts" integer NOT NULL DEFAULT '0', "name" text NOT NULL, "total" integer, "done" integer NOT NULL DEFAULT '0', "key" text, "size_bytes" bigint, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ready_at" TIMESTAMP WITH TIME ZONE, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "is_deleted" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_bcf8528d214cbfc68c01f337511" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "exports_own" ON "exports" ("requester_id", "asked_at", "id") `);
    await runner.query(`CREATE INDEX "exports_unmade" ON "exports" ("asked_at") WHERE state in ('asked', 'running') and not is_deleted`);
    await runner.query(`CREATE INDEX "exports_expiring" ON "exports" ("expires_at") `);
    await runner.query(`CREATE INDEX "exports_deleted" ON "exports" ("id") WHERE is_deleted`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "exports"');
  }
}
