import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was decided is not what was sent last: a state in the order of sending needs an index of its own. */
export class OrderStatesBySending1796621200000 implements MigrationInterface {
  name = 'OrderStatesBySending1796621200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX "practices_queue_by_status_and_sending" ON "practices" ("procedure_id", "status", "submitted_at", "id") WHERE submitted_at is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."practices_queue_by_status_and_sending"');
  }
}
