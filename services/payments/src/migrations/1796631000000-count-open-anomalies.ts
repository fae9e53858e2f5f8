import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountOpenAnomalies1796631000000 implements MigrationInterface {
  name = 'CountOpenAnomalies1796631000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "anomalies_open" ON "anomalies" ("kind") WHERE resolved_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."anomalies_open"`);
  }
}
