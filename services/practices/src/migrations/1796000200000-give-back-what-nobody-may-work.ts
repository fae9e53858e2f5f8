import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GiveBackWhatNobodyMayWork1796000200000 implements MigrationInterface {
  name = 'GiveBackWhatNobodyMayWork1796000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "officer_copies" ADD "is_active" boolean NOT NULL DEFAULT true`);
    await runner.query(`ALTER TABLE "officer_copies" ALTER COLUMN "is_active" DROP DEFAULT`);
    await runner.query(`DROP INDEX "public"."practices_waiting"`);
    await runner.query(
      `CREATE INDEX "practices_waiting" ON "practices"  ("procedure_id", "changed_at", "id") WHERE submitted_at is not null and officer_id is null and status in ('submitted', 'registered', 'awaiting_amendment', 'amendment_submitted')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."practices_waiting"`);
    await runner.query(
      `CREATE INDEX "practices_waiting" ON "practices"  ("procedure_id", "changed_at", "id") WHERE submitted_at is not null and officer_id is null and status in ('submitted', 'registered')`,
    );
    await runner.query(`ALTER TABLE "officer_copies" DROP COLUMN "is_active"`);
  }
}
