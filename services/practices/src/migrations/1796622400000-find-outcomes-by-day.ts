import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindOutcomesByDay1796622400000 implements MigrationInterface {
  name = 'FindOutcomesByDay1796622400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX "practices_decided" ON "practices" ("procedure_id", "decided_at", "submitted_at") WHERE decided_at is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."practices_decided"');
  }
}
