import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ActOnMany1796611600000 implements MigrationInterface {
  name = 'ActOnMany1796611600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "bulk_jobs" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "officer_id" uuid NOT NULL, "act" jsonb NOT NULL, "actor" jsonb NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_bulk_jobs" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "bulk_jobs_open" ON "bulk_jobs" ("started_at") WHERE finished_at is null`);
    await runner.query(`CREATE INDEX "bulk_jobs_own" ON "bulk_jobs" ("officer_id", "organization_id", "started_at", "id") `);
    await runner.query(
      `CREATE TABLE "bulk_items" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "job_id" uuid NOT NULL, "place" integer NOT NULL, "practice_id" uuid NOT NULL, "number" text, "version" integer NOT NULL, "result" text NOT NULL, "reason" jsonb, CONSTRAINT "PK_bulk_items" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "bulk_items_job" ON "bulk_items" ("job_id", "place") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "bulk_items", "bulk_jobs"');
  }
}
