import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepBulkJobsForAWhile1796622600000 implements MigrationInterface {
  name = 'KeepBulkJobsForAWhile1796622600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "bulk_jobs_finished" ON "bulk_jobs" ("finished_at") WHERE finished_at is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."bulk_jobs_finished"');
  }
}
