import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListUnsentMails1796640000000 implements MigrationInterface {
  name = 'ListUnsentMails1796640000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "deliveries_unsent" ON "deliveries" ("organization_id", "queued_at", "id") WHERE failure is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "deliveries_unsent"');
  }
}
