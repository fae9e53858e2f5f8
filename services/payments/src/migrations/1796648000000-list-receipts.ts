import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListReceipts1796648000000 implements MigrationInterface {
  name = 'ListReceipts1796648000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "receipts_body" ON "receipts" ("organization_id", "arrived_at", "id") ');
    await runner.query(
      'CREATE INDEX "receipts_without_position" ON "receipts" ("organization_id", "arrived_at", "id") WHERE instalment_id is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "receipts_without_position"');
    await runner.query('DROP INDEX "receipts_body"');
  }
}
